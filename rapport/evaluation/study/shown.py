"""From the engine's estimates to figures that may leave, or the reason why one may not."""

import math
from collections.abc import Callable, Sequence

from rapport.domain.findings import Finding, Hidden, Shown, Unit, Why, may_be_shown
from rapport.evaluation.engine.estimate import Estimate, NotEstimable


def shown(estimate: Estimate, unit: Unit, *, cells: Sequence[int] = (), n: int = 0) -> Shown:
    """The estimate as a finding, or hidden when fewer than five people stand behind it or a cell.

    `n` overrides the estimate's own count where that counts something other than people.
    """
    people = n or estimate.n
    ends = (estimate.low, estimate.high, estimate.value)
    if not may_be_shown(people, cells):
        return Hidden(Why.FEW)
    if any(math.isnan(end) or math.isinf(end) for end in ends):
        return Hidden(Why.NOT_ESTIMABLE)
    return Finding(
        value=estimate.value,
        n=people,
        low=min(estimate.low, estimate.value),
        high=max(estimate.high, estimate.value),
        unit=unit,
        level=estimate.level,
        method=estimate.method,
    )


def estimated[T](work: Callable[[], T]) -> T | None:
    """What the engine finds, or None where it says that there is no honest number."""
    try:
        return work()
    except NotEstimable:
        return None
