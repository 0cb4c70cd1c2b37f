"""Shares and their differences beside published numbers and a second library."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats import contingency_tables
from statsmodels.stats import proportion as oracle

from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.proportions import (
    Pairs,
    clopper_pearson,
    mcnemar,
    newcombe,
    newcombe_paired,
    odds_ratio,
    risk_ratio,
    wilson,
    wilson_clustered,
)

NEAR = pytest.approx
SHARES = st.integers(1, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


def test_wilson_gives_the_interval_of_newcombes_first_paper() -> None:
    """81 of 263: Newcombe 1998, Statistics in Medicine 17:857, table I."""
    found = wilson(81, 263)
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)


def test_newcombe_gives_the_interval_of_his_second_paper() -> None:
    """56/70 - 48/80: Newcombe 1998, Statistics in Medicine 17:873, table II (a), method 10."""
    found = newcombe((56, 70), (48, 80))
    assert (round(found.low, 4), round(found.high, 4)) == (0.0524, 0.3339)


def test_pairs_that_agree_by_chance_are_as_good_as_separate_groups() -> None:
    alone = newcombe((40, 100), (30, 100))
    paired = newcombe_paired(Pairs(both=12, first=28, second=18, neither=42))
    assert (paired.low, paired.high) == NEAR((alone.low, alone.high))


def test_pairs_that_agree_know_more_than_separate_groups() -> None:
    alone = newcombe((48, 50), (38, 50))
    paired = newcombe_paired(Pairs(both=38, first=10, second=0, neither=2))
    assert paired.margin < alone.margin


@given(SHARES)
def test_intervals_of_one_share_are_those_of_statsmodels(share: tuple[int, int]) -> None:
    low, high = oracle.proportion_confint(*share, method="wilson")
    assert (wilson(*share).low, wilson(*share).high) == NEAR((low, high), abs=1e-9)
    low, high = oracle.proportion_confint(*share, method="beta")
    exact = clopper_pearson(*share)
    assert (exact.low, exact.high) == NEAR((low, high), abs=1e-9)


@given(SHARES, SHARES)
def test_newcombe_is_that_of_statsmodels(a: tuple[int, int], b: tuple[int, int]) -> None:
    low, high = oracle.confint_proportions_2indep(*a, *b, method="newcomb")
    found = newcombe(a, b)
    assert (found.low, found.high) == NEAR((low, high), abs=1e-9)


@given(SHARES, SHARES)
def test_a_difference_seen_from_the_other_side_is_its_mirror(
    a: tuple[int, int], b: tuple[int, int]
) -> None:
    there, back = newcombe(a, b), newcombe(b, a).turned()
    assert (there.low, there.high) == NEAR((back.low, back.high), abs=1e-12)


@given(st.integers(0, 40), st.integers(0, 40))
def test_mid_p_is_the_exact_one_less_half_the_chance_of_what_was_seen(a: int, b: int) -> None:
    exact = contingency_tables.mcnemar([[0, a], [b, 0]], exact=True).pvalue
    assert 0 < mcnemar(a, b) <= exact + 1e-12
    assert mcnemar(a, b) == mcnemar(b, a)


def test_ratios_are_those_of_statsmodels() -> None:
    table = contingency_tables.Table2x2([[12, 38], [25, 75]])
    risk, odds = risk_ratio((12, 50), (25, 100)), odds_ratio((12, 50), (25, 100))
    assert (risk.low, risk.high) == NEAR(table.riskratio_confint())
    assert (odds.low, odds.high) == NEAR(table.oddsratio_confint())
    assert odds.p == NEAR(table.oddsratio_pvalue())


def test_answers_of_one_person_are_worth_less_than_answers_of_many() -> None:
    answers = [True, True, True, False, False, False] * 5
    alone = wilson_clustered(answers, range(30))
    repeated = wilson_clustered(answers, [n // 3 for n in range(30)])
    assert repeated.margin > 1.3 * alone.margin
    assert repeated.n == 10


def test_a_clustered_share_is_the_plain_one_when_everybody_answers_once() -> None:
    rng = np.random.default_rng(1)
    answers = rng.random(4000) < 0.3
    plain = wilson(int(answers.sum()), 4000)
    clustered = wilson_clustered(answers, np.arange(4000))
    assert (clustered.low, clustered.high) == NEAR((plain.low, plain.high), rel=1e-3)


def test_unanimous_answers_still_have_an_interval() -> None:
    found = wilson_clustered([True] * 12, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    assert found.high == 1
    assert 0.3 < found.low < 0.7


def test_nobody_is_no_share() -> None:
    with pytest.raises(NotEstimable, match="nobody"):
        wilson(0, 0)
