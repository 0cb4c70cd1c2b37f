"""Money as a distribution."""

import pytest

from rapport.evaluation.engine.estimate import Estimate
from rapport.evaluation.engine.money import Costs, pay_back

NEAR = pytest.approx
COSTS = Costs(pay=60_000, programme=150_000)


def test_a_small_effect_may_have_lost_or_doubled_everything() -> None:
    """200 people, two points more stayed (-3 to 7): the vendors' arithmetic says +350%."""
    found = pay_back(Estimate(0.02, -0.03, 0.07, n=200), 200, COSTS)
    assert found.median == NEAR(-0.35, abs=0.1)
    assert found.low < -2
    assert found.high > 1.5
    assert 0.3 < found.chance < 0.45


def test_the_same_seed_gives_the_same_figures_and_the_currency_plays_no_part() -> None:
    effect = Estimate(0.05, 0.01, 0.09, n=200)
    cents = Costs(pay=6_000_000, programme=15_000_000)
    assert pay_back(effect, 200, COSTS) == pay_back(effect, 200, COSTS)
    assert pay_back(effect, 200, cents).median == NEAR(pay_back(effect, 200, COSTS).median)


def test_costs_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="larger than nil"):
        Costs(pay=0, programme=1)
    with pytest.raises(ValueError, match="a range"):
        Costs(pay=1, programme=1, leaver=(0.3, 0.3, 0.3))
