"""Who gets whom: the optimum over all permitted pairs, on arrays, with proof.

Knows aims and their order: as many people as possible, then the seats mentors count on, then the
best possible worst pair, then the highest total, then wishes. Knows no person and no criterion.
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from .arrays import Whole, Yes
from .prices import UNMATCHED, Proof
from .seats import Market, Offer, levels_for, lowest, market_of, within_exact, worth
from .sentences import UnusableError
from .solver import solve
from .worst import best_worst

type Objective = Literal["fair", "total"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """The chosen pairs and why there are none better.

    ``pairs``: places in the given arrays, rising. ``total``: sum of scores. ``worst``: weakest
    score among them, locked pairs aside; None when the engine chose none. ``bound``: no
    assignment of as many people with as good a worst pair has a higher total. ``prices``: points
    that one more seat would add, for each mentor; ``opens``: whether one more seat there would
    give one more person a place. ``market`` and ``proof``: what a checker of one's own needs.
    """

    pairs: Whole
    total: int
    worst: int | None
    bound: int
    prices: Whole
    opens: Yes
    market: Market
    proof: Proof

    @property
    def gap(self) -> int:
        """Points that any other assignment could be better; 0 is proof that none is."""
        return self.bound - self.total


def assign(  # noqa: PLR0913 - arrays side by side are what callers have
    mentee: npt.ArrayLike,
    mentor: npt.ArrayLike,
    score: npt.ArrayLike,
    *,
    mentors: int,
    capacity: npt.ArrayLike,
    minimum: npt.ArrayLike = 0,
    locked: npt.ArrayLike = (),
    wish: npt.ArrayLike = 0,
    objective: Objective = "fair",
    seed: int = 0,
) -> Assignment:
    """The best assignment of mentees to mentors; each mentee gets one mentor at most.

    ``mentee``, ``mentor``, ``score``: the permitted pairs, scores in whole points; a pair that is
    not listed is forbidden. ``capacity``, ``minimum``: seats a mentor has, and how many of them
    she counts on. ``locked``: places of pairs already decided. ``wish``: small whole numbers that
    decide between equal totals. Equal results are drawn by ``seed``. Raises UnusableError when
    the arrays do not fit each other.
    """
    offer = offer_of(mentee, mentor, score, wish, mentors, capacity, minimum)
    fixed = integers(locked, "locked")
    if not inside(fixed, offer.mentee.size):
        raise UnusableError("arrays_disagree", what="locked")
    random = np.random.default_rng(seed)
    rows, columns = random.permutation(offer.mentees), random.permutation(mentors)
    mixed, order = drawn(offer, rows, columns)
    found = best(mixed, np.argsort(order)[fixed], objective)
    return replace(
        found,
        pairs=np.sort(order[found.pairs]),
        prices=found.prices[columns],
        opens=found.opens[columns],
    )


def drawn(offer: Offer, rows: Whole, columns: Whole) -> tuple[Offer, Whole]:
    """The offer with everybody renumbered by lot, and the place each pair came from."""
    mentee, mentor = rows[offer.mentee], columns[offer.mentor]
    order = np.lexsort((mentor, mentee))
    capacity, least = np.empty_like(offer.capacity), np.empty_like(offer.least)
    capacity[columns], least[columns] = offer.capacity, offer.least
    mixed = Offer(
        offer.mentees, mentee[order], mentor[order], offer.score[order], offer.wish[order],
        capacity, least,
    )  # fmt: skip
    return mixed, order


def best(offer: Offer, locked: Whole, objective: Objective) -> Assignment:
    """The optimum of an offer ordered by mentee, then mentor; its order decides among equals."""
    place, free = without(offer, locked)
    if objective == "fair" and place.size:
        strong = free.score >= best_worst(free)
        place, free = place[strong], free.only(strong)
    free = within_exact(free)
    levels = levels_for(free)
    market = market_of(free, levels)
    taken, proof = solve(market)
    chosen = chosen_pairs(free, market, taken)
    people, points = levels.people_and_points(next_seat(free, worth(free, levels), proof.gain))
    pairs = np.sort(np.concatenate([locked, place[chosen]]))
    total = int(offer.score[pairs].sum())
    return Assignment(
        pairs=pairs,
        total=total,
        worst=int(free.score[chosen].min()) if chosen.size else None,
        bound=total - (-proof.gap // levels.point),
        prices=points + people * lowest(free.score),
        opens=people > 0,
        market=market,
        proof=proof,
    )


def without(offer: Offer, locked: Whole) -> tuple[Whole, Offer]:
    """What is left to choose from, and its places, once the locked pairs have their seats."""
    used = np.bincount(offer.mentor[locked], minlength=offer.capacity.size)
    once = np.bincount(offer.mentee[locked], minlength=offer.mentees)
    if (used > offer.capacity).any() or (once > 1).any():
        raise UnusableError("arrays_disagree", what="locked")
    place = np.flatnonzero(once[offer.mentee] == 0)
    left = replace(offer, capacity=offer.capacity - used, least=np.maximum(offer.least - used, 0))
    return place, left.only(place)


def chosen_pairs(offer: Offer, market: Market, taken: Whole) -> Whole:
    """The places of the chosen pairs in the offer."""
    mentor = np.full(offer.mentees, UNMATCHED)
    seated = taken != UNMATCHED
    mentor[seated] = market.seats.mentor[taken[seated]]
    return np.flatnonzero(mentor[offer.mentee] == offer.mentor)


def next_seat(offer: Offer, value: Whole, gain: Whole) -> Whole:
    """What one more seat at each mentor would be worth: 0 where nobody would move to it."""
    wanted = np.zeros(offer.capacity.size, dtype=np.int64)
    np.maximum.at(wanted, offer.mentor, value - gain[offer.mentee])
    return wanted


def offer_of(  # noqa: PLR0913, PLR0917 - the arrays of assign
    mentee: npt.ArrayLike,
    mentor: npt.ArrayLike,
    score: npt.ArrayLike,
    wish: npt.ArrayLike,
    mentors: int,
    capacity: npt.ArrayLike,
    minimum: npt.ArrayLike,
) -> Offer:
    """The arrays as whole numbers of equal length; raises UnusableError where they do not fit."""
    rows, columns = integers(mentee, "mentee"), integers(mentor, "mentor")
    worths, wishes = integers(score, "score"), integers(wish, "wish")
    seats, least = integers(capacity, "capacity"), integers(minimum, "minimum")
    checks = (
        ("mentor", rows.size == columns.size and inside(columns, mentors)),
        ("mentee", inside(rows, rows.size and int(rows.max()) + 1)),
        ("score", worths.size == rows.size),
        ("wish", wishes.size in {1, rows.size} and not (wishes < 0).any()),
        ("capacity", seats.size in {1, mentors} and not (seats < 0).any()),
        ("minimum", least.size in {1, mentors} and not (least < 0).any()),
    )
    for what, fits in checks:
        if not fits:
            raise UnusableError("arrays_disagree", what=what)
    if np.unique(rows * max(mentors, 1) + columns).size < rows.size:
        raise UnusableError("arrays_disagree", what="pairs")
    seats = np.broadcast_to(seats, mentors)
    return Offer(
        int(rows.max(initial=-1)) + 1, rows, columns, worths,
        np.broadcast_to(wishes, rows.shape), seats, np.minimum(least, seats),
    )  # fmt: skip


def inside(places: Whole, many: int) -> bool:
    return not ((places < 0) | (places >= many)).any()


def integers(given: npt.ArrayLike, what: str) -> Whole:
    """The given numbers as a row of whole ones; raises UnusableError when they are not whole."""
    found = np.atleast_1d(np.asarray(given))
    if found.size and not np.issubdtype(found.dtype, np.integer):
        raise UnusableError("arrays_disagree", what=what)
    return found.astype(np.int64).ravel()
