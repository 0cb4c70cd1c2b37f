"""How joiners fared beside the people they were matched with.

Knows the share still there at a horizon, the days stayed up to it, and the ratio of leaving; with
errors that respect that a set belongs together and that one person may stand in several sets. Does
not know whether the match was good (see `balance`) nor what may be said.

Sources: Cameron, Gelbach & Miller 2011 (two ways of clustering); Austin & Cafri 2020 (why both are
needed after matching with replacement); Zou & Donner 2008 (the interval of a difference).
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from .arrays import Floats, Names, Whole, Yes, numbered
from .cox import Design, cox
from .distributions import t_p, t_quantile
from .estimate import LEVEL, Estimate, NotEstimable
from .guards import Sizes
from .proportions import apart
from .restricted import area, area_influence
from .riskset import Matched
from .spells import Spells
from .survival import influence, kaplan_meier, limits, variance


@dataclass(frozen=True, slots=True)
class Comparison:
    """Joiners and others at ``horizon`` days after joining.

    ``joined`` and ``others`` are shares still there, ``difference`` is the first minus the second,
    ``days`` how many days longer joiners stayed of the first ``horizon``, ``ratio`` the hazard
    ratio through it (None when there is none). ``later`` is the share of the others who joined
    themselves before the horizon. ``sets`` counts joiners with a match, ``effective`` how many
    separate people the others are worth.
    """

    horizon: int
    joined: Estimate
    others: Estimate
    difference: Estimate
    days: Estimate
    ratio: Estimate | None
    later: float
    sets: int
    effective: float

    @property
    def together(self) -> float:
        """The share of both sides together still there, each side counted for what it is worth.

        Where nothing is there to find, this says nothing about which side fared better, so a guard
        rail may look at it without choosing the result.
        """
        worth = self.sets + self.effective
        return (self.sets * self.joined.value + self.effective * self.others.value) / worth

    def sizes(self, share: float = 1.0) -> Sizes:
        """What the guard rails look at; ``share`` is that of joiners with a match."""
        return Sizes(
            participants=self.sets,
            joined_left=self.joined.events,
            others_left=self.others.events,
            matched=share,
            usual=1 - self.together,
            later=self.later,
        )


def compare_retention(matched: Matched, horizon: int, *, level: float = LEVEL) -> Comparison:
    """Compare who is still there ``horizon`` days after joining.

    Raises NotEstimable when nobody on one side was followed so long.
    """
    joined, others = (Side.of(matched, rows) for rows in (matched.treated, ~matched.treated))
    a, b = joined.share(horizon, level), others.share(horizon, level)
    moved = np.where(matched.treated, 1.0, -1.0) * spread_out(
        matched, joined.moved(horizon), others.moved(horizon)
    )
    ways = [matched.set, matched.person]
    together = correlation(a.se, b.se, variance(moved, ways))
    freedom = max(matched.matched - 1, 1)
    difference = apart(a, b, None, together=together, method="matched_difference")
    p = t_p(difference.value / difference.se, freedom) if difference.se > 0 else None
    return Comparison(
        horizon, a, b, replace(difference, p=p, n=people(matched)),
        days=stay(matched, horizon, level), ratio=pace(matched, horizon, level),
        later=later(matched, horizon), sets=matched.matched, effective=others.effective,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """Joiners, or those they are compared with."""

    part: Matched
    names: Whole
    people: int

    @classmethod
    def of(cls, matched: Matched, rows: Yes) -> "Side":
        """One side of the match."""
        part = matched.taken(rows)
        names, many = numbered(part.person)
        return cls(part, names, many)

    @property
    def effective(self) -> float:
        """How many people of equal weight they are worth (Kish)."""
        sums = np.bincount(self.names, weights=self.part.weight, minlength=self.people)
        return float(sums.sum() ** 2 / (sums**2).sum())

    def moved(self, day: int) -> Floats:
        """How much each row moves the share still there."""
        return influence(self.part.spells, day, self.part.weight)

    def share(self, day: int, level: float) -> Estimate:
        """The share still there, its interval by complementary log-log with Student's quantile."""
        found = kaplan_meier(self.part.spells, self.part.weight).at(day, level=level)
        ways: list[Names] = [self.part.set, self.part.person]
        se = math.sqrt(variance(self.moved(day), ways))
        quantile = t_quantile(level, max(self.effective - 1, 1))
        low, high = limits(found.value, se, self.effective, level=level, quantile=quantile)
        left = self.part.spells.left & (self.part.spells.leave <= day)
        return Estimate(
            found.value, low, high, n=self.people, se=se, level=level, method="matched_share",
            events=len(np.unique(self.names[left])),
        )  # fmt: skip


def later(matched: Matched, horizon: int) -> float:
    """The share of the others who joined themselves before the horizon."""
    others = ~matched.treated
    gone = others & matched.later & (matched.spells.leave < horizon)
    return float(matched.weight[gone].sum() / matched.weight[others].sum())


def spread_out(matched: Matched, joined: Floats, others: Floats) -> Floats:
    """The values of both sides in the order of the rows."""
    found = np.empty(len(matched.set))
    found[matched.treated], found[~matched.treated] = joined, others
    return found


def correlation(a: float, b: float, difference: float) -> float:
    """How the errors of two sides move together, from the variance of their difference."""
    if a <= 0 or b <= 0:
        return 0.0
    return float(np.clip((a * a + b * b - difference) / (2 * a * b), -1, 1))


def people(matched: Matched) -> int:
    """How many different people stand in the match."""
    return len(np.unique(matched.person))


def stay(matched: Matched, horizon: int, level: float) -> Estimate:
    """How many days longer joiners stayed of the first ``horizon``."""
    sides = [matched.taken(rows) for rows in (matched.treated, ~matched.treated)]
    values = [area(kaplan_meier(side.spells, side.weight), horizon)[0] for side in sides]
    moved = [area_influence(side.spells, horizon, side.weight) for side in sides]
    signed = np.where(matched.treated, 1.0, -1.0) * spread_out(matched, *moved)
    se = math.sqrt(variance(signed, [matched.set, matched.person]))
    freedom, value = max(matched.matched - 1, 1), values[0] - values[1]
    margin = t_quantile(level, freedom) * se
    return Estimate(
        value, value - margin, value + margin, n=people(matched), se=se, level=level,
        p=t_p(value / se, freedom) if se > 0 else None, method="matched_days",
        events=int(matched.spells.left.sum()),
    )  # fmt: skip


def pace(matched: Matched, horizon: int, level: float) -> Estimate | None:
    """The hazard ratio through the horizon, clustered both ways; None without events.

    Not beyond: the longer the others are followed, the more of them have joined and are gone from
    the comparison, and those who join are not like those who do not.
    """
    of, treated = matched.spells, matched.treated.astype(np.float64)
    near = Spells(of.entry, np.minimum(of.leave, horizon), of.left & (of.leave <= horizon))
    try:
        fit = cox(near, treated, Design(weight=matched.weight))
    except NotEstimable:
        return None
    se = math.sqrt(variance(fit.influence[:, 0], [matched.set, matched.person]))
    value, freedom = float(fit.beta[0]), max(matched.matched - 1, 1)
    margin = t_quantile(level, freedom) * se
    return Estimate(
        value, value - margin, value + margin, n=people(matched), events=fit.events, se=se,
        p=t_p(value / se, freedom), level=level, method="matched_cox",
    ).exponential()  # fmt: skip
