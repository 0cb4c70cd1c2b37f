"""What a programme paid back, as everything it may have been, not as one number.

Knows an effect with its interval, what a leaver costs and what the programme cost. Does not decide
whether the result may be shown: `guards.may_count_money` does.

Sources: Boushey & Glynn 2012 (cost of a leaver, as shares of a year's pay); triangular and normal
draws, Monte Carlo.
"""

from dataclasses import dataclass

import numpy as np

from .distributions import normal_quantile
from .estimate import Estimate

DRAWS = 20_000


@dataclass(frozen=True, slots=True)
class Costs:
    """What things cost, in one currency.

    ``pay`` is a year's pay, ``leaver`` the least, likeliest and most a leaver costs as shares of
    it, ``programme`` all the programme cost with people's hours, ``give`` how far that may be off.
    """

    pay: float
    programme: float
    leaver: tuple[float, float, float] = (0.21, 0.33, 0.75)
    give: float = 0.10

    def __post_init__(self) -> None:
        least, likely, most = self.leaver
        if not (self.pay > 0 and self.programme > 0 and 0 <= least <= likely <= most):
            raise ValueError("costs are larger than nil, and in order")
        if least == most:
            raise ValueError("the cost of a leaver is a range")


@dataclass(frozen=True, slots=True)
class Money:
    """Returns as a multiple of what was spent: 0 is money back, -1 all lost, 1 doubled.

    Between ``low`` and ``high`` lie 95 of 100 draws; ``chance`` is how many paid back.
    ``saved`` is the median saving in the currency.
    """

    median: float
    low: float
    high: float
    chance: float
    saved: float


def pay_back(stayed: Estimate, people: int, costs: Costs, *, seed: int = 0) -> Money:
    """The distribution of the return.

    ``stayed`` is the difference in the share still there (joiners minus others), ``people`` how
    many joined. Draws of the effect are normal with the interval's width; the same seed always
    gives the same figures.
    """
    random = np.random.default_rng(seed)
    spread = stayed.margin / normal_quantile(stayed.level)
    kept = random.normal(stayed.value, spread, DRAWS) * people
    leaver = random.triangular(*costs.leaver, DRAWS) * costs.pay
    spent = costs.programme * random.uniform(1 - costs.give, 1 + costs.give, DRAWS)
    returns = (kept * leaver - spent) / spent
    low, median, high = np.quantile(returns, [0.025, 0.5, 0.975]).tolist()
    return Money(median, low, high, float((returns > 0).mean()), float(np.median(kept * leaver)))
