"""What a lottery among applicants shows: the one design that says "caused".

Knows who won which draw, who then took part, and an outcome. Everybody counts where the lot put
them (intention to treat); the effect on those who took part because they won comes second. Does not
know comparisons without a lot.

Sources: Newcombe 1998; Mantel & Haenszel 1959 (weights of several draws); Korn & Graubard 1998
(effective size); Imbens & Angrist 1994 (compliers); Anderson & Rubin 1949 and Fieller 1954 (an
interval that stays honest when few of the winners took part).
"""

import math
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Names, Numbers, Whole, Yes, floats, numbered, yes
from .distributions import normal_p, t_p, t_quantile
from .estimate import LEVEL, Estimate, NotEstimable
from .proportions import apart, newcombe, wilson_limits


def intention_to_treat(
    won: Numbers, hit: Numbers, draw: Names | None = None, *, level: float = LEVEL
) -> Estimate:
    """The share of hits among winners minus that among losers, within draws.

    One draw: Newcombe's interval. Several: Mantel-Haenszel weights, Wilson on the effective size of
    each side with Student's quantile. Draws that everybody or nobody won say nothing and are left
    out. Raises NotEstimable when no draw has winners and losers.
    """
    winners, hits, draws = contested(yes(won), yes(hit), draw)
    if draws.max() == 0:
        counts = [(int(hits[side].sum()), int(side.sum())) for side in (winners, ~winners)]
        return newcombe(counts[0], counts[1], level=level)
    sides = [weighted_share(side, hits, winners, draws, level) for side in (winners, ~winners)]
    value, se = sides[0].value - sides[1].value, math.hypot(sides[0].se, sides[1].se)
    p = normal_p(value / se) if se > 0 else None
    return apart(sides[0], sides[1], p, method="newcombe_stratified")


def contested(won: Yes, hit: Yes, draw: Names | None) -> tuple[Yes, Yes, Whole]:
    """Only draws with winners and losers, numbered anew."""
    draws = np.zeros(len(won), dtype=np.int64) if draw is None else numbered(draw)[0]
    both = np.intersect1d(draws[won], draws[~won])
    if len(both) == 0:
        raise NotEstimable("no_lottery")
    kept = np.isin(draws, both)
    return won[kept], hit[kept], np.searchsorted(both, draws[kept])


def weighted_share(side: Yes, hit: Yes, won: Yes, draws: Whole, level: float) -> Estimate:
    """The share of one side over all draws, with Wilson's interval on its effective size."""
    winners, losers = np.bincount(draws[won]), np.bincount(draws[~won])
    weight = winners * losers / (winners + losers)
    weight = weight / weight.sum()
    size = np.bincount(draws[side], minlength=len(weight))
    share = np.bincount(draws[side], weights=hit[side], minlength=len(weight)) / size
    value, spread = float(weight @ share), float(weight**2 @ (share * (1 - share) / size))
    worth = value * (1 - value) / spread if spread > 0 else 1 / float((weight**2 / size).sum())
    freedom = max(int(side.sum()) - len(weight), 1)
    low, high = wilson_limits(value, worth, t_quantile(level, freedom))
    return Estimate(
        value, low, high, n=int(side.sum()), events=int(hit[side].sum()), se=math.sqrt(spread),
        level=level, method="wilson_weighted",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compliers:
    """The ``effect`` on those who took part because they won, and which ``share`` they are."""

    effect: Estimate
    share: float


def complier_effect(
    won: Numbers,
    took_part: Numbers,
    outcome: Numbers,
    draw: Names | None = None,
    *,
    level: float = LEVEL,
) -> Compliers:
    """The effect of taking part on those whom the lot moved, by instrumental variables.

    ``se`` is the two-stage error (HC1), the interval is Anderson and Rubin's. Raises NotEstimable
    when there was no lottery, or when it moved so few that the interval has no end.
    """
    winners, part, result = yes(won), floats(took_part), floats(outcome)
    draws = np.zeros(len(part), dtype=np.int64) if draw is None else numbered(draw)[0]
    if len(np.intersect1d(draws[winners], draws[~winners])) == 0:
        raise NotEstimable("no_lottery")
    lot, part, result = (within(x, draws) for x in (winners.astype(np.float64), part, result))
    moved, gained = float(lot @ part), float(lot @ result)
    freedom = len(part) - int(draws.max()) - 2
    if moved <= 0 or freedom < 1:
        raise NotEstimable("weak_lottery")
    value = gained / moved
    inflate = len(part) / freedom
    se = math.sqrt(inflate * float((lot**2 * (result - value * part) ** 2).sum())) / moved
    low, high = honest_ends(lot, part, result, inflate, t_quantile(level, freedom))
    effect = Estimate(
        value, low, high, n=len(part), se=se, p=t_p(value / se, freedom) if se > 0 else None,
        level=level, method="complier_effect",
    )  # fmt: skip
    return Compliers(effect, moved / float(lot @ lot))


def within(values: Floats, draws: Whole) -> Floats:
    """What is left after taking off the mean of each draw."""
    means = np.bincount(draws, weights=values) / np.maximum(np.bincount(draws), 1)
    found: Floats = values - means[draws]
    return found


def honest_ends(
    lot: Floats, part: Floats, result: Floats, inflate: float, quantile: float
) -> tuple[float, float]:
    """All effects the lot does not contradict: the roots of Fieller's quadratic."""
    squares = lot**2 * inflate * quantile**2
    a = float(lot @ part) ** 2 - float(squares @ part**2)
    b = float(lot @ part) * float(lot @ result) - float(squares @ (part * result))
    c = float(lot @ result) ** 2 - float(squares @ result**2)
    inside = b * b - a * c
    if a <= 0 or inside < 0:
        raise NotEstimable("weak_lottery")
    return (b - math.sqrt(inside)) / a, (b + math.sqrt(inside)) / a
