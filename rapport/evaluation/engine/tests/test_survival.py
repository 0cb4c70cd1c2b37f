"""Curves, tests and restricted means beside published numbers and a second library."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter
from lifelines.statistics import multivariate_logrank_test
from lifelines.utils import restricted_mean_survival_time

from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.logrank import log_rank
from rapport.evaluation.engine.restricted import restricted_difference, restricted_mean
from rapport.evaluation.engine.spells import Spells, spells
from rapport.evaluation.engine.survival import influence, kaplan_meier, limits, variance

from .known import invented, leukaemia, lung

NEAR = pytest.approx
SEEDS = st.integers(0, 10_000)


def test_remission_is_kept_as_freireich_published() -> None:
    """R survival on MASS `gehan`: KM at week 6 of 6-MP, medians 23 and 8."""
    of, treated = leukaemia()
    curve = kaplan_meier(of.taken(treated == 1))
    found = curve.at(6)
    assert (round(found.value, 4), round(found.se, 4)) == (0.8571, 0.0764)
    assert (curve.median(), kaplan_meier(of.taken(treated == 0)).median()) == (23, 8)


def test_the_tests_of_remission_are_those_of_r() -> None:
    of, treated = leukaemia()
    assert log_rank(of, treated).statistic == NEAR(16.793, abs=5e-4)
    assert log_rank(of, treated, rho=1).statistic == NEAR(14.457, abs=5e-4)


def test_lung_is_that_of_r() -> None:
    of, frame = lung()
    men, women = (of.taken((frame["sex"] == sex).to_numpy()) for sex in (1, 2))
    assert log_rank(of, frame["sex"].to_numpy()).statistic == NEAR(10.3267, abs=5e-5)
    assert (kaplan_meier(men).median(), kaplan_meier(women).median()) == (270, 426)
    assert restricted_mean(men, 365).value == NEAR(241.50, abs=0.005)
    assert restricted_mean(women, 365).value == NEAR(297.47, abs=0.005)


@pytest.mark.parametrize("seed", range(5))
def test_curves_with_delayed_entry_are_those_of_lifelines(seed: int) -> None:
    of, _ = invented(seed, 200, entries=True)
    oracle = KaplanMeierFitter().fit(of.leave, of.left, entry=of.entry)
    curve = kaplan_meier(of)
    for day in (20, 30, 45, 59):
        expected = float(oracle.survival_function_at_times(day).iloc[0])
        assert curve.at(day).value == NEAR(expected, abs=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_intervals_are_those_of_lifelines(seed: int) -> None:
    of, _ = invented(seed, 120)
    oracle = KaplanMeierFitter().fit(of.leave, of.left)
    low, high = oracle.confidence_interval_.loc[:30].iloc[-1]
    assert (kaplan_meier(of).at(30).low, kaplan_meier(of).at(30).high) == NEAR((low, high))


@pytest.mark.parametrize("seed", range(5))
def test_three_groups_are_tested_as_by_lifelines(seed: int) -> None:
    of, _ = invented(seed, 150)
    group = np.arange(150) % 3
    oracle = multivariate_logrank_test(of.leave, group, of.left)
    assert log_rank(of, group).statistic == NEAR(oracle.test_statistic)
    assert log_rank(of, group).p == NEAR(oracle.p_value)


def test_a_restricted_mean_is_that_of_lifelines() -> None:
    of, _ = invented(3, 150)
    expected = restricted_mean_survival_time(KaplanMeierFitter().fit(of.leave, of.left), t=40)
    assert restricted_mean(of, 40).value == NEAR(expected)


def test_two_strata_with_the_same_people_double_the_statistic() -> None:
    of, _ = invented(1, 100)
    group, twice = np.arange(100) % 2, np.tile(np.arange(100), 2)
    layered = log_rank(of.taken(twice), group[twice], strata=np.repeat([0, 1], 100))
    assert layered.statistic == NEAR(2 * log_rank(of, group).statistic)


def split(of: Spells, row: int, day: int) -> Spells:
    """One spell cut in two at a day."""
    return spells(
        np.append(of.leave, day),
        np.append(of.left, False),
        np.append(np.where(np.arange(len(of)) == row, day, of.entry), of.entry[row]),
    )


@given(SEEDS, st.integers(-4000, 4000))
def test_order_and_calendar_do_not_matter(seed: int, shift: int) -> None:
    of, _ = invented(seed % 50, 60, entries=True)
    order = np.random.default_rng(seed).permutation(60)
    moved = spells(of.leave[order] + shift, of.left[order], of.entry[order] + shift)
    assert kaplan_meier(moved).at(40 + shift) == kaplan_meier(of).at(40)


@given(SEEDS)
def test_a_spell_split_in_two_is_the_same_spell(seed: int) -> None:
    of, _ = invented(seed % 50, 60)
    row = seed % 60
    cut = split(of, row, int(of.leave[row] // 2))
    assert kaplan_meier(cut).survival.tolist() == kaplan_meier(of).survival.tolist()
    group = np.arange(60) % 2
    assert log_rank(cut, np.append(group, group[row])).statistic == NEAR(
        log_rank(of, group).statistic
    )


def test_nobody_left_has_the_exact_interval() -> None:
    found = kaplan_meier(spells([400] * 15, [False] * 15)).at(365)
    assert (found.value, found.high) == (1, 1)
    assert found.low == NEAR(0.025 ** (1 / 15))


def test_everybody_left_has_the_exact_interval_too() -> None:
    found = kaplan_meier(spells([10, 20, 30], [True] * 3)).at(30)
    assert (found.value, found.low) == (0, 0)
    assert 0 < found.high < 1


def test_beyond_the_last_day_there_is_no_curve() -> None:
    curve = kaplan_meier(spells([100, 200, 300], [True, False, False]))
    with pytest.raises(NotEstimable, match="beyond follow up"):
        curve.at(301)
    with pytest.raises(NotEstimable, match="beyond follow up"):
        restricted_mean(spells([100, 200], [True, False]), 201)


def test_nobody_leaves_before_entering() -> None:
    with pytest.raises(ValueError, match="before entering"):
        spells([5], [True], [9])


def test_without_censoring_the_influence_is_that_of_a_share() -> None:
    of = spells([10] * 3 + [99] * 7, [True] * 3 + [False] * 7)
    moved = influence(of, 50)
    assert moved == NEAR(np.where(of.left, -0.7, 0.3) / 10)
    assert variance(moved) == NEAR(0.7 * 0.3 / 10)


@pytest.mark.parametrize("seed", range(5))
def test_the_influence_has_greenwoods_variance_in_large_groups(seed: int) -> None:
    of, _ = invented(seed, 3000, entries=True)
    assert variance(influence(of, 40)) ** 0.5 == NEAR(kaplan_meier(of).at(40).se, rel=0.02)


def test_a_weight_of_two_is_the_same_person_twice_but_not_as_sure() -> None:
    of, _ = invented(9, 80)
    twice = of.taken(np.repeat(np.arange(80), 2))
    heavy = kaplan_meier(of, np.full(80, 2.0))
    assert heavy.at(30).value == NEAR(kaplan_meier(twice).at(30).value)
    moved = influence(twice, 30)
    assert variance(moved, [np.repeat(np.arange(80), 2)]) == NEAR(
        variance(influence(of, 30)) * 80 / 79
    )


def test_two_ways_of_clustering_are_never_surer_than_one() -> None:
    moved = np.array([0.1, -0.1, 0.2, 0.05])
    pairs, people = [0, 0, 1, 1], [0, 1, 0, 2]
    both = variance(moved, [pairs, people])
    assert both >= max(variance(moved, [pairs]), variance(moved, [people])) - 1e-15


def test_longer_stay_is_a_difference_in_days() -> None:
    short, long = spells([100] * 20, [True] * 20), spells([200] * 20, [False] * 20)
    assert restricted_difference(long, short, 200).value == NEAR(100)


@given(st.floats(0.01, 0.99), st.floats(0.001, 0.5))
def test_limits_stay_between_none_and_all(share: float, se: float) -> None:
    low, high = limits(share, se, 20)
    assert 0 <= low <= share <= high <= 1
