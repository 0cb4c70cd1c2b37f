"""Guard rails: what closes each of them, in the numbers that `docs/calibration.md` was made with.

The numbers stand here a second time on purpose: a rail moved without the page fails.
"""

import pytest

from rapport.evaluation.engine.guards import (
    Sizes,
    may_adjust,
    may_adjust_twice,
    may_compare,
    may_count_money,
)

ENOUGH = Sizes(50, 10, 10)


@pytest.mark.parametrize(
    ("sizes", "why"),
    [
        (Sizes(20, 5, 5), ""),
        (Sizes(19, 20, 20), "too_few_participants"),
        (Sizes(100, 4, 20), "too_few_events"),
        (Sizes(100, 20, 4), "too_few_events"),
        (Sizes(100, 20, 20, 0.80), ""),
        (Sizes(100, 20, 20, 0.79), "too_few_matched"),
        (Sizes(40, 9, 20, usual=0.199), "too_few_events"),
        (Sizes(40, 9, 20, usual=0.201), ""),
        (Sizes(100, 20, 20, later=0.25), ""),
        (Sizes(100, 20, 20, later=0.26), "too_many_joined_later"),
    ],
)
def test_a_comparison_needs_people_events_and_matches(sizes: Sizes, why: str) -> None:
    assert (may_compare(sizes).open, may_compare(sizes).why) == (why == "", why)


def test_a_model_needs_ten_events_for_each_parameter() -> None:
    assert may_adjust(30, 3).open
    assert not may_adjust(29, 3).open


def test_the_doubly_robust_effect_needs_more_people_than_matching() -> None:
    assert may_adjust_twice(Sizes(50, 20, 20)).open
    few = Sizes(49, 20, 20)
    assert may_compare(few).open
    assert may_adjust_twice(few).why == "too_few_participants"


@pytest.mark.parametrize(
    ("sizes", "excludes_nil", "grade", "why"),
    [
        (ENOUGH, True, "C", ""),
        (ENOUGH, False, "A", "cannot_be_shown"),
        (ENOUGH, True, "D", "cannot_be_shown"),
        (Sizes(49, 20, 20), True, "A", "too_few_participants"),
        (Sizes(50, 9, 20), True, "A", "too_few_events"),
        (Sizes(50, 20, 9), True, "A", "too_few_events"),
    ],
)
def test_money_is_not_shown_for_nothing(
    sizes: Sizes, excludes_nil: bool, grade: str, why: str
) -> None:
    guard = may_count_money(sizes, excludes_nil=excludes_nil, grade=grade)
    assert (guard.open, guard.why) == (why == "", why)
