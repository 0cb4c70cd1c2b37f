"""The best possible worst match of a large pool, by compiled code.

Knows the same question as ``worst``: how many people, and how many seats counted on, can be
filled by pairs of at least a score.
"""

import numpy as np

from rapport.matching.engine.arrays import Ints, Whole, Yes
from rapport.matching.engine.swiftly import swift

from .lists import Lists


class Filling:
    """How much can be filled at each score; every answer begins where the one before it ended."""

    def __init__(self, lists: Lists) -> None:
        zeros = np.zeros(lists.capacity.size, dtype=np.int32)
        lowest = int(lists.score.min())
        span = int(lists.score.max()) - lowest
        kind = np.int32 if span < 2**29 else np.int64
        self.lists, self.lowest = lists, lowest
        keys = (lists.score - lowest).astype(kind)
        self.rows = swift().ordered(lists.start, lists.mentor, keys, zeros.astype(kind))
        self.seat, self.key = self.rows.edge[:, 0], self.rows.edge[:, 1]
        nobody = np.full(lists.mentees, -1, dtype=np.int64)
        self.taken = {"capacity": nobody, "least": nobody}

    def stops(self, score: int) -> Whole:
        """Where in each row the pairs below a score begin."""
        found: Whole = swift().stops_at(self.lists.start, self.key, score - self.lowest)
        return found

    def filled(self, score: int) -> tuple[int, int]:
        """People and seats counted on that pairs of at least a score can fill."""
        stops = self.stops(score)
        least = self.largest("least", stops) if self.lists.least.any() else 0
        return self.largest("capacity", stops), least

    def largest(self, seats: str, stops: Whole) -> int:
        capacity: Ints = getattr(self.lists, seats)
        taken = swift().fullest(
            self.lists.start, stops, self.seat, capacity.astype(np.int32), self.taken[seats]
        )
        self.taken[seats] = taken
        return int(np.count_nonzero(taken >= 0))

    def cover(self, seats: str, score: int) -> tuple[Yes, Yes]:
        """Who is in the shortage of those left out: its mentees, and its mentors."""
        stops = self.stops(score)
        self.largest(seats, stops)
        taken = self.taken[seats]
        capacity: Ints = getattr(self.lists, seats)
        mentors = swift().reached_from(self.lists.start, stops, self.seat, capacity, taken)
        return (taken < 0) | mentors[taken], mentors


def highest_floor(lists: Lists, enough: int | None) -> int:
    """The highest score at which leaving out weaker pairs costs no place, or ``enough`` of it."""
    filling = Filling(lists)
    low, high = filling.lowest, int(lists.score.max())
    full = filling.filled(low)
    if enough is not None:
        if filling.filled(enough) == full:
            return enough
        high = min(high, enough)
    if full[0] == np.count_nonzero(np.diff(lists.start)):
        high = min(high, best_of_worst_off(lists))
    while low < high:
        middle = (low + high + 1) // 2
        if filling.filled(middle) == full:
            low = middle
        else:
            high = middle - 1
    return low


def best_of_worst_off(lists: Lists) -> int:
    """The best pair of whoever has the weakest best pair."""
    there = np.flatnonzero(np.diff(lists.start))
    return int(np.maximum.reduceat(lists.score, lists.start[there]).min())
