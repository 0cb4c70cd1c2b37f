"""Fairness beyond the worst pair: as few weak pairs as possible, band by band from the weakest.

Knows how to follow aims of falling rank exactly without numbers that grow with every aim: the
optima of one aim are all assignments that use only pairs its prices leave without slack and fill
everything its prices make precious (complementary slackness); the next aim chooses among those.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rapport.matching.engine.arrays import Ints, Whole, Yes
from rapport.matching.engine.swiftly import swift, worthwhile

from .optimum import Task, best
from .prices import UNMATCHED, Proof, bound
from .result import Assignment
from .seats import Market, Seats
from .solver import solve

BANDS = 10
"""Into so many equal parts the range of scores is divided."""


@dataclass(frozen=True, slots=True)
class Face:
    """All that is left to choose from: ``pairs`` of a market, and who must be seated or full."""

    pairs: Whole
    mentees: Yes
    seats: Yes


@dataclass(frozen=True, slots=True)
class Step:
    """An optimum of one aim on a face: seats, the proof, and the market it is a proof for."""

    taken: Whole
    proof: Proof
    market: Market


def leximin(task: Task) -> Assignment:
    """As many people, as good a worst pair as can be; then the fewest pairs in each weak band.

    Then the highest total and the wishes. The bound and the gap are those of the total.
    """
    fair = best(task, "fair")
    if fair.worst is None:
        return fair
    offer, free = task.ground.offer, task.free()
    still = task.open_pairs() & (offer.score >= fair.worst)
    market = task.ground.market(still.astype(np.int64), free.capacity, free.least)
    pair = task.ground.pair
    aims = aims_of(offer.score[pair], market.seats.counted_on[market.seat], fair.worst)
    *_, total = steps = follow(market, np.flatnonzero(still[pair]), aims)
    last = follow(market, steps[-1][1].pairs, [offer.wish[pair]], steps[-1][1])
    taken = last[-1][0].taken
    chosen = pair[np.flatnonzero((taken[market.mentee] == market.seat) & still[pair])]
    pairs = np.sort(np.concatenate([task.locked, chosen]))
    points, proof = int(offer.score[pairs].sum()), total[0].proof
    return replace(
        fair, pairs=pairs, total=points, bound=points + proof.gap, taken=taken,
        solved=total[0].market, proof=proof,
    )  # fmt: skip


def aims_of(score: Whole, counted_on: Yes, worst: int) -> Iterable[Whole]:
    """People, seats counted on, pairs above each band from the lowest up, and points."""
    yield np.ones(score.size, dtype=np.int64)
    yield counted_on.astype(np.int64)
    for edge in np.unique(np.linspace(worst, int(score.max()), BANDS + 1)[1:-1].astype(int)):
        yield (score >= edge).astype(np.int64)
    yield score - int(score.min())


def follow(
    market: Market, pairs: Whole, aims: Iterable[Whole], face: Face | None = None
) -> Sequence[tuple[Step, Face]]:
    """One step an aim, each among the optima of all before it."""
    free = Face(
        pairs, np.zeros(market.mentees, bool), np.zeros(market.seats.capacity.size, dtype=bool)
    )
    steps: list[tuple[Step, Face]] = []
    for aim in aims:
        steps.append(step(market, steps[-1][1] if steps else face or free, aim))
    return steps


def step(market: Market, face: Face, aim: Whole) -> tuple[Step, Face]:
    """The best of one aim on a face, and the face of all that are as good."""
    part = market.part(face.pairs)
    most, must = int(aim[face.pairs].max(initial=0)), 4
    while True:
        unit = must * most + 1
        precious = face.mentees[part.mentee].astype(np.int64) + face.seats[part.seat]
        weighed = replace(part, weight=aim[face.pairs] + unit * precious)
        taken, price = heaviest(weighed, most + unit)
        if kept(face, taken, market.seats):
            break
        must *= 8
    proof = bound(weighed, taken, price)
    tight = weighed.weight - price[part.seat] == proof.gain[part.mentee]
    return Step(taken, proof, weighed), Face(face.pairs[tight], proof.gain > 0, price > 0)


def kept(face: Face, taken: Whole, seats: Seats) -> bool:
    """Whether everybody who must be has a seat, and every group that must be is full."""
    load = np.bincount(taken[taken >= 0], minlength=seats.capacity.size)
    return bool((taken[face.mentees] >= 0).all() and (load >= seats.capacity)[face.seats].all())


def heaviest(market: Market, span: int) -> tuple[Whole, Whole]:
    """Seats and prices of an assignment of greatest weight."""
    wanted = market.part(market.weight > 0)
    if not wanted.weight.size:
        seats = np.zeros(market.seats.capacity.size, dtype=np.int64)
        return np.full(market.mentees, UNMATCHED), seats
    if not worthwhile(market.weight.size):
        taken, proof = solve(wanted)
        return taken, proof.price
    start = np.searchsorted(wanted.mentee, np.arange(market.mentees + 1))
    found: tuple[Ints, Ints] = swift().optimum(
        start, wanted.seat.astype(np.int32), wanted.weight, market.seats.capacity, span
    )
    return found
