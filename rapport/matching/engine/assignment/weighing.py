"""All aims of a large market in one number a pair, and the proof that nothing is better.

Knows lists and levels. The proof is worked out from the scores alone, portion by portion, and
shares nothing with the code that found the prices.
"""

from dataclasses import dataclass

import numpy as np

from rapport.matching.engine.arrays import Ints, Whole

from .lists import Stalls, portions
from .prices import UNMATCHED, Proof
from .seats import Levels, Market


@dataclass(frozen=True, slots=True)
class Weighed:
    """Stalls with the aims of each pair of their lists, worth ``levels`` apiece.

    ``points``: at least 0, for scores from ``lowest`` up. ``wish``: None where nobody wished for
    anything.
    """

    stalls: Stalls
    levels: Levels
    points: Ints
    wish: Ints | None
    lowest: int

    def weight(self, here: slice) -> Whole:
        """What the pairs of a portion are worth in their seats."""
        place = here if self.stalls.place is None else self.stalls.place[here]
        weight = self.levels.person + self.points[place].astype(np.int64) * self.levels.point
        if self.wish is not None:
            weight += self.wish[place].astype(np.int64) * self.levels.wish
        if self.levels.counted_on:
            weight += self.levels.counted_on * self.stalls.seats.counted_on[self.stalls.seat[here]]
        return weight

    def weights(self) -> Whole:
        """What every pair is worth in its seat."""
        return self.weight(slice(0, self.stalls.seat.size))

    def prove(self, taken: Whole, price: Whole) -> Proof:
        """The bound that any prices of at least 0 give, beside the worth of an assignment."""
        gain = np.zeros(taken.size, dtype=np.int64)
        total = 0
        for rows, here, many in portions(self.stalls.start):
            weight, seat = self.weight(here), self.stalls.seat[here]
            there = rows.start + np.flatnonzero(many)
            first = self.stalls.start[there] - here.start
            gain[there] = np.maximum(0, np.maximum.reduceat(weight - price[seat], first))
            total += int(weight[np.repeat(taken[rows], many) == seat].sum())
        paid = int((price * self.stalls.seats.capacity).sum())
        return Proof(price, gain, total, int(gain.sum()) + paid)

    def market(self) -> Market:
        """Every pair by itself, for a checker of one's own."""
        start = self.stalls.start
        mentee = np.repeat(np.arange(start.size - 1), np.diff(start))
        seat = self.stalls.seat.astype(np.int64)
        return Market(start.size - 1, self.stalls.seats, mentee, seat, self.weights())

    def mentor_of(self, taken: Whole) -> Whole:
        """The mentor whose seat each mentee has, or -1."""
        mentor = self.stalls.seats.mentor
        return np.where(taken >= 0, mentor[taken], UNMATCHED) if mentor.size else taken
