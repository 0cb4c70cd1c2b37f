"""Whether the two sides of a comparison were alike at the start.

Knows standardised differences, variance ratios, effective sizes and how the scores overlap. No
p-values: balance is a property of the sample. Does not know outcomes.

Sources: Austin 2009 (standardised differences below 0.1); Rubin 2001 (variance ratios); Kish 1965
(effective size).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Yes

ALIKE = 0.1
"""A standardised difference below this passes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: means of both sides, standardised difference, ratio of variances."""

    name: str
    joined: float
    others: float
    difference: float
    variances: float

    @property
    def passes(self) -> bool:
        """Whether the sides are alike in this fact."""
        return abs(self.difference) < ALIKE


@dataclass(frozen=True, slots=True)
class Balance:
    """All facts; ``effective`` is how many people of equal weight the others are worth."""

    rows: tuple[Row, ...]
    effective: float

    @property
    def worst(self) -> float:
        """The largest standardised difference in size; 0 without facts."""
        return max((abs(row.difference) for row in self.rows), default=0.0)

    @property
    def passes(self) -> bool:
        """Whether the sides are alike in every fact."""
        return all(row.passes for row in self.rows)


def balance(
    facts: Floats, treated: Yes, weight: Floats | None = None, names: Sequence[str] = ()
) -> Balance:
    """Compare both sides fact by fact, weighted when weights are given.

    The difference is divided by the unweighted standard deviation of the joiners, so that it does
    not shrink because weighting made the others more alike. A fact that varies on neither side is 0
    apart when the means agree and infinitely far when they do not.
    """
    facts = np.asarray(facts, dtype=np.float64)
    weights = np.ones(len(facts)) if weight is None else weight
    named = tuple(names) or tuple(str(n) for n in range(facts.shape[1]))
    rows = [
        compared(name, column, treated, weights)
        for name, column in zip(named, facts.T, strict=True)
    ]
    return Balance(tuple(rows), effective_size(weights[~treated]))


def compared(name: str, column: Floats, treated: Yes, weight: Floats) -> Row:
    """One fact on both sides."""
    (a, spread_a), (b, spread_b) = (
        moments(column[rows], weight[rows]) for rows in (treated, ~treated)
    )
    unit = math.sqrt(float(column[treated].var())) or math.sqrt(spread_b)
    size = standardised(a - b, unit)
    return Row(name, a, b, size, spread_a / spread_b if spread_b > 0 else math.inf)


def standardised(gap: float, unit: float) -> float:
    """The gap in its unit; infinite where nothing varies and the sides still differ."""
    if unit > 0:
        return gap / unit
    return 0.0 if abs(gap) < 1e-12 else math.copysign(math.inf, gap)


def moments(values: Floats, weight: Floats) -> tuple[float, float]:
    """The weighted mean and variance."""
    mean = float(np.average(values, weights=weight))
    return mean, float(np.average((values - mean) ** 2, weights=weight))


def effective_size(weight: Floats) -> float:
    """How many people of equal weight the given weights are worth; 0 without anybody."""
    squares = float((weight**2).sum())
    return float(weight.sum()) ** 2 / squares if squares > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shares of both sides in ten bands of the score; ``edges`` are the eleven ends."""

    edges: tuple[float, ...]
    joined: tuple[float, ...]
    others: tuple[float, ...]


def overlap(score: Floats, treated: Yes, weight: Floats | None = None) -> Overlap:
    """How the scores of both sides lie over each other."""
    weights = np.ones(len(score)) if weight is None else weight
    edges = np.linspace(float(score.min()), float(score.max()) or 1.0, 11)
    a, b = (
        np.histogram(score[rows], bins=edges, weights=weights[rows])[0] / weights[rows].sum()
        for rows in (treated, ~treated)
    )
    return Overlap(tuple(edges.tolist()), tuple(a.tolist()), tuple(b.tolist()))
