"""The effect on those who joined, adjusted twice: for who joins, and for who stays.

Knows a yes-or-no outcome at a horizon, facts, weights and clusters; right when either the model of
joining or the model of staying is. Does not know facts nobody recorded.

Sources: Robins, Rotnitzky & Zhao 1994; Moodie, Saarela & Stephens 2018 (double robustness of
weighted regression for the effect on the treated); MacKinnon & White 1985 (HC3);
Satterthwaite 1946;
Robins & Finkelstein 2000 (weights for those not seen to the end).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Names, Numbers, Yes, floats, yes
from .balance import effective_size
from .distributions import t_p, t_quantile
from .estimate import LEVEL, Estimate, NotEstimable
from .logistic import logistic
from .riskset import Matched
from .spells import Spells
from .survival import kaplan_meier, variance

RIDGE = 1.0
"""Pulls the model of joining a little towards nil, so that it stays finite in small groups."""

FURTHEST = 0.98
"""Nobody is given the weight of a larger chance of joining than this."""


@dataclass(frozen=True, slots=True)
class Att:
    """The ``effect`` on those who joined, what they had, and what they would have had without.

    ``effective`` is how many people of equal weight the others are worth after weighting.
    """

    effect: Estimate
    joined: float
    without: float
    effective: float


@dataclass(frozen=True, slots=True)
class Sample:
    """One row a person: who ``joined``, the ``outcome`` (0 or 1, or a number), and ``facts``.

    ``facts`` has one column a fact and no constant; ``weight`` is nil for those not seen to the
    end; ``clusters`` name what belongs together, in one or two ways.
    """

    joined: Yes
    outcome: Floats
    facts: Floats
    weight: Floats
    clusters: Sequence[Names] = ()


def sample(
    joined: Numbers, outcome: Numbers, facts: Floats, clusters: Sequence[Names] = ()
) -> Sample:
    """A sample of people who were all seen to the end."""
    rows = yes(joined)
    return Sample(rows, floats(outcome), facts, np.ones(len(rows)), clusters)


def att(of: Sample, *, level: float = LEVEL) -> Att:
    """The mean outcome of those who joined minus what it would have been, doubly robust.

    Raises NotEstimable when one side has fewer people than facts and three more.
    """
    joined, weight = of.joined, of.weight
    columns = np.column_stack([np.ones(len(joined)), varying(of.facts)])
    if min((joined & (weight > 0)).sum(), (~joined & (weight > 0)).sum()) < columns.shape[1] + 2:
        raise NotEstimable("too_few")
    odds = weight * joining_odds(columns[:, 1:], joined, weight)
    effect, moved, parts = weighted_regression(of, columns, odds)
    se, effective = math.sqrt(variance(moved, of.clusters)), effective_size(odds[~joined])
    freedoms = effective_size(weight[joined]) - 1, effective - columns.shape[1]
    freedom = satterthwaite(parts, freedoms)
    margin = t_quantile(level, freedom) * se
    had = float(np.average(of.outcome[joined], weights=weight[joined]))
    estimate = Estimate(
        effect, effect - margin, effect + margin, n=int((weight > 0).sum()), se=se,
        p=t_p(effect / se, freedom) if se > 0 else None, level=level, method="att_doubly_robust",
    )  # fmt: skip
    return Att(estimate, had, had - effect, effective)


def varying(facts: Floats) -> Floats:
    """The facts that vary, centred and in standard deviations."""
    facts = np.asarray(facts, dtype=np.float64)
    spread = facts.std(axis=0)
    found: Floats = (facts - facts.mean(axis=0))[:, spread > 0] / spread[spread > 0]
    return found


def joining_odds(facts: Floats, joined: Yes, weight: Floats) -> Floats:
    """The odds of joining given the facts, from a logistic model with a little ridge."""
    if facts.shape[1] == 0:
        return np.ones(len(joined))
    known = weight > 0
    fit = logistic(facts[known], joined[known], weight=weight[known], ridge=RIDGE)
    chance: Floats = np.minimum(fit.chance(facts), FURTHEST)
    return chance / (1 - chance)


def weighted_regression(
    of: Sample, columns: Floats, odds: Floats
) -> tuple[float, Floats, tuple[float, float]]:
    """The effect, how much each row moves it (with HC3's factor), and the variance of each side.

    The others are fitted with the odds as weights and the fit is read off where the joiners are.
    """
    joined, others, outcome, weight = of.joined, ~of.joined, of.outcome, of.weight
    x, o = columns[others], odds[others]
    bread = np.linalg.pinv((x * o[:, None]).T @ x)
    beta = bread @ (x.T @ (o * outcome[others]))
    mean = np.average(columns[joined], axis=0, weights=weight[joined])
    gap = outcome[joined] - columns[joined] @ beta
    effect = float(np.average(gap, weights=weight[joined]))
    leverage = o * np.einsum("ij,jk,ik->i", x, bread, x)
    own = weight[joined] / weight[joined].sum()
    moved = np.empty(len(joined))
    moved[joined] = own * (gap - effect) / (1 - own)
    rest = outcome[others] - x @ beta
    moved[others] = -(x @ bread @ mean) * o * rest / np.maximum(1 - leverage, 1e-3)
    return effect, moved, (float((moved[joined] ** 2).sum()), float((moved[others] ** 2).sum()))


def satterthwaite(parts: tuple[float, float], freedoms: tuple[float, float]) -> float:
    """The degrees of freedom of a sum of two variances."""
    below = sum(part**2 / max(free, 1.0) for part, free in zip(parts, freedoms, strict=True))
    return max(sum(parts) ** 2 / below, 1.0) if below > 0 else 1.0


def att_of_staying(drawn: Matched, horizon: int, *, level: float = LEVEL) -> Att:
    """The effect on the share still there at ``horizon`` days after joining.

    ``drawn`` comes from `riskset.match` with ``by_lot``: joiners beside a random sample of those
    who might have joined that day. Who was not followed so long is made up for by weights.
    """
    weight, stayed = np.zeros(len(drawn.set)), drawn.spells.leave >= horizon
    for side in (drawn.treated, ~drawn.treated):
        weight[side] = drawn.weight[side] * seen_weight(drawn.spells.taken(side), horizon)
    stayed &= ~(drawn.spells.left & (drawn.spells.leave <= horizon))
    clusters = [drawn.set, drawn.person]
    outcome = stayed.astype(np.float64)
    return att(Sample(drawn.treated, outcome, drawn.facts, weight, clusters), level=level)


def seen_weight(of: Spells, horizon: int) -> Floats:
    """One over the chance of being seen to the end, nil for those who were not.

    The chance comes from the Kaplan-Meier curve of the end of watching (Robins & Finkelstein 2000).
    """
    left = of.left & (of.leave <= horizon)
    ended = ~left & (of.leave < horizon)
    if not ended.any():
        return np.ones(len(of))
    curve = kaplan_meier(Spells(of.entry, of.leave, ended))
    until = np.where(left, of.leave - 1, horizon)
    place = np.searchsorted(curve.day, np.minimum(until, horizon - 1), side="right") - 1
    chance = np.where(place >= 0, curve.survival[np.maximum(place, 0)], 1.0)
    if (chance[~ended] <= 0).any():
        raise NotEstimable("beyond_follow_up")
    return np.where(ended, 0.0, 1 / np.maximum(chance, 1e-12))
