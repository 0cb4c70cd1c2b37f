"""From the items of a questionnaire to a score, and how reliable that score is.

Knows items, reversed keys and missing answers. Does not know change.

Sources: Cronbach 1951 (alpha); Feldt, Woodruff & Salih 1987 (its interval).
"""

from collections.abc import Collection

import numpy as np

from .arrays import Floats, floats
from .distributions import f_quantile
from .estimate import LEVEL, Estimate, NotEstimable

ANSWERED = 0.8
"""A score counts when so large a share of its items was answered."""


def score(
    items: Floats, *, low: float, high: float, reversed_items: Collection[int] = ()
) -> Floats:
    """One mean a person, in the unit of the items; nan where fewer than 80% were answered.

    ``items`` has a row a person and a column an item, nan where unanswered; ``low`` and ``high``
    are the ends of the scale. Raises ValueError when an answer lies outside it.
    """
    answers = np.array(floats(items), copy=True)
    if ((answers < low) | (answers > high)).any():
        raise ValueError("an answer lies outside the scale")
    for column in reversed_items:
        answers[:, column] = low + high - answers[:, column]
    known = ~np.isnan(answers)
    sums = np.where(known, answers, 0.0).sum(axis=1)
    counts = known.sum(axis=1)
    means = sums / np.maximum(counts, 1)
    return np.where(counts >= ANSWERED * answers.shape[1], means, np.nan)


def alpha(items: Floats, *, level: float = LEVEL) -> Estimate:
    """Cronbach's alpha of the people who answered everything, with Feldt's interval.

    Items stand with their keys already turned. Raises NotEstimable below two items or three
    people, or when nothing varies.
    """
    answers = floats(items)
    answers = answers[~np.isnan(answers).any(axis=1)]
    people, many = answers.shape
    total = float(answers.sum(axis=1).var(ddof=1)) if people > 2 else 0.0
    if many < 2 or total == 0:
        raise NotEstimable("nothing_varies")
    value = many / (many - 1) * (1 - float(answers.var(axis=0, ddof=1).sum()) / total)
    above, below, tail = people - 1, (people - 1) * (many - 1), (1 - level) / 2
    low = 1 - (1 - value) * f_quantile(1 - tail, above, below)
    high = 1 - (1 - value) * f_quantile(tail, above, below)
    return Estimate(value, low, high, n=people, level=level, method="feldt")
