"""The estimators one by one, where the truth is a number written here.

Knows single shares and curves, lotteries, the doubly robust effect, competing exits, and gaps that
are filled. Each replicate answers with an estimate; nil and truth stand beside the name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from rapport.evaluation.engine.arrays import Floats
from rapport.evaluation.engine.att import att, sample
from rapport.evaluation.engine.estimate import Estimate, NotEstimable
from rapport.evaluation.engine.imputation import impute, rubin
from rapport.evaluation.engine.incidence import incidence
from rapport.evaluation.engine.lottery import complier_effect, intention_to_treat
from rapport.evaluation.engine.proportions import Pairs, newcombe_paired, wilson_clustered
from rapport.evaluation.engine.spells import spells
from rapport.evaluation.engine.survival import kaplan_meier

type Maker = Callable[[np.random.Generator], Estimate]


@dataclass(frozen=True, slots=True)
class Small:
    """An estimator on made-up people: the value it should hold, and the value of nil if any."""

    make: Maker
    truth: float
    nil: float | None = None


def curve(people: int, leaving: float) -> Small:
    """One curve at 365 days, half the people not watched to the end of their second year."""
    pace = -np.log1p(-leaving) / 365

    def make(random: np.random.Generator) -> Estimate:
        leave = np.ceil(random.exponential(1 / pace, people)).astype(np.int64)
        end = random.integers(366, 1095, people)
        return kaplan_meier(spells(np.minimum(leave, end), leave <= end)).at(365)

    return Small(make, truth=1 - leaving)


def goals(people: int) -> Small:
    """Three goals a person that hang together."""

    def make(random: np.random.Generator) -> Estimate:
        mood = random.normal(size=people)
        hit = random.random((people, 3)) < 0.65 + 0.12 * np.clip(mood, -2, 2)[:, None]
        return wilson_clustered(hit.ravel(), np.repeat(np.arange(people), 3))

    return Small(make, truth=0.65)


def lottery(people: int, effect: float, *, compliers: bool = False) -> Small:
    """Two draws; with ``compliers`` the effect on those who took part because they won."""

    def make(random: np.random.Generator) -> Estimate:
        draw = random.integers(0, 2, people)
        won = random.random(people) < 0.5 - 0.2 * draw
        part = won & (random.random(people) < 0.7)
        hit = random.random(people) < 0.6 + 0.15 * draw + effect * part
        if compliers:
            return complier_effect(won, part, hit, draw).effect
        return intention_to_treat(won, hit, draw)

    return Small(make, truth=effect if compliers else 0.7 * effect, nil=0.0)


def pairs(many: int) -> Small:
    """Matched pairs that agree more often than by chance."""

    def make(random: np.random.Generator) -> Estimate:
        both, first, second, neither = random.multinomial(many, [0.6, 0.12, 0.12, 0.16])
        return newcombe_paired(Pairs(int(both), int(first), int(second), int(neither)))

    return Small(make, truth=0.0, nil=0.0)


def volunteers(
    random: np.random.Generator, joiners: int, people: int
) -> tuple[Floats, Floats, Floats]:
    """Three facts, who joined, who stayed: the first fact raises both."""
    facts = random.normal(size=(people, 3))
    odds = np.exp(0.8 * facts[:, 0] + np.log(joiners / (people - joiners)))
    joined = random.random(people) < odds / (1 + odds)
    stayed = random.random(people) < 1 / (1 + np.exp(-1.7 - 0.5 * facts[:, 0]))
    return facts, joined.astype(float), stayed.astype(float)


def robust(joiners: int, people: int) -> Small:
    """The doubly robust effect where there is none."""

    def make(random: np.random.Generator) -> Estimate:
        facts, joined, stayed = volunteers(random, joiners, people)
        return att(sample(joined, stayed, facts)).effect

    return Small(make, truth=0.0, nil=0.0)


def with_gaps(*, at_random: bool) -> Small:
    """The same, a fifth of the first fact missing: where another, or where it itself, is large."""

    def make(random: np.random.Generator) -> Estimate:
        facts, joined, stayed = volunteers(random, 100, 600)
        why = facts[:, 1] if at_random else facts[:, 0]
        gap = random.random(600) < 0.4 / (1 + np.exp(-2 * why))
        seen = np.where(gap, np.nan, facts[:, 0])
        columns = np.column_stack([seen, facts[:, 1:], joined, stayed])
        filled = impute(columns, times=5, seed=int(random.integers(1 << 30)))
        found = [att(sample(joined, stayed, each[:, :3])).effect for each in filled]
        return rubin([each.value for each in found], [each.se for each in found], 600)

    return Small(make, truth=0.0, nil=0.0)


def competing(people: int) -> Small:
    """Leaving by choice beside dismissal, at 365 days."""

    def make(random: np.random.Generator) -> Estimate:
        leave = np.ceil(random.exponential(365 / 0.25, people)).astype(np.int64)
        cause = np.where(random.random(people) < 0.6, 1, 2)
        end = random.integers(366, 1095, people)
        left = leave <= end
        return incidence(spells(np.minimum(leave, end), left), np.where(left, cause, 0)).at(1, 365)

    return Small(make, truth=0.6 * (1 - float(np.exp(-0.25))))


SMALL: Mapping[str, Small] = MappingProxyType(
    {
        **{
            f"curve, {people} people, {leaving:.0%} leave": curve(people, leaving)
            for people in (15, 30, 200)
            for leaving in (0.05, 0.10, 0.30)
        },
        "competing exits, 30 people": competing(30),
        "competing exits, 200 people": competing(200),
        "goals of 15 people": goals(15),
        "goals of 60 people": goals(60),
        "lottery, 30 people": lottery(30, 0.0),
        "lottery, 100 people": lottery(100, 0.0),
        "lottery, 400 people, true 0.15": lottery(400, 0.15),
        "compliers, 100 people": lottery(100, 0.0, compliers=True),
        "compliers, 400 people, true 0.15": lottery(400, 0.15, compliers=True),
        "30 matched pairs": pairs(30),
        "200 matched pairs": pairs(200),
        "doubly robust, 30 of 200": robust(30, 200),
        "doubly robust, 100 of 1,000": robust(100, 1_000),
        "doubly robust, 500 of 5,000": robust(500, 5_000),
        "gaps at random, filled": with_gaps(at_random=True),
        "gaps not at random, filled": with_gaps(at_random=False),
    }
)


def answered(name: str, seed: int) -> tuple[bool | None, bool] | None:
    """Whether one replicate raised a false alarm and whether it held the truth."""
    small = SMALL[name]
    try:
        found = small.make(np.random.default_rng(seed))
    except NotEstimable:
        return None
    alarm = None if small.nil is None else found.excludes(small.nil)
    return alarm, found.low <= small.truth <= found.high
