"""Standardised differences and effective sizes by hand."""

import numpy as np
import pytest

from rapport.evaluation.engine.balance import balance, effective_size, overlap

NEAR = pytest.approx
TREATED = np.array([True, True, False, False])


def test_a_difference_is_measured_in_the_joiners_deviations() -> None:
    found = balance(np.array([[1.0], [3], [0], [2]]), TREATED, names=("grade",)).rows[0]
    assert (found.joined, found.others, found.difference) == (2, 1, 1)
    assert found.variances == NEAR(1)
    assert not found.passes


def test_weights_can_make_the_sides_alike() -> None:
    facts = np.array([[1.0], [3], [1], [9]])
    weighted = balance(facts, TREATED, np.array([1.0, 1, 7, 1]))
    assert weighted.passes
    assert weighted.worst == NEAR(0)
    assert weighted.effective == NEAR(64 / 50)


def test_a_fact_without_spread_is_alike_or_infinitely_far() -> None:
    assert balance(np.ones((4, 1)), TREATED).worst == 0
    assert balance(TREATED[:, None].astype(float), TREATED).worst == np.inf
    assert balance(np.zeros((4, 0)), TREATED).passes


def test_equal_weights_lose_nothing() -> None:
    assert effective_size(np.full(12, 0.3)) == NEAR(12)
    assert effective_size(np.zeros(3)) == 0


def test_each_side_fills_the_picture_once() -> None:
    rng = np.random.default_rng(1)
    found = overlap(rng.normal(size=100), rng.random(100) < 0.4)
    assert sum(found.joined) == NEAR(1)
    assert sum(found.others) == NEAR(1)
    assert len(found.edges) == 11
