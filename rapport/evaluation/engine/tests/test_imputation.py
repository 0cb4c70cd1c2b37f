"""Filling gaps: no bias where gaps follow what is known, honest errors, barred fields."""

import numpy as np
import pytest

from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.imputation import barred, impute, rubin

NEAR = pytest.approx


def gapped(seed: int, n: int = 400) -> np.ndarray:
    """Two correlated columns; the second is missing more often where the first is large."""
    rng = np.random.default_rng(seed)
    first = rng.normal(size=n)
    second = 0.7 * first + 0.7 * rng.normal(size=n)
    second[rng.random(n) < 1 / (1 + np.exp(1 - 1.5 * first))] = np.nan
    return np.column_stack([first, second])


def test_gaps_that_follow_what_is_known_leave_no_bias() -> None:
    whole, cases = [], []
    for seed in range(40):
        facts = gapped(seed)
        cases.append(np.nanmean(facts[:, 1]))
        whole.append(np.mean([each[:, 1].mean() for each in impute(facts, times=5, seed=seed)]))
    assert np.mean(cases) < -0.15
    assert np.mean(whole) == NEAR(0, abs=0.03)


def test_the_interval_of_the_fillings_holds() -> None:
    held = []
    for seed in range(150):
        filled = impute(gapped(seed, 200), times=10, seed=seed)
        means = [each[:, 1].mean() for each in filled]
        errors = [each[:, 1].std(ddof=1) / 200**0.5 for each in filled]
        found = rubin(means, errors, 200)
        held.append(found.low <= 0 <= found.high)
    assert np.mean(held) == NEAR(0.95, abs=0.05)


def test_known_values_stay_and_a_yes_or_no_stays_one() -> None:
    facts = gapped(1)
    facts = np.column_stack([facts, np.where(np.isnan(facts[:, 1]), np.nan, facts[:, 1] > 0)])
    for filled in impute(facts, times=3):
        known = ~np.isnan(facts)
        assert (filled[known] == facts[known]).all()
        assert set(np.unique(filled[:, 2])) <= {0.0, 1.0}


def test_the_same_seed_always_fills_the_same() -> None:
    once, twice = (impute(gapped(2), times=2, seed=5) for _ in range(2))
    assert (once[1] == twice[1]).all()
    assert (once[0] != once[1]).any()


def test_rubins_rules_by_hand() -> None:
    found = rubin([1.0, 2.0, 3.0], [0.5, 0.5, 0.5], 1000)
    assert found.value == 2
    assert found.se == NEAR((0.25 + 4 / 3 * 1.0) ** 0.5)


def test_one_filling_is_not_enough_and_neither_are_four_known_values() -> None:
    with pytest.raises(NotEstimable, match="too few"):
        rubin([1.0], [0.1], 10)
    with pytest.raises(NotEstimable, match="too few"):
        impute(np.array([[1, np.nan]] * 6 + [[2, 3.0]] * 4))


def test_fields_blanked_for_leavers_are_barred() -> None:
    left = np.arange(200) < 60
    missing = np.column_stack([left & (np.arange(200) % 3 > 0), np.arange(200) % 10 == 0])
    assert barred(missing, left) == (0,)
    assert barred(missing, np.zeros(200, dtype=bool)) == ()
