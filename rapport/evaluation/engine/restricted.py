"""How many days people stayed on average, up to a horizon: the restricted mean.

Knows the area under the Kaplan-Meier curve, a figure in days that needs no assumption about how
hazards compare. Does not extrapolate beyond the horizon.

Source: Royston & Parmar 2013; variance by Greenwood's terms on the remaining area (Klein &
Moeschberger 2003, section 4.5).
"""

import math

import numpy as np

from .arrays import Floats, Yes
from .distributions import normal_p, normal_quantile
from .estimate import LEVEL, Estimate, NotEstimable
from .spells import Spells
from .survival import Curve, kaplan_meier


def restricted_mean(of: Spells, until: int, *, level: float = LEVEL) -> Estimate:
    """The mean number of days stayed, of the first ``until`` days.

    Raises NotEstimable when nobody is watched so long and somebody is still there.
    """
    curve = kaplan_meier(of)
    if curve.watched(until) <= 0 and curve.share(until) > 0:
        raise NotEstimable("beyond_follow_up")
    value, se = area(curve, until)
    margin = normal_quantile(level) * se
    events = round(float(curve.events[curve.day <= until].sum()))
    return Estimate(
        value, max(value - margin, 0.0), min(value + margin, float(until)), n=len(of),
        events=events, se=se, level=level, method="restricted_mean",
    )  # fmt: skip


def area(curve: Curve, until: int) -> tuple[float, float]:
    """The area under the curve from its start to ``until``, and its standard error."""
    inside = curve.day < until
    days = np.concatenate([[curve.days.start], curve.day[inside], [until]]).astype(np.float64)
    shares = np.concatenate([[1.0], curve.survival[inside]])
    pieces = shares * np.diff(days)
    remaining = np.cumsum(pieces[::-1])[::-1][1:]
    return float(pieces.sum()), math.sqrt(greenwood(curve, inside, remaining))


def greenwood(curve: Curve, inside: Yes, remaining: Floats) -> float:
    """Greenwood's terms, each with the square of the area that remains behind it."""
    at_risk, events = curve.at_risk[inside], curve.events[inside]
    below = at_risk * (at_risk - events)
    terms = np.divide(events, below, where=below > 0, out=np.zeros_like(below))
    return float((remaining**2 * terms).sum())


def restricted_difference(
    first: Spells, second: Spells, until: int, *, level: float = LEVEL
) -> Estimate:
    """How many days longer the first group stayed than the second, of the first ``until`` days."""
    a, b = restricted_mean(first, until, level=level), restricted_mean(second, until, level=level)
    value, se = a.value - b.value, math.hypot(a.se, b.se)
    margin = normal_quantile(level) * se
    return Estimate(
        value, value - margin, value + margin, n=a.n + b.n, events=a.events + b.events, se=se,
        p=normal_p(value / se) if se > 0 else None, level=level, method="restricted_difference",
    )  # fmt: skip


def area_influence(of: Spells, until: int, weight: Floats | None = None) -> Floats:
    """How much each row moves the restricted mean: the infinitesimal jackknife."""
    curve = kaplan_meier(of, weight)
    days = curve.days
    shares = np.ones(len(days.watched))
    shares[curve.day - days.start] = curve.survival / np.r_[1.0, curve.survival[:-1]].clip(1e-300)
    inside = np.arange(len(shares)) + days.start < until
    lasting = np.where(inside, np.cumprod(shares), 0.0)
    remaining = np.cumsum(lasting[::-1])[::-1]
    staying = days.watched - days.leaving
    usable = (days.leaving > 0) & (staying > 1e-9) & inside
    worth = np.divide(remaining, staying, where=usable, out=np.zeros_like(staying))
    rate = np.divide(days.leaving, days.watched, where=usable, out=np.zeros_like(staying))
    expected = np.cumsum(worth * rate)
    moved = np.where(of.left & (of.leave > of.entry), worth[of.leave - days.start], 0.0)
    moved -= expected[of.leave - days.start] - expected[of.entry - days.start]
    return -moved if weight is None else -moved * weight
