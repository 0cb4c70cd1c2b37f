"""Tails and quantiles of the distributions the estimators need, without scipy.

scipy.special alone takes longer to load than the whole engine may. Accuracy: 1e-8 or better,
held by tests against scipy. Sources: the incomplete beta function by
Lentz's continued fraction (Press et al., Numerical Recipes, 6.4), the incomplete gamma function by
its series and continued fraction (6.2), quantiles by bisection.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from statistics import NormalDist

NORMAL = NormalDist()
TINY = 1e-300
CLOSE = 1e-15


def normal_quantile(level: float) -> float:
    """The two-sided quantile: 1.96 for a level of 0.95. ``level`` between 0 and 1."""
    return NORMAL.inv_cdf(0.5 + level / 2)


def normal_p(z: float) -> float:
    """The two-sided p-value of a standard normal ``z``."""
    return math.erfc(abs(z) / math.sqrt(2))


@lru_cache(maxsize=4096)
def t_quantile(level: float, freedom: float) -> float:
    """The two-sided quantile of Student's t with ``freedom`` > 0 degrees of freedom.

    From Hill's first terms (1970) by Newton's steps; by bisection below three degrees.
    """
    if freedom > 1e7:
        return normal_quantile(level)
    if freedom < 3:
        x = beta_quantile(1 - level, freedom / 2, 0.5)
        return math.sqrt(freedom * (1 - x) / max(x, TINY))
    z = normal_quantile(level)
    t = z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
    front = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)
    front -= math.log(freedom * math.pi) / 2
    for _ in range(20):
        height = math.exp(front - (freedom + 1) / 2 * math.log1p(t * t / freedom))
        step = (t_p(t, freedom) - (1 - level)) / (2 * height)
        t += step
        if abs(step) < 1e-12 * t:
            break
    return t


def t_p(t: float, freedom: float) -> float:
    """The two-sided p-value of Student's t."""
    if freedom > 1e7 or not math.isfinite(t):
        return normal_p(t)
    return beta_share(freedom / (freedom + t * t), freedom / 2, 0.5)


def chi_square_p(statistic: float, freedom: float) -> float:
    """The chance of a chi-square of this size or larger."""
    return 1 - gamma_share(statistic / 2, freedom / 2) if statistic > 0 else 1.0


def f_quantile(probability: float, above: float, below: float) -> float:
    """The point of the F distribution below which ``probability`` of it lies."""
    x = beta_quantile(probability, above / 2, below / 2)
    return below * x / (above * (1 - x)) if x < 1 else math.inf


def binomial_tail(least: int, trials: int, share: float) -> float:
    """The chance of ``least`` or more hits in ``trials`` with the given share of hits."""
    if least <= 0:
        return 1.0
    return beta_share(share, least, trials - least + 1) if least <= trials else 0.0


def beta_quantile(probability: float, a: float, b: float) -> float:
    """The point of the beta distribution below which ``probability`` of it lies."""
    return bisect(lambda x: beta_share(x, a, b) - probability, 0.0, 1.0)


def bisect(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a rising function crosses nil, to the last digit a float has."""
    for _ in range(1100):
        middle = low + (high - low) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return low + (high - low) / 2


def beta_share(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function: the share of the distribution below ``x``."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(log_front + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * beta_fraction(x, a, b) / a
    return 1 - front * beta_fraction(1 - x, b, a) / b


def beta_fraction(x: float, a: float, b: float) -> float:
    """Lentz's way through the continued fraction of the incomplete beta function."""
    c, d = 1.0, 1 / away(1 - (a + b) * x / (a + 1))
    total = d
    for m in range(1, 100_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d, c = 1 / away(1 + term * d), away(1 + term / c)
            total *= d * c
        if abs(d * c - 1) < CLOSE:
            break
    return total


def gamma_share(x: float, a: float) -> float:
    """The regularised lower incomplete gamma function."""
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    return front * gamma_series(x, a) if x < a + 1 else 1 - front * gamma_fraction(x, a)


def gamma_series(x: float, a: float) -> float:
    """The series that converges quickly for ``x`` below ``a + 1``."""
    term = total = 1 / a
    for n in range(1, 100_000):
        term *= x / (a + n)
        total += term
        if term < total * CLOSE:
            break
    return total


def gamma_fraction(x: float, a: float) -> float:
    """The continued fraction that converges quickly above ``a + 1``."""
    b = x + 1 - a
    c, d = 1 / TINY, 1 / away(b)
    total = d
    for n in range(1, 100_000):
        term, b = -n * (n - a), b + 2
        d, c = 1 / away(term * d + b), away(b + term / c)
        total *= d * c
        if abs(d * c - 1) < CLOSE:
            break
    return total


def away(x: float) -> float:
    """Kept away from nil, so that one can divide by it."""
    return x if abs(x) > TINY else TINY
