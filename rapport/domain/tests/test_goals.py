"""Five levels, and acceptance by all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.goals import COMMITMENT, LEVEL_LABELS, Level, is_accepted, is_reached


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
