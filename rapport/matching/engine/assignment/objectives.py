"""What is to be best, by name. Knows which way leads to each aim."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from rapport.matching.engine.arrays import Whole

from .leximin import leximin
from .optimum import Task, best
from .result import Assignment, Objective
from .seats import ground_of, levels_for

LOG_UNIT = 10_000
"""The sum of logarithms is worked out in whole parts of this size."""


def optimum(task: Task, objective: Objective) -> Assignment:
    """The best by an objective, solved anew."""
    way = WAYS.get(objective)
    return way(task) if way else best(task, objective)


def logs(task: Task) -> Assignment:
    """The highest sum of logarithms of the scores: a little for the weak outweighs it elsewhere.

    Nash's bargaining solution (1950). The gap is that of the sum, in parts of ``LOG_UNIT``.
    """
    ground = task.ground
    offer = replace(ground.offer, score=in_logs(ground.offer.score))
    found = best(replace(task, ground=ground_of(offer, levels_for(offer))), "total")
    score = ground.offer.score
    total = int(score[found.pairs].sum())
    free = np.setdiff1d(found.pairs, task.locked)
    worst = int(score[free].min()) if free.size else None
    return replace(found, total=total, bound=total + found.gap, worst=worst)


def in_logs(score: Whole) -> Whole:
    """Logarithms of the scores from 1 up; what is below 1 counts as 1."""
    return np.round(LOG_UNIT * np.log(np.maximum(score, 1))).astype(np.int64)


WAYS: Mapping[str, Callable[[Task], Assignment]] = MappingProxyType(
    {"leximin": leximin, "logs": logs}
)
