"""Who gets whom: the optimum over all permitted pairs, on arrays, with proof.

Knows aims and their order: as many people as possible, then the seats mentors count on, then the
best possible worst pair, then the highest total, then wishes. Knows no person and no criterion.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from .arrays import Whole, Yes
from .given import inside, integers, offer_of
from .prices import Proof
from .repair import repair
from .seats import Ground, Market, Offer, ground_of, levels_for, lowest, worth
from .sentences import UnusableError
from .solver import solve
from .stable import stable_places
from .worst import best_worst, filled

type Objective = Literal["fair", "total", "stable"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """The chosen pairs and why there are none better.

    ``pairs``: places in the given arrays, rising. ``total``: sum of scores. ``worst``: weakest
    score among them, locked pairs aside; None when the engine chose none. ``bound``: no
    assignment of as many people with as good a worst pair has a higher total. ``prices``: points
    that one more seat would add, for each mentor; ``opens``: whether one more seat there would
    give one more person a place. ``market`` and ``proof``: what a checker of one's own needs.
    ``taken``: the group of seats of each mentee, where solving again begins.
    """

    pairs: Whole
    total: int
    worst: int | None
    bound: int
    prices: Whole
    opens: Yes
    market: Market
    taken: Whole
    proof: Proof

    @property
    def gap(self) -> int:
        """Points that any other assignment could be better; 0 is proof that none is."""
        return self.bound - self.total


KEPT = 7
"""A pair to keep counts for more than the dearest wishes of both sides, 3 each."""

NONE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be solved: an offer and what was decided about its pairs, by place.

    ``locked``: decided by hand. ``barred``: ruled out since. ``keep``: worth ``price`` points
    more than they score. ``floor``: a worst pair as good as this is good enough.
    """

    ground: Ground
    locked: Whole = field(default_factory=lambda: NONE)
    barred: Whole = field(default_factory=lambda: NONE)
    keep: Whole = field(default_factory=lambda: NONE)
    price: int = 0
    floor: int | None = None

    def free(self) -> Offer:
        """The offer with the seats that are left, its pairs all still in their places."""
        offer = self.ground.offer
        used = np.bincount(offer.mentor[self.locked], minlength=offer.capacity.size)
        once = np.bincount(offer.mentee[self.locked], minlength=offer.mentees)
        if (used > offer.capacity).any() or (once > 1).any():
            raise UnusableError("arrays_disagree", what="locked")
        left = np.maximum(offer.least - used, 0)
        return replace(offer, capacity=offer.capacity - used, least=left)

    def open_pairs(self) -> Yes:
        """The pairs that may still be chosen."""
        offer = self.ground.offer
        waiting = np.ones(offer.mentees, dtype=bool)
        waiting[offer.mentee[self.locked]] = False
        still = waiting[offer.mentee]
        still[self.barred] = False
        return still

    def value(self, still: Yes) -> Whole:
        """What each pair is worth in an ordinary seat; 0 for one that may not be chosen."""
        offer, levels = self.ground.offer, self.ground.levels
        value = worth(offer, levels)
        value[self.keep] += self.price * levels.point + KEPT * levels.wish
        return np.where(still, value, 0)


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
    the arrays do not fit each other. ``objective``: "fair" as the module says; "total" leaves
    out the worst pair; "stable" leaves no two people who would both rather have each other, and
    its gap says how many points the highest total has more.
    """
    offer = offer_of(mentee, mentor, score, wish, mentors, capacity, minimum)
    fixed = integers(locked, "locked")
    if not inside(fixed, offer.mentee.size):
        raise UnusableError("arrays_disagree", what="locked")
    random = np.random.default_rng(seed)
    rows, columns = random.permutation(offer.mentees), random.permutation(mentors)
    mixed, order = drawn(offer, rows, columns)
    task = Task(ground_of(mixed, levels_for(mixed)), np.argsort(order)[fixed])
    found = best(task, objective)
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


def best(task: Task, objective: Objective) -> Assignment:
    """The optimum, solved anew; the order of the offer decides among equals."""
    if objective == "stable":
        return stable(task)
    free, still = task.free(), task.open_pairs()
    if objective == "fair":
        still &= task.ground.offer.score >= weakest(free.only(still), task.floor)
    value = task.value(still)
    market = task.ground.market(value, free.capacity, free.least)
    taken, proof = solve(market.part(market.weight > 0))
    return concluded(task, value, market, taken, proof)


def stable(task: Task) -> Assignment:
    """The stable assignment beside the bound and the prices of the highest total."""
    offer, optimum = task.ground.offer, best(task, "total")
    chosen = stable_places(task.free(), task.open_pairs())
    pairs = np.sort(np.concatenate([task.locked, chosen]))
    return replace(
        optimum,
        pairs=pairs,
        total=int(offer.score[pairs].sum()),
        worst=int(offer.score[chosen].min()) if chosen.size else None,
    )


def weakest(offer: Offer, floor: int | None) -> int:
    """The score below which no pair is needed: the floor if it costs nobody a place."""
    if floor is not None and filled(offer.only(offer.score >= floor)) == filled(offer):
        return floor
    return best_worst(offer) if offer.score.size else 0


def mend(task: Task, before: Assignment) -> Assignment | None:
    """The optimum after decisions were added, mended from the one before them.

    None when the pairs above the floor no longer give as many people and as many seats counted
    on what they had; then there may be better ones below it, and it takes solving anew.
    """
    free, still = task.free(), task.open_pairs()
    if task.floor is not None:
        still &= task.ground.offer.score >= task.floor
    value = task.value(still)
    market = task.ground.market(value, free.capacity, free.least)
    taken, proof = repair(market, task.ground.roads, before.taken, before.proof.price)
    after = concluded(task, value, market, taken, proof)
    return after if reached(task, after) >= reached(task, before) else None


def reached(task: Task, found: Assignment) -> tuple[int, int]:
    """How many people have somebody, and how many seats counted on are taken."""
    offer = task.ground.offer
    load = np.bincount(offer.mentor[found.pairs], minlength=offer.capacity.size)
    return found.pairs.size, int(np.minimum(load, offer.least).sum())


def concluded(task: Task, value: Whole, market: Market, taken: Whole, proof: Proof) -> Assignment:
    """What a solved market means for people: pairs, points, and what one more seat would do."""
    offer, levels = task.ground.offer, task.ground.levels
    own = (taken[market.mentee] == market.seat) & (market.weight > 0)
    chosen = task.ground.pair[own]
    people, points = levels.people_and_points(next_seat(offer, value, proof.gain))
    pairs = np.sort(np.concatenate([task.locked, chosen]))
    total = int(offer.score[pairs].sum())
    return Assignment(
        pairs=pairs,
        total=total,
        worst=int(offer.score[chosen].min()) if chosen.size else None,
        bound=total - (-proof.gap // levels.point),
        prices=points + people * lowest(offer.score),
        opens=people > 0,
        market=market,
        taken=taken,
        proof=proof,
    )


def next_seat(offer: Offer, value: Whole, gain: Whole) -> Whole:
    """What one more seat at each mentor would be worth: 0 where nobody would move to it."""
    wanted = np.zeros(offer.capacity.size, dtype=np.int64)
    np.maximum.at(wanted, offer.mentor, value - gain[offer.mentee])
    return wanted
