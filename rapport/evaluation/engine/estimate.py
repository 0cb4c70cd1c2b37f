"""What every estimator gives back: a value, how sure it is, and on how many people it stands.

Knows nothing of how the value was found, and nothing of what may be said about it.
"""

import math
from dataclasses import dataclass, replace

LEVEL = 0.95
"""How often an interval should hold the truth, unless somebody asks for another level."""


class NotEstimable(ValueError):
    """There is no honest number here; ``why`` is one word a template can look up."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"this cannot be estimated: {why.replace('_', ' ')}")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value in its unit, with an interval.

    ``low`` and ``high`` may be infinite, never missing. ``se`` is the standard error in the unit in
    which the interval was made (log ratio for ratios), ``p`` the two-sided p-value against nil, or
    None where the method has none. ``n`` counts people, ``events`` what happened to
    them. ``method`` names the formula.
    """

    value: float
    low: float
    high: float
    n: int
    events: int = 0
    se: float = 0.0
    p: float | None = None
    level: float = LEVEL
    method: str = ""

    def excludes(self, nil: float = 0.0) -> bool:
        """Whether the value of no difference lies outside the interval."""
        return not self.low <= nil <= self.high

    @property
    def margin(self) -> float:
        """Half the width of the interval."""
        return (self.high - self.low) / 2

    def times(self, factor: float) -> "Estimate":
        """The same in another unit: shares to points of 100, days to years."""
        low, high = sorted((self.low * factor, self.high * factor))
        return replace(
            self, value=self.value * factor, low=low, high=high, se=self.se * abs(factor)
        )

    def turned(self) -> "Estimate":
        """A difference seen from the other side: b minus a instead of a minus b."""
        return self.times(-1.0)

    def exponential(self) -> "Estimate":
        """From a log ratio to a ratio; the standard error stays that of the log."""
        value, low, high = (exponential(x) for x in (self.value, self.low, self.high))
        return replace(self, value=value, low=low, high=high)


def exponential(x: float) -> float:
    """e to the x, infinite where a float has no room."""
    return math.exp(x) if x < 709 else math.inf
