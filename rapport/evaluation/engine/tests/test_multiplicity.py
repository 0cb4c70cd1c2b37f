"""Corrections for many looks beside the paper's example and a second library."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

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
def test_both_are_those_of_statsmodels(p: list[float]) -> None:
    assert holm(p) == pytest.approx(tuple(multipletests(p, method="holm")[1]))
    assert benjamini_hochberg(p) == pytest.approx(tuple(multipletests(p, method="fdr_bh")[1]))


def test_a_p_value_above_one_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        holm([0.5, 1.2])
