"""Change between a first and a second measurement of the same people.

Knows the mean change, its size, who changed more than the instrument's noise, and how much the
silent would have to differ. Does not know causes: without a comparison group this is "change during
the programme", because whoever starts low rises by chance alone (regression to the mean).

Sources: Cumming 2012 and Lakens 2013 (d_av for comparing, d_z for power, Hedges' correction);
Jacobson & Truax 1991 (reliable change); Vickers & Altman 2001 (ANCOVA); Long & Ervin 2000 (HC3).
"""

import math
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Numbers, Yes, floats, yes
from .distributions import t_p, t_quantile
from .estimate import LEVEL, Estimate, NotEstimable
from .regression import least_squares

SMALL = 50
"""Below so many people effect sizes are corrected."""


@dataclass(frozen=True, slots=True)
class PairedChange:
    """How people changed, in points of the scale and in standard deviations.

    ``mean`` is second minus first. ``d_av`` divides by the mean of both deviations, ``g_av``
    is the same with Hedges' correction, ``d_z`` divides by that of the differences. ``correlation``
    is that of first and second. Sizes are nan where nothing varies.
    """

    mean: Estimate
    d_av: float
    g_av: float
    d_z: float
    correlation: float


def paired_change(before: Numbers, after: Numbers, *, level: float = LEVEL) -> PairedChange:
    """The mean change of those measured twice. Raises NotEstimable below three people."""
    first, second = floats(before), floats(after)
    change = second - first
    n = len(change)
    if n < 3:
        raise NotEstimable("too_few")
    spread = (float(first.std(ddof=1)) + float(second.std(ddof=1))) / 2
    size = ratio(float(change.mean()), spread)
    return PairedChange(
        mean=mean_with_t(change, level),
        d_av=size,
        g_av=size * hedges(n - 1),
        d_z=ratio(float(change.mean()), float(change.std(ddof=1))),
        correlation=correlation(first, second),
    )


def mean_with_t(change: Floats, level: float) -> Estimate:
    """A mean with Student's interval and test."""
    n = len(change)
    mean, se = float(change.mean()), float(change.std(ddof=1)) / math.sqrt(n)
    margin = t_quantile(level, n - 1) * se
    p = t_p(mean / se, n - 1) if se > 0 else float(mean == 0)
    return Estimate(
        mean, mean - margin, mean + margin, n, se=se, p=p, level=level, method="paired_t"
    )


def hedges(freedom: float) -> float:
    """Hedges' correction of a standardised mean for few people: 1 - 3 / (4 f - 1)."""
    return 1 - 3 / (4 * freedom - 1)


def ratio(above: float, below: float) -> float:
    """Their quotient; nan where it has no meaning."""
    return above / below if below > 0 else math.nan


def correlation(a: Floats, b: Floats) -> float:
    """Pearson's correlation; nan where one side does not vary."""
    if a.std() == 0 or b.std() == 0:
        return math.nan
    return float(np.corrcoef(a, b)[0, 1])


def difference_in_sizes(first: Numbers, second: Numbers) -> tuple[float, float]:
    """Cohen's d of two separate groups (pooled deviation) and Hedges' g."""
    a, b = floats(first), floats(second)
    freedom = len(a) + len(b) - 2
    pooled = (a.var(ddof=1) * (len(a) - 1) + b.var(ddof=1) * (len(b) - 1)) / freedom
    size = ratio(float(a.mean() - b.mean()), math.sqrt(pooled))
    return size, size * hedges(freedom)


def ancova(before: Numbers, after: Numbers, joined: Numbers, *, level: float = LEVEL) -> Estimate:
    """How much more those who joined gained than others who started alike, in points.

    After on before and group, least squares with HC3 errors and Student's t. Raises NotEstimable
    when a side has fewer than two people.
    """
    first, second, group = floats(before), floats(after), yes(joined)
    if min(group.sum(), (~group).sum()) < 2:
        raise NotEstimable("too_few")
    facts = np.column_stack([np.ones(len(first)), group, first - first.mean()])
    fit = least_squares(facts, second)
    return fit.estimate(1, level=level, method="ancova_hc3")


@dataclass(frozen=True, slots=True)
class ReliableChange:
    """Who changed by more than the noise of the instrument: counts of people, and each index.

    ``limit`` is how many points it takes at the 95% level.
    """

    index: Floats
    improved: int
    unchanged: int
    worse: int
    limit: float


def reliable_change(
    before: Numbers, after: Numbers, *, deviation: float, reliability: float
) -> ReliableChange:
    """Jacobson and Truax: change over the standard error of a difference of two scores.

    ``deviation`` is that of the first scores in the population, above nil; ``reliability`` that of
    the instrument, from 0 to below 1.
    """
    if not (deviation > 0 and 0 <= reliability < 1):
        raise ValueError("the deviation is above nil and the reliability from 0 to below 1")
    noise = deviation * math.sqrt(2 * (1 - reliability))
    index = (floats(after) - floats(before)) / noise
    return ReliableChange(
        index=index,
        improved=int((index > 1.96).sum()),
        unchanged=int((np.abs(index) <= 1.96).sum()),
        worse=int((index < -1.96).sum()),
        limit=1.96 * noise,
    )


@dataclass(frozen=True, slots=True)
class TippingPoint:
    """If the silent changed by less than ``at`` on average, the interval of all reaches nil.

    ``gap`` is how far that is from those who answered. ``at`` is infinite when no assumption is
    needed because the interval of those who answered holds nil already.
    """

    at: float
    gap: float
    silent: int


def tipping_point(
    before: Numbers, after: Numbers, silent: int, *, level: float = LEVEL
) -> TippingPoint:
    """How little the ``silent`` must have changed for the average of all to not differ from nil.

    The silent are given the spread of those who answered (pattern mixture, Little 1993): the mean
    of all is the mixture, its standard error that of the answers on their share.
    """
    found = paired_change(before, after, level=level).mean
    if silent <= 0 or not found.excludes():
        return TippingPoint(at=math.copysign(math.inf, found.value), gap=math.inf, silent=silent)
    everybody = found.n + silent
    spread = found.se * math.sqrt(found.n / everybody)
    nearest = math.copysign(t_quantile(level, found.n - 1) * spread, found.value)
    at = (nearest * everybody - found.value * found.n) / silent
    return TippingPoint(at=at, gap=abs(found.value - at), silent=silent)


def gap_at_start(before: Numbers, answered: Numbers, *, level: float = LEVEL) -> Estimate | None:
    """First scores of those who answered again minus those of the silent, with HC3 errors."""
    first, group = floats(before), yes(answered)
    if not enough(group):
        return None
    facts = np.column_stack([np.ones(len(first)), group])
    return least_squares(facts, first).estimate(1, level=level, method="difference_hc3")


def enough(group: Yes) -> bool:
    """Whether both sides have two people."""
    return min(int(group.sum()), int((~group).sum())) >= 2
