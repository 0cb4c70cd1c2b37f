"""What each method says about one invented organisation, and whether it was offered at all.

A method answers with (value, low, high) and the value of no difference; the guard rails of the
engine decide whether it may answer.
"""

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from bench.simulated_staff import YEAR, Made, World, people, rows, truth
from rapport.evaluation.engine.att import att_of_staying
from rapport.evaluation.engine.comparison import compare_retention
from rapport.evaluation.engine.cox import Design, cox
from rapport.evaluation.engine.estimate import Estimate, NotEstimable
from rapport.evaluation.engine.fillings import fill, over_all
from rapport.evaluation.engine.guards import Rails, may_adjust, may_adjust_twice, may_compare
from rapport.evaluation.engine.riskset import Matched, Terms, match
from rapport.evaluation.engine.spells import Spells, spells
from rapport.evaluation.engine.staff import Staff
from rapport.evaluation.engine.survival import kaplan_meier
from rapport.evaluation.engine.timing import NEVER, treatment_ratio

FILLINGS = 5
"""How often gaps are filled here; a report fills them twenty times."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One method's answer in one replicate; ``truth`` is None where none is defined."""

    method: str
    estimate: Estimate
    nil: float
    truth: float | None
    offered: bool


def answers(world: World, seed: int, rails: Rails, kinds: Collection[str]) -> Iterator[Answer]:
    """These kinds of methods on one organisation; those that find no estimate stay silent."""
    random = np.random.default_rng(seed)
    made = people(world, random)
    fillings = fill(rows(made, world, random), times=FILLINGS, seed=seed)
    effect = truth(made, world, YEAR) if (made.joined < NEVER).any() else 0.0
    for kind in kinds:
        try:
            yield from KINDS[kind](Asked(world, made, fillings, effect, rails))
        except NotEstimable:
            continue


@dataclass(frozen=True, slots=True)
class Asked:
    """What a method is asked about."""

    world: World
    made: Made
    fillings: list[Staff]
    effect: float
    rails: Rails

    @property
    def of(self) -> Staff:
        return self.fillings[0]


def matched_answers(asked: Asked) -> Iterator[Answer]:
    """Risk-set matching: the difference of shares, of days, and the ratio."""
    matched = match(asked.of)
    found = compare_retention(matched, YEAR)
    may = may_compare(found.sizes(matched.share), asked.rails).open
    if len(asked.fillings) > 1:
        pooled = over_all(asked.fillings, lambda of: compare_retention(match(of), YEAR).difference)
        yield Answer("matched, difference", pooled, 0.0, asked.effect, may)
        return
    yield Answer("matched, difference", found.difference, 0.0, asked.effect, may)
    yield Answer("matched, days", found.days, 0.0, None, may)
    if found.ratio is not None:
        yield Answer("matched, Cox", found.ratio, 1.0, asked.world.ratio, may)


def robust_answers(asked: Asked) -> Iterator[Answer]:
    """The doubly robust effect."""
    drawn = match(asked.of, Terms(each=20, by_lot=True))
    sizes = compare_retention(drawn, YEAR).sizes(drawn.share)
    may = may_adjust_twice(sizes, asked.rails).open
    found = over_all(asked.fillings, lambda of: robust(match(of, Terms(each=20, by_lot=True))))
    yield Answer("doubly robust", found, 0.0, asked.effect, may)


def robust(drawn: Matched) -> Estimate:
    """The doubly robust effect on staying a year."""
    return att_of_staying(drawn, YEAR).effect


def in_time_answers(asked: Asked) -> Iterator[Answer]:
    """The time-dependent Cox model on tenure with delayed entry, offered as a report offers it.

    That is beside a comparison that may be made. To ask for people who left among the joiners here
    would let small worlds through exactly when they went badly.
    """
    of = asked.of
    found = over_all(asked.fillings, in_time).exponential()
    matched = match(of)
    sizes = compare_retention(matched, YEAR).sizes(matched.share)
    may = may_compare(sizes, asked.rails).open
    may &= may_adjust(int(of.gone.sum()), of.facts.shape[1] + 1, asked.rails).open
    yield Answer("Cox in time", found, 1.0, asked.world.ratio, may)


def in_time(of: Staff) -> Estimate:
    """The log of the ratio of leaving once people joined."""
    tenure = Spells(of.since - of.hired, of.until - of.hired, of.gone[of.person])
    joined = np.where(of.joined < NEVER, of.joined - of.hired, NEVER)
    found = treatment_ratio(tenure, joined, of.facts, Design(strata=of.group)).ratio("joined")
    low, high = math.log(max(found.low, 1e-300)), math.log(found.high)
    return replace(found, value=math.log(found.value), low=low, high=high)


def naive_answers(asked: Asked) -> Iterator[Answer]:
    """What commercial reports do: ever against never, from hire."""
    of = asked.of
    fit = cox(of.spells, (of.joined < NEVER).astype(np.float64))
    yield Answer("naive: ever v. never", fit.ratio(0), 1.0, asked.world.ratio, offered=True)


def curve_answers(asked: Asked) -> Iterator[Answer]:
    """A single curve: joiners' share still there after a year, in worlds without a trait."""
    made, world = asked.made, asked.world
    rows = (made.joined < NEVER) & (made.joined > 0)
    if world.trait != "none" or not rows.any():
        return
    of = spells((made.leave - made.joined)[rows], made.left[rows])
    expected = float(np.exp(-world.ratio * world.pace * YEAR))
    yield Answer("curve of joiners", kaplan_meier(of).at(YEAR), -1.0, expected, offered=True)


KINDS: Mapping[str, Callable[[Asked], Iterator[Answer]]] = {
    "matched": matched_answers,
    "robust": robust_answers,
    "in-time": in_time_answers,
    "naive": naive_answers,
    "curve": curve_answers,
}
