"""How many are still there after so many days: the Kaplan-Meier curve.

Knows delayed entry, censoring, weights and clusters, and an interval that keeps its promise when
hardly anybody has left. Does not know reasons for leaving (see `incidence`) nor who joined what.

Sources: Kaplan & Meier 1958; Greenwood 1926; Kalbfleisch & Prentice 2002 (complementary log-log);
Clopper & Pearson 1934 where nobody has left; Aalen, Borgan & Gjessing 2008 (influence of one row).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Names, Whole, numbered
from .distributions import normal_quantile
from .estimate import LEVEL, Estimate, NotEstimable
from .proportions import clopper_pearson
from .spells import Spells, Table, table


@dataclass(frozen=True, slots=True)
class Curve:
    """The share still there after each ``day`` on which somebody left.

    ``at_risk`` and ``events`` are counts of people (weighted when weights were given) on those
    days, ``se`` is Greenwood's standard error of the share. ``people`` counts rows.
    """

    day: Whole
    at_risk: Floats
    events: Floats
    survival: Floats
    se: Floats
    people: int
    days: Table

    def place(self, day: int) -> int:
        """The last step on or before a day, -1 before the first."""
        return int(np.searchsorted(self.day, day, side="right")) - 1

    def share(self, day: int) -> float:
        """The share still there after the day, without an interval."""
        step = self.place(day)
        return float(self.survival[step]) if step >= 0 else 1.0

    def watched(self, day: int) -> float:
        """How many were watched on the day."""
        return float(self.days.watched[self.days.place(day)])

    def at(self, day: int, *, level: float = LEVEL) -> Estimate:
        """The share still there after ``day``. Raises NotEstimable when nobody was watched then."""
        step = self.place(day)
        if self.watched(day) <= 0 and self.share(day) > 0:
            raise NotEstimable("beyond_follow_up")
        value, se = self.share(day), float(self.se[step]) if step >= 0 else 0.0
        low, high = limits(value, se, self.size(day), level=level)
        events = round(float(self.events[: step + 1].sum()))
        return Estimate(
            value, low, high, n=self.people, events=events, se=se, level=level,
            method="kaplan_meier",
        )  # fmt: skip

    def size(self, day: int) -> float:
        """How many people the exact interval may count on: those still watched, or all who left."""
        return self.watched(day) or float(self.at_risk[self.place(day)])

    def median(self) -> float:
        """The first day on which half or fewer are still there; infinite when never."""
        below = np.flatnonzero(self.survival <= 0.5 + 1e-12)
        return float(self.day[below[0]]) if len(below) else math.inf


def kaplan_meier(of: Spells, weight: Floats | None = None) -> Curve:
    """The curve of the given spells. Raises NotEstimable when nobody was watched.

    With delayed entry the curve begins where watching began; early days with few people at risk
    can pull all that follows down, so look at ``at_risk``.
    """
    days = table(of, weight)
    places = np.flatnonzero(days.leaving > 0)
    at_risk, events = days.watched[places], days.leaving[places]
    staying = np.maximum(at_risk - events, 0.0)
    survival = np.cumprod(np.where(staying > 1e-9, staying / at_risk, 0.0))
    with np.errstate(divide="ignore", invalid="ignore"):
        greenwood = np.cumsum(events / (at_risk * staying))
        se = np.where(survival > 0, survival * np.sqrt(greenwood), 0.0)
    return Curve(places + days.start, at_risk, events, survival, se, len(of), days)


def limits(
    share: float, se: float, people: float, *, level: float = LEVEL, quantile: float | None = None
) -> tuple[float, float]:
    """The complementary log-log interval of a share; exact for ``people`` when none or all left."""
    if not 0 < share < 1 or se <= 0:
        exact = clopper_pearson(round(share) * people, people, level=level)
        return exact.low, exact.high
    z = normal_quantile(level) if quantile is None else quantile
    turned = math.exp(min(z * se / abs(share * math.log(share)), 700.0))
    return share**turned, share ** (1 / turned)


def influence(of: Spells, day: int, weight: Floats | None = None) -> Floats:
    """How much each row moves the share after ``day``: the infinitesimal jackknife.

    The sum of the squares over independent rows (or of the sums over clusters) is the variance.
    """
    curve = kaplan_meier(of, weight)
    return curve.share(day) * -hazard_influence(of, day, curve, weight)


def hazard_influence(of: Spells, day: int, curve: Curve, weight: Floats | None) -> Floats:
    """How much each row moves minus the logarithm of the share."""
    days = curve.days
    staying = days.watched - days.leaving
    usable = (days.leaving > 0) & (staying > 1e-9)
    inverse = np.divide(1.0, staying, where=usable, out=np.zeros_like(staying))
    rate = np.divide(days.leaving, days.watched, where=usable, out=np.zeros_like(staying))
    expected = np.cumsum(rate * inverse)
    last = np.minimum(of.leave, day) - days.start
    first = np.minimum(of.entry, day) - days.start
    counted = of.left & (of.leave <= day) & (of.leave > of.entry)
    moved = np.where(counted, inverse[of.leave - days.start], 0.0)
    moved -= expected[last] - expected[first]
    return moved if weight is None else moved * weight


def variance(moved: Floats, clusters: Sequence[Names] = ()) -> float:
    """The variance from the influence of rows, clustered in one or two ways.

    Two ways: that of each, minus that of their crossing (Cameron, Gelbach & Miller 2011), each
    with the factor G / (G - 1); never below that of either way alone.
    """
    if not clusters:
        return float((moved**2).sum())
    ways = [numbered(names) for names in clusters]
    single = [clustered(moved, groups, many) for groups, many in ways]
    if len(single) == 1:
        return single[0]
    crossing = ways[0][0] * ways[1][1] + ways[1][0]
    return max(sum(single) - clustered(moved, *numbered(crossing)), *single)


def clustered(moved: Floats, groups: Whole, many: int) -> float:
    """The sum of squares of the sums over clusters."""
    sums = np.bincount(groups, weights=moved, minlength=many)
    return float((sums**2).sum()) * many / max(many - 1, 1)
