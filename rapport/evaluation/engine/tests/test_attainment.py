"""Goal attainment beside the published formula and the numbers the formula is known for."""

import math

import numpy as np
import pytest

from rapport.evaluation.engine.attainment import Fate, Goal, attain, raters, t_score
from rapport.evaluation.engine.estimate import NotEstimable

NEAR = pytest.approx


@pytest.mark.parametrize(("goals", "t"), [(1, 40.0), (3, 36.3), (5, 34.9)])
def test_everybody_one_below_scores_less_with_more_goals(goals: int, t: float) -> None:
    """Kiresuk & Sherman 1968: why T comes last."""
    assert round(t_score([-1] * goals), 1) == t


@pytest.mark.parametrize("level", [-2, -1, 0, 1, 2])
def test_one_goal_moves_t_by_ten_a_level(level: int) -> None:
    assert t_score([level]) == NEAR(50 + 10 * level)
    assert t_score([level], [7.0]) == NEAR(50 + 10 * level)


def test_weights_say_whose_goal_counts_more() -> None:
    expected = 50 + 10 * (3 * 2 - 1) / math.sqrt(0.7 * 10 + 0.3 * 16)
    assert t_score([2, -1], [3, 1]) == NEAR(expected)


def test_a_dropped_goal_is_neither_missing_nor_failed() -> None:
    kept = [Goal("Ben", 0), Goal("Bea", 1), Goal("Bob", -1)]
    more = [*kept, Goal("Ben", fate=Fate.DROPPED), Goal("Bea", fate=Fate.UNSCORED)]
    assert attain(more).reached == attain(kept).reached
    assert (attain(more).dropped, attain(more).unscored, attain(more).replaced) == (1, 1, 0)


def test_the_distribution_counts_goals_and_the_interval_counts_people() -> None:
    found = attain([Goal(person, level) for person in "abcdef" for level in (-2, 0, 2)])
    assert found.levels == (6, 0, 6, 0, 6)
    assert (found.people, found.reached.n, found.reached.events) == (6, 6, 12)
    assert found.by_number == {3: 6}


def test_the_order_and_the_names_of_people_do_not_matter() -> None:
    rng = np.random.default_rng(4)
    goals = [Goal(int(p), int(rng.integers(-2, 3))) for p in rng.integers(0, 12, 40)]
    renamed = [Goal(f"x{goal.person}", goal.level) for goal in reversed(goals)]
    assert attain(renamed).reached.low == NEAR(attain(goals).reached.low)
    assert attain(renamed).levels == attain(goals).levels


@pytest.mark.parametrize(
    ("level", "fate"), [(None, Fate.SCORED), (1, Fate.DROPPED), (3, Fate.SCORED)]
)
def test_a_level_that_cannot_be_is_refused(level: int | None, fate: Fate) -> None:
    with pytest.raises(ValueError, match="level"):
        Goal("Ben", level, fate)


def test_without_a_scored_goal_there_is_nothing_to_say() -> None:
    with pytest.raises(NotEstimable, match="nobody"):
        attain([Goal("Ben", fate=Fate.DROPPED)])


def test_raters_who_agree_have_no_gap() -> None:
    found = raters([-2, -1, 0, 1, 2], [-2, -1, 0, 1, 2])
    assert (found.gap.value, found.alike, found.icc) == NEAR((0, 1, 1))


def test_agreement_is_that_of_shrout_and_fleiss() -> None:
    """Their table 2 of 1979, raters 2 and 3: ICC(2,1) worked out by its mean squares."""
    found = raters([2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4])
    assert found.gap.value == NEAR(-11 / 6)
    assert 0.4 < found.icc < 0.7
