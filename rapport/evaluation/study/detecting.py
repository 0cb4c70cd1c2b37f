"""The mildest difference in leaving that would have shown, from who left on each side."""

import math

from rapport.evaluation.study.retention import Horizon, Retention

POWER = 1.959964 + 0.841621
"""Quantiles of a two-sided test at 5 % and a power of 80 %."""


def detectable(retention: Retention, horizon: Horizon) -> float:
    """The largest hazard ratio below 1 that would have shown with a power of 80 %.

    From the variance of a log ratio, one over the events on each side; those expected among
    participants if they left as often as the others (Schoenfeld 1983).
    """
    joined = retention.matched.matched
    others = len(set(retention.matched.person[~retention.matched.treated].tolist()))
    left = horizon.left_joined + horizon.left_others
    share = left / max(joined + others, 1)
    if share == 0:
        return 0.0
    return math.exp(-POWER * math.sqrt(1 / (joined * share) + 1 / (others * share)))
