"""Logistic regression beside a second library, and Firth's beside closed forms."""

import math

import numpy as np
import pytest
import statsmodels.api as sm

from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.logistic import firth, logistic

NEAR = pytest.approx


def table(a: int, b: int, c: int, d: int) -> tuple[np.ndarray, np.ndarray]:
    """A fact and an outcome with a and b hits and misses where it holds, c and d where not."""
    fact = np.repeat([1.0, 1.0, 0.0, 0.0], [a, b, c, d])
    return fact[:, None], np.repeat([1.0, 0.0, 1.0, 0.0], [a, b, c, d])


@pytest.mark.parametrize("seed", range(4))
def test_the_plain_one_is_that_of_statsmodels(seed: int) -> None:
    rng = np.random.default_rng(seed)
    facts = rng.normal(size=(300, 3))
    hit = (rng.random(300) < 1 / (1 + np.exp(-facts[:, 0]))).astype(float)
    oracle = sm.Logit(hit, sm.add_constant(facts)).fit(disp=0)
    fit = logistic(facts, hit)
    assert fit.beta == NEAR(oracle.params, abs=1e-7)
    assert np.sqrt(np.diag(fit.covariance)) == NEAR(oracle.bse, rel=1e-6)
    low, high = np.exp(oracle.conf_int()[1])
    assert (fit.odds_ratio(0).low, fit.odds_ratio(0).high) == NEAR((low, high))


@pytest.mark.parametrize("cells", [(8, 4, 6, 12), (5, 0, 3, 9), (0, 7, 0, 5)])
def test_firths_table_is_a_half_more_in_every_cell(cells: tuple[int, int, int, int]) -> None:
    """Firth 1993: with one yes-or-no fact the penalty adds a half to each of the four cells."""
    a, b, c, d = (cell + 0.5 for cell in cells)
    found = firth(*table(*cells)).odds_ratio(0)
    assert math.log(found.value) == NEAR(math.log(a * d / (b * c)), abs=1e-6)
    assert found.low < found.value < found.high


def test_firths_interval_ends_where_the_penalised_likelihood_has_fallen() -> None:
    fit = firth(*table(5, 0, 3, 9))
    found = fit.odds_ratio(0)
    for end in (found.low, found.high):
        assert 2 * (fit.likelihood - fit.profile(1, math.log(end))) == NEAR(3.841459, abs=1e-4)
    assert found.p is not None
    assert (found.p < 0.05) == found.excludes(1)


def test_in_large_groups_firth_is_the_plain_one() -> None:
    rng = np.random.default_rng(3)
    facts = rng.normal(size=(20_000, 2))
    hit = (rng.random(20_000) < 1 / (1 + np.exp(-facts[:, 0]))).astype(float)
    assert firth(facts, hit).beta == NEAR(logistic(facts, hit).beta, abs=1e-3)


def test_a_fact_that_tells_all_is_refused_by_the_plain_one_only() -> None:
    facts, hit = table(9, 0, 0, 9)
    with pytest.raises(NotEstimable, match="separated"):
        logistic(facts, hit)
    assert np.isfinite(firth(facts, hit).beta).all()
    assert np.isfinite(logistic(facts, hit, ridge=1.0).beta).all()


def test_weights_are_repeated_rows() -> None:
    facts, hit = table(8, 4, 6, 12)
    twice = logistic(np.repeat(facts, 2, axis=0), np.repeat(hit, 2))
    assert logistic(facts, hit, weight=np.full(30, 2.0)).beta == NEAR(twice.beta)


def test_columns_that_repeat_each_other_are_refused() -> None:
    facts, hit = table(8, 4, 6, 12)
    with pytest.raises(NotEstimable, match="columns repeat"):
        logistic(np.hstack([facts, facts]), hit)
    with pytest.raises(NotEstimable, match="columns repeat"):
        firth(np.hstack([facts, facts * 2]), hit)
