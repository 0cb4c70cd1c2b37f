"""Cox's model beside R's numbers and a second library."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import CoxPHFitter
from statsmodels.duration.hazard_regression import PHReg

from rapport.evaluation.engine.arrays import floats
from rapport.evaluation.engine.cox import Design, cox
from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.spells import spells
from rapport.evaluation.engine.timing import NEVER, early_and_late, treatment_in_time
from rapport.evaluation.engine.timing import treatment_ratio as ratio

from .known import invented, leukaemia, lung, rossi

NEAR = pytest.approx


def test_rossi_is_that_of_r() -> None:
    """R survival `coxph` on Rossi: coefficients, errors, likelihoods to five digits."""
    of, facts, names = rossi()
    fit = cox(of, facts, Design(names=names))
    expected = [-0.37942, -0.05744, 0.31390, -0.14980, -0.43370, -0.08487, 0.09150]
    assert fit.beta.round(5).tolist() == expected
    assert [fit.se[n].round(5) for n in (0, 1, 6)] == [0.19138, 0.02200, 0.02865]
    assert fit.log_likelihood == NEAR(-658.7477, abs=5e-5)
    assert 2 * (fit.log_likelihood - fit.nil_likelihood) == NEAR(33.27, abs=5e-3)
    assert fit.robust_se[0] == NEAR(0.19554, abs=5e-6)


def test_leukaemia_is_that_of_r() -> None:
    of, treated = leukaemia()
    fit = cox(of, 1 - floats(treated))
    assert (fit.beta[0].round(4), fit.se[0].round(4)) == (1.5721, 0.4124)


def test_lung_is_that_of_r() -> None:
    of, frame = lung()
    known = frame["ph.ecog"].notna().to_numpy()
    facts = frame[["age", "sex", "ph.ecog"]].to_numpy(float)[known]
    assert cox(of.taken(known), facts).beta.round(5).tolist() == [0.01107, -0.55261, 0.46373]


@pytest.mark.parametrize("seed", range(6))
def test_delayed_entry_strata_and_ties_are_those_of_statsmodels(seed: int) -> None:
    of, facts = invented(seed, 250, entries=True)
    strata = np.arange(250) % 3
    after = of.entry + 0.5  # statsmodels counts the day of entry, we and R begin after it
    oracle = PHReg(of.leave, facts, of.left, entry=after, strata=strata, ties="efron").fit()
    fit = cox(of, facts, Design(strata=strata))
    assert fit.beta == NEAR(oracle.params, abs=1e-6)
    assert fit.se == NEAR(oracle.bse, rel=1e-5)


@pytest.mark.parametrize("seed", range(3))
def test_weights_and_clusters_are_those_of_lifelines(seed: int) -> None:
    """Without ties: lifelines shares ties out in its estimate but not in its errors."""
    of, facts = invented(seed, 200)
    rng = np.random.default_rng(seed)
    apart = spells(of.leave * 1000 + rng.permutation(200), of.left)
    who, weight = np.arange(200) // 4, rng.integers(1, 4, 200).astype(float)
    frame = pd.DataFrame(facts).assign(day=apart.leave, left=of.left, who=who, weight=weight)
    oracle = CoxPHFitter().fit(
        frame, "day", "left", weights_col="weight", cluster_col="who", robust=True,
        fit_options={"precision": 1e-11},
    )  # fmt: skip
    fit = cox(apart, facts, Design(weight=weight, cluster=who))
    assert fit.beta == NEAR(oracle.params_.to_numpy(), abs=1e-6)
    assert fit.robust_se == NEAR(oracle.standard_errors_.to_numpy(), rel=1e-6)


@pytest.mark.parametrize("row", [0, 17, 41])
def test_with_ties_the_influence_is_what_a_little_more_weight_does(row: int) -> None:
    of, facts = invented(4, 60, last=12)
    more = np.where(np.arange(60) == row, 1 + 1e-5, 1.0)
    before, after = cox(of, facts), cox(of, facts, Design(weight=more))
    assert (after.beta - before.beta) / 1e-5 == NEAR(before.influence[row], abs=1e-4)


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.integers(-5000, 5000))
def test_order_calendar_and_units_do_not_matter(seed: int, shift: int) -> None:
    of, facts = invented(seed % 40, 80, entries=True)
    order = np.random.default_rng(seed).permutation(80)
    moved = spells(of.leave[order] + shift, of.left[order], of.entry[order] + shift)
    units = np.array([1.0, 100.0, 0.01])
    fit = cox(moved, facts[order] * units + 7)
    assert fit.beta * units == NEAR(cox(of, facts).beta, abs=1e-6)


@settings(max_examples=30)
@given(st.integers(0, 10_000))
def test_a_spell_split_in_two_is_the_same_spell(seed: int) -> None:
    of, facts = invented(seed % 40, 80)
    row, who = seed % 80, np.arange(80)
    day = int(of.leave[row] // 2)
    cut = spells(
        np.append(of.leave, day), np.append(of.left, False),
        np.append(np.where(who == row, day, of.entry), of.entry[row]),
    )  # fmt: skip
    whole = cox(of, facts, Design(cluster=who))
    parts = cox(cut, np.vstack([facts, facts[row]]), Design(cluster=np.append(who, row)))
    assert parts.beta == NEAR(whole.beta, abs=1e-7)
    assert parts.robust_se == NEAR(whole.robust_se, rel=1e-5)


def test_a_person_cut_at_joining_is_counted_where_they_belong() -> None:
    cut = treatment_in_time(spells([10, 20, 30], [True, False, True]), [4, NEVER, 0])
    assert cut.row.tolist() == [0, 1, 2, 0]
    assert cut.spells.entry.tolist() == [0, 0, 0, 4]
    assert cut.spells.leave.tolist() == [4, 20, 30, 10]
    assert cut.spells.left.tolist() == [False, False, True, True]
    assert cut.joined.tolist() == [False, False, True, True]


def test_nobody_joins_after_leaving() -> None:
    with pytest.raises(ValueError, match="nobody joins after leaving"):
        treatment_in_time(spells([10], [True]), [11])


def null_programme(seed: int, people: int = 2000) -> tuple[np.ndarray, np.ndarray]:
    """Leaving at 20% a year, joining about a year after hire, and no effect at all."""
    rng = np.random.default_rng(seed)
    leave = np.ceil(rng.exponential(365 / 0.2, people)).astype(np.int64)
    joining = np.ceil(rng.exponential(365, people)).astype(np.int64)
    return leave, np.where(joining < leave, joining, NEVER)


def test_a_programme_without_effect_shows_none_and_a_broken_clock_shows_one() -> None:
    """The mutation that must go red: count the days before joining for the joiners."""
    honest, broken = [], []
    for seed in range(40):
        leave, joined = null_programme(seed)
        of = spells(np.minimum(leave, 1826), leave <= 1826)
        joined = np.where(joined < of.leave, joined, NEVER)
        honest.append(ratio(of, joined).ratio("joined").excludes(1))
        broken.append(cox(of, (joined < NEVER).astype(float)).ratio(0).excludes(1))
    assert np.mean(honest) <= 0.15
    assert np.mean(broken) >= 0.95


def test_a_ratio_that_changes_shows_in_two_halves() -> None:
    of, facts = invented(1, 4000)
    early, late = early_and_late(of, facts[:, 0] > 0, 15)
    assert early.value == NEAR(late.value, rel=0.3)
    assert early.low < np.exp(0.5) < early.high


def test_a_fact_that_tells_all_has_no_ratio() -> None:
    of = spells([5, 6, 7, 50, 50, 50], [True] * 3 + [False] * 3)
    with pytest.raises(NotEstimable, match="separated"):
        cox(of, np.array([1.0, 1, 1, 0, 0, 0]))
    assert np.isfinite(cox(of, np.array([1.0, 1, 1, 0, 0, 0]), Design(ridge=1.0)).beta).all()


def test_without_anybody_leaving_there_is_no_ratio() -> None:
    with pytest.raises(NotEstimable, match="no events"):
        cox(spells([5, 6], [False, False]), np.array([0.0, 1.0]))
    with pytest.raises(NotEstimable, match="columns repeat"):
        cox(spells([5, 6, 7], [True] * 3), np.array([[1, 2], [0, 0], [1, 2]]))
