"""The optimum of a large pool, by compiled code, with the same aims and the same proof.

Knows how aims of falling rank are first solved side by side in small numbers, where an auction is
quick, and then put together: prices that prove the most people and prices that prove the most
points for as many add up to prices that prove both at once, as Koenig's covers and the duals of
one assignment do. Where the small numbers were too small an exact repair has the last word.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from rapport.matching.engine.arrays import Ints, Whole
from rapport.matching.engine.sentences import UnusableError
from rapport.matching.engine.swiftly import swift

from .lists import Lists, stalls_of
from .prices import UNMATCHED, Proof
from .result import Assignment, Objective
from .seats import Levels
from .threshold import highest_floor
from .weighing import Weighed

ROOM = 2**61
"""Sums over everybody stay below this, so that whole numbers of 64 bits hold them."""

SMALL = 2**27
"""Numbers up to here are quick for the auction."""

KEPT = 7
"""A pair to keep counts for more than the dearest wishes of both sides, 3 each."""

EVERY_PAIR = 10_000_000
"""Up to so many pairs prices are lowered to what one more seat is worth exactly."""

NOBODY = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Question:
    """Lists and what is decided about them; mentors are given one a mentee, -1 for none.

    ``locked``: pairs decided by hand. ``keep``: pairs worth ``price`` points more than they
    score. ``floor``: a worst pair as good as this is good enough.
    """

    lists: Lists
    objective: Objective
    locked: Ints = field(default_factory=lambda: NOBODY)
    keep: Ints = field(default_factory=lambda: NOBODY)
    price: int = 0
    floor: int | None = None

    def open(self) -> Lists:
        """The lists of those who wait, with the seats that are left."""
        if not (self.locked >= 0).any():
            return self.lists
        many = self.lists.capacity.size
        used = np.bincount(self.locked[self.locked >= 0], minlength=many)
        if (used > self.lists.capacity).any():
            raise UnusableError("arrays_disagree", what="locked")
        waiting = np.repeat(self.locked < 0, np.diff(self.lists.start))
        return replace(
            self.lists.only(waiting),
            capacity=self.lists.capacity - used,
            least=np.maximum(self.lists.least - used, 0),
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """``mentor`` of each mentee, those locked included, or -1; ``weighed`` is what was solved."""

    mentor: Whole
    weighed: Weighed
    taken: Whole
    proof: Proof
    worst: int | None


def answer(question: Question) -> Answer:
    """The optimum with its proof; raises UnusableError for locks that cannot be."""
    lists, seated = question.open(), None
    if question.objective == "fair" and lists.score.size:
        floor, seated = highest_floor(lists, question.floor)
        if floor > int(lists.score.min()):
            lists = lists.only(lists.score >= floor)
    task = aims(lists, question)
    taken, proof = settled(task, *quick(task, seated))
    mentor = task.mentor_of(taken)
    place = lists.where(mentor)
    worst = int(lists.score[place[place >= 0]].min()) if (place >= 0).any() else None
    if question.locked.size:
        mentor = np.where(question.locked >= 0, question.locked, mentor)
    return Answer(mentor, task, taken, proof, worst)


def aims(lists: Lists, question: Question) -> Weighed:
    """All aims in one number a pair: points from 0 up, with what pairs to keep count more."""
    lowest = int(lists.score.min()) if lists.score.size else 0
    points, wish = lists.score - lowest, lists.wish
    kept = lists.where(question.keep) if question.keep.size else NOBODY
    kept = kept[kept >= 0]
    if kept.size:
        points[kept] += question.price
        wish = np.zeros(points.size, np.int32) if wish is None else wish.copy()
        wish[kept] += KEPT
    levels = strict_levels(lists, int(points.max(initial=0)), wish)
    return Weighed(stalls_of(lists), levels, points, wish if levels.wish else None, lowest)


def strict_levels(lists: Lists, points: int, wish: Ints | None) -> Levels:
    """Levels of which each outweighs all lower ones together; without wishes where that is much.

    Raises UnusableError where sums would still pass what 64 bits hold.
    """
    pairs = min(lists.mentees, int(lists.capacity.sum()) + 1)
    counting = min(pairs, int(lists.least.sum()))
    for unit in (1, 0):
        wishes = unit * int(wish.max(initial=0)) if wish is not None else 0
        point = 2 * pairs * wishes + 1
        counted_on = 2 * pairs * (points * point + wishes) + 1
        person = (2 * counting + 1) * counted_on
        if (person + counted_on) * (lists.mentees + int(lists.capacity.sum()) + 1) < ROOM:
            return Levels(person, counted_on, point, unit if wishes else 0)
    raise UnusableError("pool_too_large", people=lists.mentees)


def quick(task: Weighed, seated: Whole | None) -> tuple[Whole, Whole]:
    """Seats and prices from small numbers, put together for all aims; nearly always the optimum.

    ``seated``: the mentors of an assignment that is nearly the fullest, where one is known.
    """
    stalls, levels = task.stalls, task.levels
    start, seat, capacity = stalls.start, stalls.seat, stalls.seats.capacity
    if not seat.size:
        return np.full(start.size - 1, UNMATCHED), np.zeros(capacity.size, dtype=np.int64)
    small, span = small_levels(task)
    weight = replace(task, levels=small, wish=None).weights()
    weight = weight.astype(np.int32) if int(weight.max()) < 2**30 else weight
    near = seated if stalls.place is None else None
    taken, price = swift().optimum(start, seat, weight, capacity, span, small.person, near)
    price = levels.point * price
    more = levels.person - levels.point * small.person
    if more:
        price += more * swift().reached_from(start, start[1:], seat, capacity, taken)
    counted = stalls.seats.counted_on
    more = levels.counted_on - levels.point * small.counted_on
    if more and counted.any():
        price += more * reached_counting(task, taken)
    return taken, price


def small_levels(task: Weighed) -> tuple[Levels, int]:
    """Levels that an auction is quick with, and the range of weights for one number of people."""
    span = int(task.points.max(initial=0)) + 1
    counting = bool(task.stalls.seats.counted_on.any())
    strict = task.levels.person // task.levels.point
    counted_on = min(4 * span, task.levels.counted_on // task.levels.point) if counting else 0
    person = min(4 * (span + counted_on), strict)
    return Levels(person, counted_on, 1, 0), span + counted_on


def reached_counting(task: Weighed, taken: Whole) -> Ints:
    """The cover that proves the seats counted on to be filled as far as they can be."""
    stalls = task.stalls
    counted = stalls.seats.counted_on
    kept = counted[stalls.seat]
    before = np.concatenate([[0], np.cumsum(kept)])
    start = before[stalls.start]
    held = np.where((taken >= 0) & counted[np.maximum(taken, 0)], taken, UNMATCHED)
    found: Ints = swift().reached_from(
        start, start[1:], stalls.seat[kept], stalls.seats.capacity, held
    )
    return found


def settled(task: Weighed, taken: Whole, price: Whole) -> tuple[Whole, Proof]:
    """The optimum with its proof, by the smallest prices where that is not too long."""
    stalls, exactly = task.stalls, task.stalls.seat.size <= EVERY_PAIR
    if not exactly and not (proof := task.prove(taken, price)).gap:
        return taken, proof
    market = stalls.start, stalls.seat, task.weights(), stalls.seats.capacity
    if not exactly or swift().gap(*market, taken, price):
        taken, price = swift().mended(*market, taken, price)
    return taken, task.prove(taken, swift().lowered(*market, taken, price) if exactly else price)


def answered(question: Question, found: Answer, pairs: Whole, columns: Whole) -> Assignment:
    """An answer about people: ``pairs`` are places, ``columns`` says where each mentor stands."""
    score, task = question.lists.score, found.weighed
    mentors = question.lists.capacity.size
    value = found.proof.price[:mentors][columns]
    people, points = task.levels.people_and_points(value)
    lowest = int(task.lowest)
    total = int(score[question.lists.where(found.mentor)[found.mentor >= 0]].sum())
    return Assignment(
        pairs=pairs,
        total=total,
        worst=found.worst,
        bound=total - (-found.proof.gap // task.levels.point),
        prices=points + people * lowest,
        opens=people > 0,
        solved=task,
        taken=found.taken,
        proof=found.proof,
    )
