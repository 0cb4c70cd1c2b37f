"""Five levels, acceptance by all, and when a step is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.goals import (
    COMMITMENT,
    HORIZON_LABELS,
    LEVEL_LABELS,
    REPEATS,
    Horizon,
    Level,
    horizon,
    is_accepted,
    is_reached,
    next_due,
)


@pytest.mark.parametrize(
    ("level", "reached"), [(-2, False), (-1, False), (0, True), (1, True), (2, True)]
)
def test_a_goal_is_reached_at_the_level_that_was_hoped_for(level: int, reached: bool) -> None:
    assert is_reached(level) is reached


@given(st.sets(st.integers(0, 3)), st.sets(st.integers(0, 3)))
def test_a_goal_counts_when_every_member_accepts_it(accepting: set[int], all_of: set[int]) -> None:
    accepted = is_accepted(set(accepting), set(all_of))
    assert accepted is (bool(all_of) and all(member in accepting for member in all_of))


def test_there_are_five_named_levels_and_eleven_degrees_of_commitment() -> None:
    assert list(LEVEL_LABELS) == list(Level) == [-2, -1, 0, 1, 2]
    assert list(COMMITMENT) == list(range(11))


TODAY = date(2026, 11, 22)
# Days until it is due (None: no day), done?, where it stands.
HORIZONS = [
    (None, False, Horizon.THIS_WEEK), (-30, False, Horizon.THIS_WEEK),
    (0, False, Horizon.THIS_WEEK), (7, False, Horizon.THIS_WEEK), (8, False, Horizon.LATER),
    (None, True, Horizon.DONE), (-1, True, Horizon.DONE), (30, True, Horizon.DONE),
]  # fmt: skip
# Days until it was due, after how many days it comes again, days until it is due again.
AGAIN = [(None, 7, 7), (0, 7, 7), (3, 7, 10), (-3, 7, 4), (-7, 7, 7), (-30, 7, 5), (-1, 28, 27)]


def days_from_now(days: int | None) -> date | None:
    return None if days is None else TODAY + timedelta(days=days)


@pytest.mark.parametrize(("days", "is_done", "expected"), HORIZONS)
def test_this_weeks_work_comes_first(days: int | None, *, is_done: bool, expected: Horizon) -> None:
    assert horizon(days_from_now(days), TODAY, is_done=is_done) is expected


@pytest.mark.parametrize(("days", "every", "again"), AGAIN)
def test_a_recurring_step_is_never_due_in_the_past(
    days: int | None, every: int, again: int
) -> None:
    assert next_due(days_from_now(days), every, TODAY) == days_from_now(again)


def test_every_horizon_has_a_label_and_every_repeat_is_whole_weeks() -> None:
    assert set(HORIZON_LABELS) == set(Horizon)
    assert all(days % 7 == 0 for days in REPEATS)
