"""Who may have whom, in little memory: one list of mentors a mentee, all lists in one row.

Knows how large pools are laid out, and how to walk over them in portions. Knows no aim.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rapport.matching.engine.arrays import Ints, Whole, Yes

from .seats import Offer, Seats

PAIRS_AT_ONCE = 2_000_000
"""How many pairs are looked at together: bounds the memory, not the result."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The permitted pairs of mentee ``i`` stand from ``start[i]`` to ``start[i + 1]``."""

    start: Whole
    mentor: Ints
    score: Ints
    wish: Ints | None
    capacity: Whole
    least: Whole

    @property
    def mentees(self) -> int:
        return self.start.size - 1

    def only(self, kept: Yes) -> "Lists":
        """The same lists with only the given pairs."""
        before = np.zeros(kept.size + 1, dtype=np.int64)
        np.cumsum(kept, out=before[1:])
        wish = None if self.wish is None else self.wish[kept]
        return Lists(
            before[self.start], self.mentor[kept], self.score[kept], wish, self.capacity, self.least
        )

    def where(self, mentor: Ints) -> Whole:
        """For each mentee the place of her pair with the given mentor, or -1."""
        found = np.full(self.mentees, -1, dtype=np.int64)
        for rows, here, many in portions(self.start):
            own = here.start + np.flatnonzero(self.mentor[here] == np.repeat(mentor[rows], many))
            found[np.searchsorted(self.start, own, side="right") - 1] = own
        return found


def portions(start: Whole) -> Iterator[tuple[slice, slice, Whole]]:
    """Some mentees after others, where their pairs stand, and how many each has."""
    first, mentees = 0, start.size - 1
    while first < mentees:
        last = int(np.searchsorted(start, start[first] + PAIRS_AT_ONCE, "right")) - 1
        last = min(max(last, first + 1), mentees)
        many = np.diff(start[first : last + 1])
        yield slice(first, last), slice(int(start[first]), int(start[last])), many
        first = last


def lists_of(offer: Offer) -> Lists:
    """An offer that is ordered by mentee."""
    wish = offer.wish.astype(np.int32) if offer.wish.any() else None
    return Lists(
        np.searchsorted(offer.mentee, np.arange(offer.mentees + 1)),
        offer.mentor.astype(np.int32),
        offer.score,
        wish,
        offer.capacity,
        offer.least,
    )


@dataclass(frozen=True, slots=True)
class Stalls:
    """Lists with one group of seats a mentor, and one more for the seats she counts on.

    ``place``: for each pair its place in the lists; None when every pair stands once, in order.
    """

    start: Whole
    seat: Ints
    place: Whole | None
    seats: Seats

    def of(self, each: Ints) -> Ints:
        """What stands beside the pairs of the lists, beside the pairs here."""
        return each if self.place is None else each[self.place]


def stalls_of(lists: Lists) -> Stalls:
    """A pair stands once for each group its mentor has; a group without seats does no harm."""
    mentors = np.arange(lists.capacity.size)
    counting = np.flatnonzero(lists.least > 0)
    seats = Seats(
        np.concatenate([mentors, counting]),
        np.concatenate([lists.capacity - lists.least, lists.least[counting]]),
        np.repeat([False, True], [mentors.size, counting.size]),
    )
    if not counting.size:
        return Stalls(lists.start, lists.mentor, None, seats)
    twin = np.full(mentors.size, -1, dtype=np.int64)
    twin[counting] = mentors.size + np.arange(counting.size)
    twice = twin[lists.mentor] >= 0
    place = np.repeat(np.arange(lists.mentor.size), 1 + twice)
    again = np.concatenate([[False], place[1:] == place[:-1]])
    seat = np.where(again, twin[lists.mentor[place]], lists.mentor[place]).astype(np.int32)
    before = np.concatenate([[0], np.cumsum(1 + twice)])
    return Stalls(before[lists.start], seat, place, seats)
