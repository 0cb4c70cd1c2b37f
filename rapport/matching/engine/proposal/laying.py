"""A pool laid out for solving, and laid out again after an edit as cheaply as the edit allows.

Knows what stays valid when pairs are locked or forbidden by hand. Does not choose.
"""

from dataclasses import dataclass, replace

import numpy as np

from rapport.matching.engine.arrays import Whole
from rapport.matching.engine.assignment.large import KEPT
from rapport.matching.engine.assignment.optimum import NONE, Task
from rapport.matching.engine.assignment.result import Objective
from rapport.matching.engine.assignment.seats import Ground, Offer, ground_of, levels_for
from rapport.matching.engine.candidates.listing import listed, search_of, wants_lists
from rapport.matching.engine.candidates.permitted import (
    Candidates,
    candidates,
    refuse_impossible_locks,
)
from rapport.matching.engine.candidates.searching import Progress, Search, silent
from rapport.matching.engine.criteria.kinds import Criteria
from rapport.matching.engine.criteria.pool import PairOfIds, Pool
from rapport.matching.engine.scoring.points import FULL
from rapport.matching.engine.scoring.rules import Obstacle, is_marked, marked
from rapport.matching.engine.sentences import UnusableError

LASTING = {"row", "column", "wished", "seats"}
"""What was worked out about candidates and does not change when pairs are locked or forbidden."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Pairs that stay unless parting one of them is worth ``price`` points (0..1000).

    At a price of 0 they only decide between equal totals.
    """

    pairs: frozenset[PairOfIds] = frozenset()
    price: int = 20

    def __post_init__(self) -> None:
        if not 0 <= self.price <= FULL:
            raise UnusableError("price_impossible", price=self.price, most=FULL)


@dataclass(frozen=True)
class Laid:
    """Candidates, the ground to solve on, and the places of pairs forbidden since it was laid."""

    found: Candidates
    criteria: Criteria
    seed: int
    ground: Ground
    barred: Whole
    search: Search | None = None

    def with_offer(self, offer: Offer) -> "Laid":
        """The same pool on more pairs."""
        barred = self.found.places_in(offer, self.found.pool.forbidden)
        return replace(self, ground=ground_for(offer), barred=barred)

    def offer(self) -> Offer:
        """What can be chosen from now."""
        still = np.ones(self.ground.offer.mentee.size, dtype=bool)
        still[self.barred] = False
        return self.ground.offer.only(still) if self.barred.size else self.ground.offer

    def weakest(self, keep: Keep) -> int | None:
        """The weakest score among pairs to keep that are not decided by hand; None without any."""
        pairs = keep.pairs - self.found.pool.locked
        places = self.found.places_in(self.ground.offer, pairs)
        return int(self.ground.offer.score[places].min()) if places.size else None

    def task(self, keep: Keep, floor: int | None) -> Task:
        """What is to be solved: a worst pair as good as ``floor`` is good enough."""
        offer = self.ground.offer
        return Task(
            self.ground,
            self.found.places_in(offer, self.found.pool.locked),
            self.barred,
            self.found.places_in(offer, keep.pairs),
            keep.price,
            floor,
        )


def lay_out(
    pool: Pool,
    criteria: Criteria,
    seed: int,
    objective: Objective = "fair",
    tell: Progress = silent,
) -> Laid:
    """Everything from the beginning; raises UnusableError when it cannot be worked with."""
    found = candidates(pool, criteria, seed)
    if wants_lists(found, objective):
        search = search_of(found, criteria, tell)
        return Laid(found, criteria, seed, ground_for(listed(found, search)), NONE, search)
    return Laid(found, criteria, seed, ground_for(found.offer()), NONE)


def ground_for(offer: Offer) -> Ground:
    """The ground of an offer, with room for pairs to keep."""
    return ground_of(offer, levels_for(offer, extra=FULL, wishes=KEPT))


def edited(laid: Laid, pool: Pool) -> Laid | None:
    """The same ground after pairs were locked or forbidden by hand.

    None when more than that has changed, or when what was ruled out before may be back.
    """
    old = laid.found.pool
    same_people = pool.mentees is old.mentees and pool.mentors is old.mentors
    if not same_people or pool.lines is not old.lines:
        return None
    if not (pool.locked >= old.locked and pool.forbidden >= old.forbidden):
        return None
    found = replace(laid.found, pool=pool, obstacles=with_forbidden(laid.found, pool))
    vars(found).update({name: vars(laid.found)[name] for name in LASTING & vars(laid.found).keys()})
    refuse_impossible_locks(found)
    offer = laid.ground.offer
    if found.places_in(offer, pool.locked).size < len(pool.locked):
        return None
    search = laid.search and search_of(found, laid.criteria, laid.search.tell)
    barred = found.places_in(offer, pool.forbidden)
    return replace(laid, found=found, barred=barred, search=search)


def with_forbidden(found: Candidates, pool: Pool) -> tuple[Obstacle, ...]:
    now = marked(pool.forbidden, found.mentees, found.mentors)
    return tuple(
        Obstacle(one.key, now, is_marked) if one.key == "forbidden" else one
        for one in found.obstacles
    )
