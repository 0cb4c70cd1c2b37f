"""Shares of people, and the differences between two of them.

Knows the intervals that keep their promise in small groups: Wilson, Clopper-Pearson, Newcombe.
Does not know time: who was not observed to the end belongs to `survival`.

Sources: Wilson 1927; Clopper & Pearson 1934; Newcombe 1998 (Statistics in Medicine 17, methods 10
of both papers); clusters by the effective size of Korn & Graubard 1998 inside Wilson's interval
(Franco et al. 2019); McNemar's mid-p after Fagerland, Lydersen & Laake 2013; risk ratio after Katz
1978, odds ratio after Woolf 1955.
"""

import math
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Names, Numbers, Whole, floats, numbered
from .distributions import beta_quantile, binomial_tail, normal_p, normal_quantile, t_quantile
from .estimate import LEVEL, Estimate, NotEstimable

type Count = tuple[int, int]
"""Hits, and of how many."""


def wilson(hits: float, of: float, *, level: float = LEVEL) -> Estimate:
    """A share with Wilson's interval. Raises NotEstimable when nobody was asked."""
    if of <= 0 or not 0 <= hits <= of:
        raise NotEstimable("nobody")
    low, high = wilson_limits(hits / of, of, normal_quantile(level))
    spread = math.sqrt(hits / of * (1 - hits / of) / of)
    return Estimate(
        hits / of, low, high, n=round(of), events=round(hits), se=spread, level=level,
        method="wilson",
    )  # fmt: skip


def wilson_limits(share: float, of: float, z: float) -> tuple[float, float]:
    """The two roots of Wilson's quadratic for a share among ``of`` (which need not be whole)."""
    centre = share + z * z / (2 * of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    below = 1 + z * z / of
    low, high = (centre - half) / below, (centre + half) / below
    return (0.0 if share == 0 else max(low, 0.0)), (1.0 if share == 1 else min(high, 1.0))


def wilson_clustered(hit: Numbers, person: Names, *, level: float = LEVEL) -> Estimate:
    """A share of answers where a person may give several: Wilson on as many as they are worth.

    The variance comes from the people, not from the answers; Student's t stands in for the normal
    quantile. Where all answers are alike, each person counts once. ``n`` counts people.
    """
    answers = floats(hit)
    people, many = numbered(person)
    if many == 0:
        raise NotEstimable("nobody")
    share = float(answers.mean())
    worth = effective_answers(answers - share, people, many)
    quantile = t_quantile(level, max(many - 1, 1))
    low, high = wilson_limits(share, worth, quantile)
    return Estimate(
        share, low, high, n=many, events=int(answers.sum()),
        se=math.sqrt(share * (1 - share) / worth), level=level, method="wilson_clustered",
    )  # fmt: skip


def effective_answers(residual: Floats, people: Whole, many: int) -> float:
    """How many independent answers these are worth; never more than there are."""
    sums = np.bincount(people, weights=residual, minlength=many)
    squares = float((sums**2).sum()) * many / max(many - 1, 1)
    if squares == 0:
        return float(many)
    count = len(residual)
    return float(min(count, float((residual**2).mean()) * count**2 / squares))


def clopper_pearson(hits: float, of: float, *, level: float = LEVEL) -> Estimate:
    """A share with the exact interval; ``of`` need not be whole (an effective number of people)."""
    if of <= 0 or not 0 <= hits <= of:
        raise NotEstimable("nobody")
    tail = (1 - level) / 2
    low = beta_quantile(tail, hits, of - hits + 1) if hits > 0 else 0.0
    high = beta_quantile(1 - tail, hits + 1, of - hits) if hits < of else 1.0
    spread = math.sqrt(hits / of * (1 - hits / of) / of)
    return Estimate(
        hits / of, low, high, n=round(of), events=round(hits), se=spread, level=level,
        method="clopper_pearson",
    )  # fmt: skip


def newcombe(first: Count, second: Count, *, level: float = LEVEL) -> Estimate:
    """The first share minus the second, two separate groups (Newcombe's hybrid score interval)."""
    a, b = wilson(*first, level=level), wilson(*second, level=level)
    return apart(a, b, pooled_p(first, second), method="newcombe")


def pooled_p(first: Count, second: Count) -> float:
    """The p-value of the score test that both shares are one."""
    (a, m), (b, n) = first, second
    share = (a + b) / (m + n)
    spread = math.sqrt(share * (1 - share) * (1 / m + 1 / n))
    return normal_p((a / m - b / n) / spread) if spread > 0 else 1.0


def apart(
    a: Estimate, b: Estimate, p: float | None, *, together: float = 0.0, method: str = "newcombe"
) -> Estimate:
    """The difference of two estimates from their own intervals (MOVER, Zou & Donner 2008).

    ``together`` is the correlation of the two, nil for separate groups.
    """
    below = recovered(a.value - a.low, b.high - b.value, together)
    above = recovered(a.high - a.value, b.value - b.low, together)
    spread = recovered(a.se, b.se, together)
    return Estimate(
        a.value - b.value, a.value - b.value - below, a.value - b.value + above,
        n=a.n + b.n, events=a.events + b.events, se=spread, p=p, level=a.level, method=method,
    )  # fmt: skip


def recovered(a: float, b: float, together: float) -> float:
    """The margin of a difference from the margins of its two sides."""
    return math.sqrt(max(a * a + b * b - 2 * together * a * b, 0.0))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Counts of matched pairs: both hit, the first only, the second only, neither."""

    both: int
    first: int
    second: int
    neither: int

    @property
    def n(self) -> int:
        """How many pairs there are."""
        return self.both + self.first + self.second + self.neither


def newcombe_paired(pairs: Pairs, *, level: float = LEVEL) -> Estimate:
    """The first share minus the second in matched pairs; ``n`` counts pairs."""
    a = wilson(pairs.both + pairs.first, pairs.n, level=level)
    b = wilson(pairs.both + pairs.second, pairs.n, level=level)
    found = apart(
        a, b, mcnemar(pairs.first, pairs.second), together=phi(pairs), method="newcombe_paired"
    )
    return Estimate(
        found.value, found.low, found.high, n=pairs.n, events=pairs.first + pairs.second,
        se=found.se, p=found.p, level=level, method=found.method,
    )  # fmt: skip


def phi(pairs: Pairs) -> float:
    """The correlation inside pairs with Newcombe's correction towards nil; 0 when undefined."""
    hit, missed = pairs.both + pairs.first, pairs.second + pairs.neither
    other_hit, other_missed = pairs.both + pairs.second, pairs.first + pairs.neither
    below = math.sqrt(hit * missed * other_hit * other_missed)
    above = pairs.both * pairs.neither - pairs.first * pairs.second
    if below == 0:
        return 0.0
    return max(above - pairs.n / 2, 0.0) / below if above > 0 else above / below


def mcnemar(first: int, second: int) -> float:
    """The two-sided mid-p of McNemar's test on pairs in which only one side was hit."""
    split, fewer = first + second, min(first, second)
    if split == 0 or first == second:
        return 1.0
    exact = 2 * (1 - binomial_tail(fewer + 1, split, 0.5))
    return min(exact - math.comb(split, fewer) * 0.5**split, 1.0)


def risk_ratio(first: Count, second: Count, *, level: float = LEVEL) -> Estimate:
    """The first share over the second. Raises NotEstimable when one group has no hit."""
    (a, m), (b, n) = first, second
    if min(a, b) <= 0:
        raise NotEstimable("no_events")
    spread = math.sqrt(1 / a - 1 / m + 1 / b - 1 / n)
    return of_log(math.log(a / m) - math.log(b / n), spread, (m + n, a + b), level, "katz")


def odds_ratio(first: Count, second: Count, *, level: float = LEVEL) -> Estimate:
    """The odds of the first over those of the second; use `logistic.firth` when a cell is empty."""
    (a, m), (b, n) = first, second
    if min(a, b, m - a, n - b) <= 0:
        raise NotEstimable("no_events")
    spread = math.sqrt(1 / a + 1 / (m - a) + 1 / b + 1 / (n - b))
    value = math.log(a / (m - a)) - math.log(b / (n - b))
    return of_log(value, spread, (m + n, a + b), level, "woolf")


def of_log(
    value: float, spread: float, counts: tuple[int, int], level: float, method: str
) -> Estimate:
    """A ratio from its logarithm and that logarithm's standard error."""
    margin = normal_quantile(level) * spread
    people, events = counts
    return Estimate(
        value, value - margin, value + margin, n=people, events=events, se=spread,
        p=normal_p(value / spread), level=level, method=method,
    ).exponential()  # fmt: skip
