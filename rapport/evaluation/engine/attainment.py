"""Whether people reached what they set out for: goal attainment on five levels.

Knows goals whose five levels were agreed at the start, scored by one rater. Shows the distribution
first, the share at or above the expected level second and the T-score last, because T moves with
the number of goals and hides the distribution. A goal dropped by agreement is neither failed nor
missing. Does not know change over time, and never ranks people.

Sources: Kiresuk & Sherman 1968 (T-score, goals assumed to correlate 0.3); Bland & Altman 1986
(limits of agreement); Shrout & Fleiss 1979 (ICC 2,1).
"""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from .arrays import Floats, Numbers, floats
from .distributions import t_p, t_quantile
from .estimate import LEVEL, Estimate, NotEstimable
from .proportions import wilson_clustered

LEVELS = (-2, -1, 0, 1, 2)
"""Much less than expected, less, as expected, more, much more."""

TOGETHER = 0.3
"""How strongly the goals of one person are assumed to correlate (Kiresuk & Sherman)."""


class Fate(StrEnum):
    """What became of a goal. Only a scored one has a level."""

    SCORED = "scored"
    UNSCORED = "unscored"
    DROPPED = "dropped"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal of one person as one rater sees it; ``weight`` above nil, 1 unless agreed."""

    person: Hashable
    level: int | None = None
    fate: Fate = Fate.SCORED
    weight: float = 1.0

    def __post_init__(self) -> None:
        if (self.fate is Fate.SCORED) != (self.level is not None):
            raise ValueError("a scored goal has a level, another goal has none")
        if self.level is not None and self.level not in LEVELS:
            raise ValueError("a level is one of -2, -1, 0, 1, 2")
        if not self.weight > 0:
            raise ValueError("a weight is larger than nil")


@dataclass(frozen=True, slots=True)
class Attainment:
    """How far goals were reached.

    ``levels`` counts goals at -2, -1, 0, 1, 2. ``reached`` is the share at 0 or above (clustered by
    person), ``t_score`` the mean of the people's T-scores, or None below two people. ``dropped``,
    ``replaced`` and ``unscored`` count goals, ``people`` those with a scored goal.
    """

    levels: tuple[int, int, int, int, int]
    reached: Estimate
    t_score: Estimate | None
    dropped: int
    replaced: int
    unscored: int
    people: int
    by_number: dict[int, int] = field(default_factory=dict)


def attain(goals: Sequence[Goal], *, level: float = LEVEL) -> Attainment:
    """Sum up the goals of many people. Raises NotEstimable when none was scored."""
    by_person: dict[Hashable, list[Goal]] = {}
    for goal in goals:
        if goal.level is not None:
            by_person.setdefault(goal.person, []).append(goal)
    scored = [goal for of_one in by_person.values() for goal in of_one]
    reached = wilson_clustered(
        [(goal.level or 0) >= 0 for goal in scored], [goal.person for goal in scored], level=level
    )
    fates = [goal.fate for goal in goals]
    numbers = [len(of_one) for of_one in by_person.values()]
    return Attainment(
        levels=distribution([goal.level or 0 for goal in scored]),
        reached=reached,
        t_score=mean_of([t_of(of_one) for of_one in by_person.values()], level=level),
        dropped=fates.count(Fate.DROPPED),
        replaced=fates.count(Fate.REPLACED),
        unscored=fates.count(Fate.UNSCORED),
        people=len(by_person),
        by_number={number: numbers.count(number) for number in sorted(set(numbers))},
    )


def distribution(levels: Sequence[int]) -> tuple[int, int, int, int, int]:
    """How many goals stand at each of the five levels, the lowest first."""
    a, b, c, d, e = (levels.count(one) for one in LEVELS)
    return a, b, c, d, e


def t_of(goals: Sequence[Goal]) -> float:
    """The T-score of the scored goals of one person."""
    return t_score([goal.level or 0 for goal in goals], [goal.weight for goal in goals])


def t_score(
    levels: Numbers, weights: Numbers | None = None, *, together: float = TOGETHER
) -> float:
    """Kiresuk and Sherman's T: 50 when all is as expected; one goal moves it by 10 a level.

    ``together`` is the assumed correlation of goals, 0 to 1. Raises NotEstimable without a goal.
    """
    levels = floats(levels)
    weights = np.ones_like(levels) if weights is None else floats(weights)
    if len(levels) == 0:
        raise NotEstimable("nobody")
    below = (1 - together) * float((weights**2).sum()) + together * float(weights.sum()) ** 2
    return 50 + 10 * float((weights * levels).sum()) / math.sqrt(below)


def mean_of(values: Sequence[float], *, level: float = LEVEL) -> Estimate | None:
    """The mean with its t interval; None below two values."""
    if len(values) < 2:
        return None
    mean, spread = float(np.mean(values)), float(np.std(values, ddof=1)) / math.sqrt(len(values))
    margin = t_quantile(level, len(values) - 1) * spread
    return Estimate(
        mean, mean - margin, mean + margin, n=len(values), se=spread, level=level, method="t_mean"
    )


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two raters of the same goals differ.

    ``gap`` is the mean of first minus second in levels; between ``lower`` and ``upper`` lie 95 of
    100 single gaps; ``alike`` is the share of goals with the same level; ``icc`` the intraclass
    correlation for absolute agreement, nan when all levels are one.
    """

    gap: Estimate
    lower: float
    upper: float
    alike: float
    icc: float


def raters(first: Numbers, second: Numbers) -> Agreement:
    """Compare two raters goal by goal. Raises NotEstimable below two goals."""
    a, b = floats(first), floats(second)
    gaps = a - b
    if (gap := mean_of(gaps.tolist())) is None:
        raise NotEstimable("too_few")
    gap = Estimate(
        gap.value, gap.low, gap.high, n=gap.n, se=gap.se, level=gap.level, method=gap.method,
        p=t_p(gap.value / gap.se, gap.n - 1) if gap.se > 0 else 1.0,
    )  # fmt: skip
    spread = 1.96 * float(gaps.std(ddof=1))
    return Agreement(
        gap, gap.value - spread, gap.value + spread, float((gaps == 0).mean()), icc(a, b)
    )


def icc(a: Floats, b: Floats) -> float:
    """ICC(2,1) of Shrout and Fleiss for two raters; nan when nothing varies."""
    both, n = np.column_stack([a, b]), len(a)
    rows = 2 * float(((both.mean(axis=1) - both.mean()) ** 2).sum()) / (n - 1)
    columns = n * float(((both.mean(axis=0) - both.mean()) ** 2).sum())
    total = float(((both - both.mean()) ** 2).sum())
    error = (total - rows * (n - 1) - columns) / (n - 1)
    below = rows + error + 2 * (columns - error) / n
    return (rows - error) / below if below > 0 else math.nan
