"""Too few seats: which mentees and mentors a shortage is made of.

Knows who may sit where and who does. By Hall's theorem there is, around everybody whom a fullest
assignment leaves out, a group that shares too few seats: the mentors she may have, the mentees
who sit there, the mentors those may have, and so on.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from rapport.matching.engine.arrays import Whole, Yes

from .seats import Offer


@dataclass(frozen=True, slots=True)
class Shortage:
    """So many mentees share so many seats, which so many mentors have."""

    people: int
    seats: int
    mentors: int


class Counting(Protocol):
    """Anything that knows all pairs."""

    def permitted(self, mentors: Whole) -> Whole:
        """How many mentees are permitted to each of the given mentors."""
        ...


@dataclass(frozen=True)
class Seating:
    """An offer ordered by mentee, and who got whom: the ``mentor`` of each mentee, or -1.

    ``stays``: the mentees whose pair was decided by hand, who cannot make room for others.
    ``all_pairs``: who counts permitted pairs where the offer does not hold all of them.
    """

    offer: Offer
    mentor: Whole
    stays: Yes
    all_pairs: Counting | None = None

    def permitted(self, mentee: int) -> Whole:
        """The mentors a mentee may have."""
        return self.offer.mentor[self.starts[mentee] : self.starts[mentee + 1]]

    @cached_property
    def starts(self) -> Whole:
        return np.searchsorted(self.offer.mentee, np.arange(self.offer.mentees + 1))

    @cached_property
    def taken(self) -> Whole:
        """How many mentees each mentor got."""
        return np.bincount(self.mentor[self.mentor >= 0], minlength=self.offer.capacity.size)

    @cached_property
    def wanted(self) -> Whole:
        """How many mentees each mentor may have; of large pools only for mentors without any."""
        if self.all_pairs is not None:
            return self.all_pairs.permitted(np.flatnonzero(self.taken == 0))
        return np.bincount(self.offer.mentor, minlength=self.offer.capacity.size)

    @cached_property
    def moves(self) -> sparse.csr_array:
        """Whether a mentee of one mentor (row) may have another (column)."""
        size, seated = self.offer.capacity.size, np.flatnonzero((self.mentor >= 0) & ~self.stays)
        sits = sparse.csr_array(
            (np.ones(seated.size, np.float32), (self.mentor[seated], seated)),
            shape=(size, self.offer.mentees),
        )
        may = sparse.csr_array(
            (np.ones(self.offer.mentor.size, np.float32), self.offer.mentor, self.starts),
            shape=(self.offer.mentees, size),
        )
        return (sits @ may).tocsr()

    @cached_property
    def circles(self) -> Whole:
        """Mentors with the same number reach each other, so that they share one shortage."""
        return connected_components(self.moves, connection="strong")[1].astype(np.int64)

    @cached_property
    def known(self) -> dict[bytes, Shortage]:
        return {}

    def shortage(self, mentee: int) -> Shortage:
        """The shortage around a mentee who got nobody although she may have somebody."""
        first = self.permitted(mentee)
        key = np.unique(self.circles[first]).tobytes()
        if key not in self.known:
            self.known[key] = self.around(first)
        return self.known[key]

    def around(self, first: Whole) -> Shortage:
        mentors = np.zeros(self.offer.capacity.size, dtype=bool)
        ahead = mentors.copy()
        ahead[first] = True
        while ahead.any():
            mentors |= ahead
            reached = np.zeros(mentors.size, dtype=bool)
            reached[self.moves[np.flatnonzero(ahead)].indices] = True
            ahead = reached & ~mentors
        return Shortage(
            int(self.taken[mentors].sum()) + 1,
            int(self.offer.capacity[mentors].sum()),
            int(mentors.sum()),
        )
