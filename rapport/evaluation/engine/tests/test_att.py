"""The doubly robust effect: by hand, on random data, and with either model wrong."""

import numpy as np
import pytest
import statsmodels.api as sm

from rapport.evaluation.engine.att import Sample, att, sample, seen_weight
from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.spells import spells

NEAR = pytest.approx


def world(seed: int, n: int = 4000, effect: float = 0.1) -> tuple[np.ndarray, ...]:
    rng = np.random.default_rng(seed)
    fact = rng.normal(size=n)
    joined = rng.random(n) < 1 / (1 + np.exp(1.5 - fact))
    stayed = rng.random(n) < np.clip(0.6 + 0.12 * fact + effect * joined, 0, 1)
    return fact[:, None], joined, stayed.astype(float)


def test_without_facts_it_is_the_difference_of_two_shares() -> None:
    """And its errors are HC3's to the last digit, which shows in small groups only."""
    joined, stayed = (column[:40] for column in world(1)[1:])
    found = att(sample(joined, stayed, np.zeros((40, 0))))
    assert found.effect.value == NEAR(stayed[joined].mean() - stayed[~joined].mean())
    oracle = sm.OLS(stayed, sm.add_constant(joined.astype(float))).fit(cov_type="HC3")
    assert found.effect.se == NEAR(oracle.bse[1], rel=1e-9)


def test_with_facts_the_naive_difference_is_corrected() -> None:
    found = [att(sample(w[1], w[2], w[0])).effect.value for w in map(world, range(20))]
    naive = [w[2][w[1]].mean() - w[2][~w[1]].mean() for w in map(world, range(20))]
    assert np.mean(found) == NEAR(0.1, abs=0.012)
    assert np.mean(naive) > 0.18


def test_one_wrong_model_is_forgiven() -> None:
    """Staying follows the square of what is given: only the model of joining is right."""
    found = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        fact = rng.normal(size=4000)
        joined = rng.random(4000) < 1 / (1 + np.exp(1.5 - 0.8 * fact))
        outcome = fact**2 + 0.3 * joined + rng.normal(size=4000)
        found.append(att(sample(joined, outcome, fact[:, None])).effect.value)
    assert np.mean(found) == NEAR(0.3, abs=0.06)


def test_a_repeated_sample_is_not_surer() -> None:
    fact, joined, stayed = world(3, 300)
    once = att(sample(joined, stayed, fact))
    who = np.tile(np.arange(300), 3)
    thrice = att(Sample(joined[who], stayed[who], fact[who], np.ones(900), [who]))
    assert thrice.effect.value == NEAR(once.effect.value, abs=5e-3)
    assert thrice.effect.se == NEAR(once.effect.se, rel=0.05)


def test_too_few_people_for_the_facts_are_refused() -> None:
    with pytest.raises(NotEstimable, match="too few"):
        att(sample([True, True, False, False], [1, 0, 1, 0], np.ones((4, 2))))


def test_who_was_not_seen_to_the_end_is_made_up_for_by_those_who_were() -> None:
    rng = np.random.default_rng(5)
    leave, end = rng.integers(1, 800, 20_000), rng.integers(100, 800, 20_000)
    of = spells(np.minimum(leave, end), leave <= end)
    weight = seen_weight(of, 365)
    stayed = np.average(of.leave >= 365, weights=weight)
    assert stayed == NEAR((leave > 365).mean(), abs=0.01)
    assert weight.mean() == NEAR(1, abs=0.01)


def test_everybody_seen_to_the_end_counts_once() -> None:
    assert seen_weight(spells([400, 10, 365], [False, True, False]), 365).tolist() == [1, 1, 1]
