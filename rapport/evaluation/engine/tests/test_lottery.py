"""A lottery beside closed forms and a second library."""

import numpy as np
import pytest
from statsmodels.sandbox.regression.gmm import IV2SLS

from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.lottery import complier_effect, intention_to_treat
from rapport.evaluation.engine.proportions import newcombe

NEAR = pytest.approx


def drawn(seed: int, n: int = 600, effect: float = 0.2) -> tuple[np.ndarray, ...]:
    """Two draws with different chances; seven of ten winners take part, one of ten losers."""
    rng = np.random.default_rng(seed)
    draw = rng.integers(0, 2, n)
    won = rng.random(n) < np.where(draw == 0, 0.5, 0.25)
    eager = rng.random(n)
    part = np.where(won, eager < 0.7, eager < 0.1)
    hit = rng.random(n) < 0.4 + 0.2 * draw + effect * part - 0.2 * (eager > 0.7)
    return won, part, hit, draw


def test_one_draw_is_newcombes_difference() -> None:
    won, _, hit, _ = drawn(1)
    expected = newcombe(
        (int(hit[won].sum()), int(won.sum())), (int(hit[~won].sum()), int((~won).sum()))
    )
    assert intention_to_treat(won, hit) == expected


def test_several_draws_are_compared_within_themselves() -> None:
    """The second draw has fewer winners and more hits: thrown together it would mislead."""
    found = [intention_to_treat(w, h, d).value for w, _, h, d in map(drawn, range(40))]
    thrown = [intention_to_treat(w, h).value for w, _, h, _ in map(drawn, range(40))]
    assert np.mean(found) == NEAR(0.6 * 0.2, abs=0.02)
    assert np.mean(thrown) < np.mean(found) - 0.02


def test_a_draw_everybody_won_says_nothing() -> None:
    won, _, hit, draw = drawn(2)
    more = np.append(won, [True] * 50), np.append(hit, [True] * 50), np.append(draw, [7] * 50)
    assert intention_to_treat(*more).value == NEAR(intention_to_treat(won, hit, draw).value)
    with pytest.raises(NotEstimable, match="no lottery"):
        intention_to_treat([True, True], [True, False])


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    found = [intention_to_treat(w, h, d) for w, _, h, d in (drawn(s, 300) for s in range(400))]
    assert np.mean([each.low <= 0.12 <= each.high for each in found]) == NEAR(0.95, abs=0.03)


def test_the_complier_effect_is_that_of_two_stages() -> None:
    won, part, hit, draw = drawn(3)
    exogenous = np.column_stack([np.ones(600), draw])
    oracle = IV2SLS(
        hit.astype(float), np.column_stack([part, exogenous]), np.column_stack([won, exogenous])
    ).fit()
    assert complier_effect(won, part, hit, draw).effect.value == NEAR(oracle.params[0])
    assert complier_effect(won, part, hit, draw).effect.se == NEAR(oracle.bse[0], rel=0.1)


def test_the_complier_effect_is_the_effect_and_its_interval_holds() -> None:
    found = [complier_effect(w, p, h, d) for w, p, h, d in (drawn(s, 400) for s in range(300, 900))]
    assert np.mean([each.effect.value for each in found]) == NEAR(0.2, abs=0.02)
    assert np.mean([each.share for each in found]) == NEAR(0.6, abs=0.02)
    held = [each.effect.low <= 0.2 <= each.effect.high for each in found]
    assert np.mean(held) == NEAR(0.95, abs=0.03)


def test_a_lot_that_moved_nobody_has_no_effect_to_show() -> None:
    rng = np.random.default_rng(0)
    won, hit = rng.random(100) < 0.5, rng.random(100) < 0.5
    with pytest.raises(NotEstimable, match="weak lottery"):
        complier_effect(won, rng.random(100) < 0.5, hit)
