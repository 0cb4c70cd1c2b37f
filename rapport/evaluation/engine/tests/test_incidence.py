"""Competing exits beside a second library and by hand."""

import numpy as np
import pytest
from lifelines import AalenJohansenFitter

from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.incidence import incidence
from rapport.evaluation.engine.spells import spells
from rapport.evaluation.engine.survival import kaplan_meier

from .known import invented

NEAR = pytest.approx


def test_by_hand_the_second_cause_waits_behind_the_first() -> None:
    found = incidence(spells([1, 2, 3, 4], [True, True, True, False]), [1, 2, 1, 0])
    assert found.at(1, 3).value == NEAR(1 / 4 + 1 / 4)
    assert found.at(2, 3).value == NEAR(1 / 4)


@pytest.mark.parametrize("seed", range(4))
def test_each_cause_is_that_of_lifelines(seed: int) -> None:
    rng = np.random.default_rng(seed)
    leave, cause = rng.permutation(np.arange(1, 401))[:150], rng.integers(0, 3, 150)
    found = incidence(spells(leave, cause > 0), cause)
    for one in (1, 2):
        oracle = AalenJohansenFitter().fit(leave, cause, event_of_interest=one)
        expected = oracle.cumulative_density_.loc[:200].iloc[-1].item()
        assert found.at(one, 200).value == NEAR(expected, abs=1e-9)
        assert found.at(one, 200).se == NEAR(oracle.variance_.loc[:200].iloc[-1] ** 0.5, rel=0.05)


def test_with_one_cause_it_is_what_kaplan_and_meier_leave() -> None:
    of, _ = invented(2, 3000, entries=True)
    found = incidence(of, of.left.astype(int)).at(1, 40)
    curve = kaplan_meier(of).at(40)
    assert found.value == NEAR(1 - curve.value)
    assert found.se == NEAR(curve.se, rel=0.05)


def test_all_causes_and_those_who_stay_make_a_whole() -> None:
    of, _ = invented(5, 200)
    cause = np.where(of.left, 1 + np.arange(200) % 3, 0)
    found = incidence(of, cause)
    total = sum(found.at(one, 40).value for one in (1, 2, 3))
    assert total + kaplan_meier(of).at(40).value == NEAR(1)


def test_without_censoring_the_error_is_that_of_a_share() -> None:
    cause = [1] * 3 + [2] * 4 + [0] * 13
    found = incidence(spells([5] * 7 + [99] * 13, [True] * 7 + [False] * 13), cause)
    assert found.at(1, 50).se == NEAR((0.15 * 0.85 / 20) ** 0.5)


def test_a_cause_nobody_had_has_the_exact_interval() -> None:
    found = incidence(spells([5, 9, 9], [True, False, False]), [1, 0, 0]).at(2, 5)
    assert (found.value, found.low) == (0, 0)
    assert 0 < found.high < 1


def test_a_day_nobody_saw_is_refused_and_so_is_cause_nil() -> None:
    found = incidence(spells([5, 9, 9], [True, False, False]), [1, 0, 0])
    with pytest.raises(ValueError, match="numbered from 1"):
        found.at(0, 5)
    with pytest.raises(NotEstimable, match="beyond follow up"):
        found.at(1, 10)
