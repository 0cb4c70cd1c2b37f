"""Corrections for many looks beside the paper's example, scipy and Holm's own reasoning."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from rapport.evaluation.engine.multiplicity import benjamini_hochberg, holm

PAPER = (
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
    0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0,
)  # fmt: skip
"""Benjamini & Hochberg 1995, section 4.1: fifteen p-values of a trial."""


def test_the_papers_example_keeps_three_and_four() -> None:
    assert sum(p <= 0.05 for p in holm(PAPER)) == 3
    assert sum(p <= 0.05 for p in benjamini_hochberg(PAPER)) == 4


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_the_false_discovery_rate_is_that_of_scipy(p: list[float]) -> None:
    assert benjamini_hochberg(p) == pytest.approx(tuple(false_discovery_control(p)))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=7))
def test_holm_rejects_what_every_closed_test_rejects(p: list[float]) -> None:
    """Marcus, Peritz & Gabriel 1976: each set that holds a claim, tested with Bonferroni."""
    assert holm(p) == pytest.approx(tuple(closed(p, place) for place in range(len(p))))


def closed(p: list[float], place: int) -> float:
    others = [each for number, each in enumerate(p) if number != place]
    sets = ([p[place], *more] for size in range(len(p)) for more in combinations(others, size))
    return max(min(1.0, len(each) * min(each)) for each in sets)


def test_a_p_value_above_one_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        holm([0.5, 1.2])
