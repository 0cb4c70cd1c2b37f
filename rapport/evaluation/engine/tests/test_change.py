"""Change beside published examples and a second library."""

import math

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats

from rapport.evaluation.engine.change import (
    ancova,
    difference_in_sizes,
    gap_at_start,
    paired_change,
    reliable_change,
    tipping_point,
)
from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.scales import alpha, score

NEAR = pytest.approx
FIRST = [9, 7, 8, 9, 8, 9, 9, 10, 9, 9]
SECOND = [9, 6, 7, 8, 7, 9, 8, 8, 8, 7]
"""Lakens 2013, Frontiers in Psychology 4:863, table 1: ratings of two films."""


def test_sizes_are_those_of_lakens() -> None:
    assert round(paired_change(SECOND, FIRST).d_z, 2) == 1.50
    assert round(difference_in_sizes(FIRST, SECOND)[0], 3) == 1.126
    assert round(difference_in_sizes(FIRST, SECOND)[1], 2) == 1.08


def test_the_mean_change_is_students() -> None:
    found, expected = paired_change(SECOND, FIRST).mean, stats.ttest_rel(FIRST, SECOND)
    interval = expected.confidence_interval(0.95)
    assert found.p == NEAR(expected.pvalue)
    assert (found.low, found.high) == NEAR((interval.low, interval.high))


def test_reliable_change_is_that_of_jacobson_and_truax() -> None:
    """Their example of 1991: 47.5 to 32.5, deviation 7.5, reliability 0.80."""
    found = reliable_change([47.5], [32.5], deviation=7.5, reliability=0.80)
    assert round(float(found.index[0]), 2) == -3.16
    assert (found.improved, found.unchanged, found.worse) == (0, 0, 1)


def test_ancova_is_that_of_statsmodels_with_hc3() -> None:
    rng = np.random.default_rng(3)
    before, joined = rng.normal(3, 1, 80), np.arange(80) % 3 == 0
    after = 0.6 * before + 0.4 * joined + rng.normal(0, 0.5 + joined * 0.3, 80)
    facts = sm.add_constant(np.column_stack([joined, before]))
    fit = sm.OLS(after, facts).fit(cov_type="HC3", use_t=True)
    found = ancova(before, after, joined)
    assert (found.value, found.se) == NEAR((fit.params[1], fit.bse[1]), rel=1e-9)
    assert (found.low, found.high) == NEAR(tuple(fit.conf_int()[1]), rel=1e-6)


def test_picking_the_lowest_makes_a_gain_out_of_nothing_and_ancova_does_not() -> None:
    """Regression to the mean: why a gain without a comparison is never called an effect."""
    rng = np.random.default_rng(8)
    truth = rng.normal(0, 1, 20_000)
    first, second = truth + rng.normal(0, 0.65, 20_000), truth + rng.normal(0, 0.65, 20_000)
    lowest = first < np.quantile(first, 0.3)
    joined = rng.random(int(lowest.sum())) < 0.5
    assert paired_change(first[lowest], second[lowest]).d_av > 0.3
    assert not ancova(first[lowest], second[lowest], joined).excludes()


def test_at_the_tipping_point_the_interval_of_all_touches_nil() -> None:
    rng = np.random.default_rng(2)
    change = rng.normal(0.5, 1, 60)
    found = tipping_point(np.zeros(60), change, silent=20)
    mean = (change.mean() * 60 + found.at * 20) / 80
    margin = stats.t.ppf(0.975, 59) * change.std(ddof=1) / math.sqrt(80)
    assert mean - margin == NEAR(0, abs=1e-9)
    assert found.gap == NEAR(change.mean() - found.at)


def test_nobody_silent_needs_no_tipping_point() -> None:
    assert tipping_point([1, 2, 3, 4], [2, 3, 4, 6], silent=0).gap == math.inf


def test_those_who_answered_may_have_stood_higher_at_the_start() -> None:
    before, answered = [1, 2, 1, 2, 4, 5, 4, 5], [False] * 4 + [True] * 4
    found = gap_at_start(before, answered)
    assert found is not None
    assert found.value == NEAR(3)
    assert gap_at_start([1, 2, 3], [True, True, False]) is None


def test_two_people_have_no_mean_change() -> None:
    with pytest.raises(NotEstimable, match="too few"):
        paired_change([1, 2], [2, 3])


def test_a_score_needs_four_of_five_answers_and_turns_keys() -> None:
    items = np.array([[1, 5, 1, 1, 1], [1, 5, np.nan, 1, 1], [1, 5, np.nan, np.nan, 1]])
    found = score(items, low=1, high=5, reversed_items=(1,))
    assert found[:2].tolist() == [1, 1]
    assert np.isnan(found[2])
    with pytest.raises(ValueError, match="outside"):
        score(items, low=1, high=4)


def test_alpha_is_one_for_equal_items_and_near_nothing_for_noise() -> None:
    rng = np.random.default_rng(1)
    one = rng.normal(size=(200, 1))
    assert alpha(np.repeat(one, 4, axis=1)).value == NEAR(1)
    noise = alpha(rng.normal(size=(200, 4)))
    assert noise.low < 0 < noise.high
    with pytest.raises(NotEstimable):
        alpha(np.ones((10, 3)))


def test_alpha_of_parallel_items_is_the_formula_of_spearman_and_brown() -> None:
    rng = np.random.default_rng(5)
    items = rng.normal(size=(200_000, 1)) + rng.normal(size=(200_000, 5))
    assert alpha(items).value == NEAR(5 * 0.5 / (1 + 4 * 0.5), abs=0.005)
