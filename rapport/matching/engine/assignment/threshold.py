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

    def most(self, score: int) -> int:
        """No more people than so many can be seated by pairs of at least a score."""
        found: int = swift().most_seated(
            self.lists.start, self.seat, self.key, self.lists.capacity, score - self.lowest
        )
        return found

    def ceiling(self, people: int) -> int:
        """The highest score at which so many could be seated for all that the lists say."""
        low, high = self.lowest, int(self.lists.score.max())
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.most(middle) >= people else (low, middle - 1)
        return low

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


def highest_floor(lists: Lists, enough: int | None) -> tuple[int, Whole]:
    """The highest score at which leaving out weaker pairs costs no place, or ``enough`` of it.

    Also gives the mentor of each mentee, or -1, in an assignment by pairs of at least that score
    which is nearly the fullest.
    """
    filling = Filling(lists)
    low = filling.lowest
    # Near the answer first: who is seated there stays, and little is left to seat further down.
    most = filling.most(low)
    near = filling.ceiling(most)
    there, full = filling.filled(near), filling.filled(low)
    if enough is not None and filling.filled(enough) == full:
        return enough, filling.taken["capacity"]
    high, step = near if full[0] == most else filling.ceiling(full[0]), 1
    high = high if enough is None else min(high, enough)
    low = min(near, high) if there == full else low
    while low < high:
        # Down from the top in growing steps, because the answer lies near it; then by halves.
        probe = max(high - step + 1, (low + high + 1) // 2)
        if filling.filled(probe) == full:
            low = probe
        else:
            high, step = probe - 1, 2 * step
    return low, filling.taken["capacity"]
