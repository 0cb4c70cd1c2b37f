"""Our own tails and quantiles beside scipy's."""

import pytest
from scipy import stats

from rapport.evaluation.engine import distributions as ours

NEAR = pytest.approx
LEVELS = (0.5, 0.8, 0.9, 0.95, 0.99, 0.999)
FREEDOMS = (0.5, 1, 2, 3.7, 10, 29, 100, 5000, 1e6)


@pytest.mark.parametrize("level", LEVELS)
def test_quantiles_of_t_are_those_of_scipy(level: float) -> None:
    for freedom in FREEDOMS:
        expected = stats.t.ppf(0.5 + level / 2, freedom)
        assert ours.t_quantile(level, freedom) == NEAR(expected, rel=1e-8)
    assert ours.normal_quantile(level) == NEAR(stats.norm.ppf(0.5 + level / 2), rel=1e-10)


@pytest.mark.parametrize("t", [0.0, 0.3, 1.0, 2.5, -6.0])
def test_tails_of_t_and_normal_are_those_of_scipy(t: float) -> None:
    for freedom in FREEDOMS:
        assert ours.t_p(t, freedom) == NEAR(2 * stats.t.sf(abs(t), freedom), rel=1e-8)
    assert ours.normal_p(t) == NEAR(2 * stats.norm.sf(abs(t)), rel=1e-10)


@pytest.mark.parametrize("freedom", [1, 2, 5, 10, 50])
def test_tails_of_chi_square_are_those_of_scipy(freedom: int) -> None:
    for statistic in (0.0, 0.1, 1, 3.84, 10, 40):
        expected = stats.chi2.sf(statistic, freedom)
        assert ours.chi_square_p(statistic, freedom) == NEAR(expected, abs=1e-12)


@pytest.mark.parametrize(("a", "b"), [(0.5, 0.5), (1, 20), (20, 1), (3.5, 8), (400, 600)])
def test_quantiles_of_beta_and_f_are_those_of_scipy(a: float, b: float) -> None:
    for probability in (0.001, 0.025, 0.5, 0.975):
        expected = stats.beta.ppf(probability, a, b)
        assert ours.beta_quantile(probability, a, b) == NEAR(expected, rel=1e-8)
        expected = stats.f.ppf(probability, a, b)
        assert ours.f_quantile(probability, a, b) == NEAR(expected, rel=1e-8)


def test_binomial_tails_are_those_of_scipy() -> None:
    for least in (0, 1, 3, 10, 11):
        expected = stats.binom.sf(least - 1, 10, 0.3)
        assert ours.binomial_tail(least, 10, 0.3) == NEAR(expected, abs=1e-12)
