"""Sensitivity beside published examples and by hand."""

import pytest

from rapport.evaluation.engine.estimate import Estimate
from rapport.evaluation.engine.proportions import newcombe
from rapport.evaluation.engine.sensitivity import (
    Missing,
    e_value,
    rosenbaum,
    strength,
    tipping_missing,
    worst_p,
)

NEAR = pytest.approx


def test_e_values_are_those_of_vanderweele_and_ding() -> None:
    """Victora 1987: risk ratio 3.9 (1.8 to 8.7); VanderWeele & Ding 2017, table 2."""
    found = e_value(Estimate(3.9, 1.8, 8.7, n=100))
    assert found.point == NEAR(7.263, abs=5e-4)
    assert found.limit == NEAR(3.0)


def test_a_protective_ratio_is_turned_around() -> None:
    assert e_value(Estimate(0.5, 0.3, 0.9, n=9)).point == NEAR(strength(2.0))
    assert e_value(Estimate(0.5, 0.3, 0.9, n=9)).limit == NEAR(strength(1 / 0.9))


def test_an_interval_that_holds_one_needs_nothing_to_be_explained() -> None:
    assert e_value(Estimate(0.8, 0.6, 1.1, n=9)).limit == 1


def test_common_events_shrink_hazard_and_odds_ratios() -> None:
    rare, common = (e_value(Estimate(2, 1.5, 3, n=9), share=share).point for share in (0.1, 0.4))
    odds = e_value(Estimate(2, 1.5, 3, n=9), share=0.4, hazard=False).point
    assert common < rare
    assert odds == NEAR(strength(2**0.5))


def test_a_ratio_below_nil_is_refused() -> None:
    with pytest.raises(ValueError, match="larger than nil"):
        e_value(Estimate(-0.1, -0.2, 0.3, n=9))


def test_gamma_is_where_the_worst_p_reaches_the_level() -> None:
    gamma = rosenbaum(60, 25)
    assert 1.1 < gamma < 2
    assert worst_p(60, 85, gamma) == NEAR(0.025, abs=1e-6)
    assert rosenbaum(25, 60) == NEAR(gamma)
    assert rosenbaum(10, 9) == 1


def test_the_tipping_share_is_the_last_that_reaches_nil() -> None:
    joined, others = Missing(75, 90, 10), Missing(130, 200, 0)
    found = tipping_missing(joined, others)
    assert found.joined is not None
    at = round(found.joined * 10)
    assert newcombe((75 + at, 100), (130, 200)).low <= 0
    assert newcombe((75 + at + 1, 100), (130, 200)).low > 0


def test_with_nobody_silent_nothing_can_tip() -> None:
    assert tipping_missing(Missing(90, 100, 0), Missing(50, 100, 0)).joined is None
