"""What each method says about one invented organisation, and whether it was offered at all.

A method answers with (value, low, high) and the value of no difference; the guard rails of the
engine decide whether it may answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bench.simulated_staff import YEAR, Made, World, people, rows, truth
from rapport.evaluation.engine.att import att_of_staying
from rapport.evaluation.engine.comparison import compare_retention
from rapport.evaluation.engine.cox import Design, cox
from rapport.evaluation.engine.estimate import Estimate, NotEstimable
from rapport.evaluation.engine.guards import Rails, may_adjust, may_adjust_twice, may_compare
from rapport.evaluation.engine.riskset import Terms, match
from rapport.evaluation.engine.spells import Spells, spells
from rapport.evaluation.engine.staff import Staff, staff
from rapport.evaluation.engine.survival import kaplan_meier
from rapport.evaluation.engine.timing import NEVER, treatment_ratio


@dataclass(frozen=True, slots=True)
class Answer:
    """One method's answer in one replicate; ``truth`` is None where none is defined."""

    method: str
    estimate: Estimate
    nil: float
    truth: float | None
    offered: bool


def answers(world: World, seed: int, rails: Rails) -> Iterator[Answer]:
    """All methods on one organisation; those that find no estimate stay silent."""
    random = np.random.default_rng(seed)
    made = people(world, random)
    of = staff(rows(made, world, random))
    effect = truth(made, world, YEAR) if (made.joined < NEVER).any() else 0.0
    for ask in (matched_answers, robust_answers, in_time_answers, naive_answers, curve_answers):
        try:
            yield from ask(Asked(world, made, of, effect, rails))
        except NotEstimable:
            continue


@dataclass(frozen=True, slots=True)
class Asked:
    """What a method is asked about."""

    world: World
    made: Made
    of: Staff
    effect: float
    rails: Rails


def matched_answers(asked: Asked) -> Iterator[Answer]:
    """Risk-set matching: the difference of shares, of days, and the ratio."""
    matched = match(asked.of)
    found = compare_retention(matched, YEAR)
    may = may_compare(found.sizes(matched.share), asked.rails).open
    yield Answer("matched, difference", found.difference, 0.0, asked.effect, may)
    yield Answer("matched, days", found.days, 0.0, None, may)
    if found.ratio is not None:
        yield Answer("matched, Cox", found.ratio, 1.0, asked.world.ratio, may)


def robust_answers(asked: Asked) -> Iterator[Answer]:
    """The doubly robust effect."""
    drawn = match(asked.of, Terms(each=20, by_lot=True))
    sizes = compare_retention(drawn, YEAR).sizes(drawn.share)
    may = may_adjust_twice(sizes, asked.rails).open
    yield Answer("doubly robust", att_of_staying(drawn, YEAR).effect, 0.0, asked.effect, may)


def in_time_answers(asked: Asked) -> Iterator[Answer]:
    """The time-dependent Cox model on tenure with delayed entry."""
    of = asked.of
    tenure = Spells(of.since - of.hired, of.until - of.hired, of.gone[of.person])
    joined = np.where(of.joined < NEVER, of.joined - of.hired, NEVER)
    fit = treatment_ratio(tenure, joined, of.facts, Design(strata=of.group))
    may = may_adjust(fit.events, len(fit.beta), asked.rails).open
    after = int((of.gone[of.person] & (of.joined < NEVER)).sum())
    may &= min(after, fit.events - after) >= asked.rails.events
    yield Answer("Cox in time", fit.ratio("joined"), 1.0, asked.world.ratio, may)


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
