"""The problem as the solver sees it: mentees, seats, and one whole number a permitted pair.

Knows how several aims of falling rank become one number without the lower ever outweighing the
higher: people matched, then seats that mentors count on, then points, then wishes.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from rapport.matching.engine.arrays import Whole, Yes
from rapport.matching.engine.sentences import UnusableError

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
    wish: int

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
    """Pairs as (mentee, group of seats), ordered by mentee, each with a weight.

    A weight of 0 stands for a pair that is ruled out: nobody is ever better off with it.
    """

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


def levels_for(offer: Offer, *, extra: int = 0, wishes: int = 0) -> Levels:
    """The levels of an offer, with room for ``extra`` points and ``wishes`` more wishes a pair.

    In a pool so large that sums would no longer be exact wishes are left out; if that does not
    help, UnusableError is raised.
    """
    for wish in (1, 0):
        most = wish * (int(offer.wish.max(initial=0)) + wishes)
        levels = levels_up_to(offer, spread(offer.score) + extra, most, wish)
        if levels.person + levels.counted_on + levels.point <= EXACT:
            return levels
    raise UnusableError("pool_too_large", people=offer.mentees)


def levels_up_to(offer: Offer, points: int, wishes: int, wish: int) -> Levels:
    """Levels for pairs of at most so many points and wishes."""
    pairs = min(offer.mentees, int(offer.capacity.sum()) + 1)  # as if there were one seat more
    point = 2 * pairs * wishes + 1
    counted_on = 2 * pairs * (points * point + wishes) + 1
    person = (2 * min(pairs, int(offer.least.sum())) + 1) * counted_on
    return Levels(person, counted_on, point, wish)


def nearest(value: Whole, unit: int) -> Whole:
    """How often the unit goes into the value, to the nearest whole number."""
    return (value + unit // 2) // unit


def lowest(score: Whole) -> int:
    return int(score.min()) if score.size else 0


def spread(score: Whole) -> int:
    return int(score.max()) - lowest(score) if score.size else 0


def worth(offer: Offer, levels: Levels) -> Whole:
    """What each pair is worth in an ordinary seat; only differences between scores matter."""
    return (
        levels.person
        + (offer.score - lowest(offer.score)) * levels.point
        + offer.wish * levels.wish
    )


def seats_of(offer: Offer) -> Seats:
    """One group of the seats counted on and one of the others, for each mentor who has them."""
    mentors = np.arange(offer.capacity.size)
    counted_on = np.repeat([True, False], mentors.size)
    there = np.concatenate([offer.least, offer.capacity - offer.least]) > 0
    seats = Seats(np.tile(mentors, 2)[there], mentors[:0], counted_on[there])
    return with_capacity(seats, offer.capacity, offer.least)


def with_capacity(seats: Seats, capacity: Whole, least: Whole) -> Seats:
    """The same groups with as many seats as are left; a group may be left with none."""
    left = np.where(seats.counted_on, least[seats.mentor], (capacity - least)[seats.mentor])
    return replace(seats, capacity=left)


@dataclass(frozen=True, slots=True)
class Roads:
    """Where the pairs of a market stand: by mentee as they come, by group of seats sorted."""

    mentee_starts: Whole
    by_seat: Whole
    seat_starts: Whole

    def of_mentee(self, mentee: int) -> slice:
        """Where the pairs of a mentee stand."""
        return slice(self.mentee_starts[mentee], self.mentee_starts[mentee + 1])

    def of_seat(self, seat: int) -> Whole:
        """Where the pairs of a group of seats stand."""
        return self.by_seat[self.seat_starts[seat] : self.seat_starts[seat + 1]]


@dataclass(frozen=True)
class Ground:
    """An offer laid out once, to be solved again and again under other decisions.

    ``pair``: for each pair of the market its place in the offer.
    """

    offer: Offer
    levels: Levels
    seats: Seats
    pair: Whole
    seat: Whole

    @cached_property
    def mentee(self) -> Whole:
        """The mentee of each pair of the market."""
        return self.offer.mentee if self.as_offered else self.offer.mentee[self.pair]

    @cached_property
    def as_offered(self) -> bool:
        """Whether the market's pairs are the offer's, one for one."""
        return self.pair.size == self.offer.mentee.size and not self.seats.counted_on.any()

    @cached_property
    def roads(self) -> Roads:
        """The market's pairs from both ends."""
        many = np.bincount(self.seat, minlength=self.seats.mentor.size)
        return Roads(
            np.searchsorted(self.mentee, np.arange(self.offer.mentees + 1)),
            np.argsort(self.seat, kind="stable"),
            np.concatenate([[0], np.cumsum(many)]),
        )

    def market(self, value: Whole, capacity: Whole, least: Whole) -> Market:
        """The market in which each pair of the offer has a value, 0 for one that is ruled out."""
        seats = with_capacity(self.seats, capacity, least)
        if self.as_offered:
            return Market(self.offer.mentees, seats, self.mentee, self.seat, value)
        worth_here = value[self.pair]
        bonus = self.levels.counted_on * self.seats.counted_on[self.seat]
        weight = np.where(worth_here > 0, worth_here + bonus, 0)
        return Market(self.offer.mentees, seats, self.mentee, self.seat, weight)


def ground_of(offer: Offer, levels: Levels) -> Ground:
    """Every pair of an offer ordered by mentee, once for each group of seats of its mentor."""
    seats = seats_of(offer)
    group_of = np.full((2, offer.capacity.size), -1, dtype=np.int64)
    group_of[seats.counted_on.astype(int), seats.mentor] = np.arange(seats.mentor.size)
    group = group_of[:, offer.mentor]
    kind, pair = np.nonzero(group >= 0)
    order = np.argsort(pair, kind="stable")
    return Ground(offer, levels, seats, pair[order], group[kind, pair][order])
