"""The problem as the solver sees it: mentees, seats, and one whole number a permitted pair.

Knows how several aims of falling rank become one number without the lower ever outweighing the
higher: people matched, then seats that mentors count on, then points, then wishes.
"""

from dataclasses import dataclass, replace

import numpy as np

from .arrays import Whole, Yes
from .sentences import UnusableError

EXACT = 2**53 // 4
"""Whole numbers up to here, and sums of a few of them, are exact in the solvers' arithmetic."""


@dataclass(frozen=True, slots=True)
class Offer:
    """All there is to choose from: permitted pairs with score and wish, and seats a mentor."""

    mentees: int
    mentee: Whole
    mentor: Whole
    score: Whole
    wish: Whole
    capacity: Whole
    least: Whole

    def only(self, kept: Yes | Whole) -> "Offer":
        """The same offer with only the given pairs, in the given order."""
        return Offer(
            self.mentees, self.mentee[kept], self.mentor[kept], self.score[kept],
            self.wish[kept], self.capacity, self.least,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Levels:
    """What one unit of each aim is worth: each more than twice all the lower ones together."""

    person: int
    counted_on: int
    point: int

    def people_and_points(self, value: Whole) -> tuple[Whole, Whole]:
        """A difference between two assignments, taken apart into people and points."""
        people = nearest(value, self.person)
        rest = value - people * self.person
        rest = rest - nearest(rest, self.counted_on) * self.counted_on
        return people, nearest(rest, self.point)


@dataclass(frozen=True, slots=True)
class Seats:
    """Groups of equal seats: each mentor has one, or two where she counts on some mentees."""

    mentor: Whole
    capacity: Whole
    counted_on: Yes


@dataclass(frozen=True, slots=True)
class Market:
    """Permitted pairs as (mentee, group of seats) with a weight above zero, ordered by mentee."""

    mentees: int
    seats: Seats
    mentee: Whole
    seat: Whole
    weight: Whole

    def part(self, kept: Yes | Whole) -> "Market":
        """The same market with only the given pairs."""
        return Market(
            self.mentees, self.seats, self.mentee[kept], self.seat[kept], self.weight[kept]
        )


def levels_for(offer: Offer) -> Levels:
    """Raises UnusableError when the pool is so large that sums would no longer be exact."""
    levels = levels_up_to(offer, int(offer.wish.max(initial=0)))
    if sum((levels.person, levels.counted_on, levels.point)) > EXACT:
        raise UnusableError("pool_too_large", people=offer.mentees)
    return levels


def within_exact(offer: Offer) -> Offer:
    """The offer itself or, where the lowest aim would make sums inexact, without its wishes."""
    levels = levels_up_to(offer, int(offer.wish.max(initial=0)))
    if sum((levels.person, levels.counted_on, levels.point)) <= EXACT:
        return offer
    return replace(offer, wish=np.zeros_like(offer.wish))


def levels_up_to(offer: Offer, wishes: int) -> Levels:
    pairs = min(offer.mentees, int(offer.capacity.sum()) + 1)  # as if there were one seat more
    point = 2 * pairs * wishes + 1
    one_pair = spread(offer.score) * point + wishes
    counted_on = 2 * pairs * one_pair + 1
    person = (2 * min(pairs, int(offer.least.sum())) + 1) * counted_on
    return Levels(person, counted_on, point)


def nearest(value: Whole, unit: int) -> Whole:
    """How often the unit goes into the value, to the nearest whole number."""
    return (value + unit // 2) // unit


def lowest(score: Whole) -> int:
    return int(score.min()) if score.size else 0


def spread(score: Whole) -> int:
    return int(score.max()) - lowest(score) if score.size else 0


def worth(offer: Offer, levels: Levels) -> Whole:
    """What each pair is worth in an ordinary seat; only differences between scores matter."""
    return levels.person + (offer.score - lowest(offer.score)) * levels.point + offer.wish


def seats_of(offer: Offer) -> Seats:
    """One group of the seats counted on and one of the others, for each mentor who has them."""
    mentors = np.arange(offer.capacity.size)
    places = np.concatenate([offer.least, offer.capacity - offer.least])
    counted_on = np.repeat([True, False], mentors.size)
    there = places > 0
    return Seats(np.tile(mentors, 2)[there], places[there], counted_on[there])


def market_of(offer: Offer, levels: Levels) -> Market:
    """Every pair once for each group of seats of its mentor."""
    seats, value = seats_of(offer), worth(offer, levels)
    group_of = np.full((2, offer.capacity.size), -1, dtype=np.int64)
    group_of[seats.counted_on.astype(int), seats.mentor] = np.arange(seats.mentor.size)
    group = group_of[:, offer.mentor]
    kind, pair = np.nonzero(group >= 0)
    weight = value[pair] + kind * levels.counted_on
    order = np.argsort(offer.mentee[pair], kind="stable")
    return Market(
        offer.mentees, seats, offer.mentee[pair][order], group[kind, pair][order], weight[order]
    )
