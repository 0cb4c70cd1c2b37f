"""Many looks at the same data: p-values made larger so that they keep their promise together.

Sources: Holm 1979 (for the primary outcomes of a plan); Benjamini & Hochberg 1995 (for subgroups,
which stay exploratory).
"""

from collections.abc import Sequence

import numpy as np

from .arrays import Floats, Whole, floats


def holm(p: Sequence[float]) -> tuple[float, ...]:
    """Adjusted p-values in the given order: below 0.05 means one false alarm in 20 *studies*."""
    values = checked(p)
    order = np.argsort(values, kind="stable")
    raised = values[order] * np.arange(len(values), 0, -1)
    return laid_back(np.maximum.accumulate(raised), order)


def benjamini_hochberg(p: Sequence[float]) -> tuple[float, ...]:
    """Adjusted p-values in the given order: below 0.05 means one false alarm in 20 *findings*."""
    values = checked(p)
    order = np.argsort(values, kind="stable")
    raised = values[order] * len(values) / np.arange(1, len(values) + 1)
    return laid_back(np.minimum.accumulate(raised[::-1])[::-1], order)


def checked(p: Sequence[float]) -> Floats:
    """The p-values; raises ValueError when one is not between 0 and 1."""
    values = floats(p)
    if not ((values >= 0) & (values <= 1)).all():
        raise ValueError("a p-value lies between 0 and 1")
    return values


def laid_back(raised: Floats, order: Whole) -> tuple[float, ...]:
    """The raised values at most 1 and in the order in which they came."""
    back = np.empty_like(raised)
    back[order] = np.minimum(raised, 1.0)
    return tuple(float(value) for value in back)
