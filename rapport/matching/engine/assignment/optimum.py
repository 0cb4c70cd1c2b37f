"""The optimum of an offer under decisions by hand: what to weigh, and what the result means.

Knows aims and their order: as many people as possible, then the seats mentors count on, then the
best possible worst pair, then the highest total, then wishes. Knows no person and no criterion.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from rapport.matching.engine.arrays import Whole, Yes
from rapport.matching.engine.sentences import UnusableError
from rapport.matching.engine.swiftly import worthwhile

from .large import KEPT, Question, answer, answered
from .lists import Lists, lists_of
from .prices import Proof
from .repair import repair
from .result import Assignment, Objective
from .seats import Ground, Market, Offer, lowest, worth
from .solver import solve
from .stable import stable_places
from .worst import best_worst, filled

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

    def question(self, objective: Objective) -> Question:
        """The same for compiled code."""
        offer = self.ground.offer
        still = np.ones(offer.mentee.size, dtype=bool)
        still[self.barred] = False
        return Question(
            lists_of(offer.only(still)), objective, mentors_at(offer, self.locked),
            mentors_at(offer, self.keep), self.price, self.floor,
        )  # fmt: skip

    def lists(self) -> Lists:
        """What is still open, as lists."""
        return self.question("fair").open()

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


def best(task: Task, objective: Objective) -> Assignment:
    """The optimum, solved anew; the order of the offer decides among equals."""
    if objective == "stable":
        return stable(task)
    if worthwhile(task.ground.offer.score.size):
        return best_of_many(task, objective)
    free, still = task.free(), task.open_pairs()
    if objective == "fair":
        still &= task.ground.offer.score >= weakest(free.only(still), task.floor)
    value = task.value(still)
    market = task.ground.market(value, free.capacity, free.least)
    taken, proof = solve(market.part(market.weight > 0))
    return concluded(task, value, market, taken, proof)


def best_of_many(task: Task, objective: Objective) -> Assignment:
    """The same for a large offer, by compiled code."""
    offer, question = task.ground.offer, task.question(objective)
    task.free()
    found = answer(question)
    place = lists_of(offer).where(found.mentor)
    return answered(question, found, place[place >= 0], np.arange(offer.capacity.size))


def mentors_at(offer: Offer, places: Whole) -> Whole:
    """The mentor of each mentee in the pairs at some places, or -1."""
    mentor = np.full(offer.mentees, -1, dtype=np.int64)
    mentor[offer.mentee[places]] = offer.mentor[places]
    return mentor


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
    if not isinstance(before.solved, Market):
        return None
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
        solved=market,
        taken=taken,
        proof=proof,
    )


def next_seat(offer: Offer, value: Whole, gain: Whole) -> Whole:
    """What one more seat at each mentor would be worth: 0 where nobody would move to it."""
    wanted = np.zeros(offer.capacity.size, dtype=np.int64)
    np.maximum.at(wanted, offer.mentor, value - gain[offer.mentee])
    return wanted
