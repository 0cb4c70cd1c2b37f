"""Guard rails: what closes each of them."""

import pytest

from rapport.evaluation.engine.guards import (
    RAILS,
    Sizes,
    may_adjust,
    may_adjust_twice,
    may_compare,
    may_count_money,
)

ENOUGH = Sizes(RAILS.money_participants, RAILS.money_events, RAILS.money_events, 1.0)


@pytest.mark.parametrize(
    ("sizes", "why"),
    [
        (ENOUGH, ""),
        (Sizes(RAILS.participants - 1, 20, 20), "too_few_participants"),
        (Sizes(100, RAILS.events - 1, 20), "too_few_events"),
        (Sizes(100, 20, RAILS.events - 1), "too_few_events"),
        (Sizes(100, 20, 20, RAILS.matched - 0.01), "too_few_matched"),
        (Sizes(40, 9, 20, 1.0, RAILS.expected / 40 - 0.01), "too_few_events"),
        (Sizes(40, 9, 20, 1.0, RAILS.expected / 40 + 0.01), ""),
        (Sizes(100, 20, 20, later=RAILS.later + 0.01), "too_many_joined_later"),
    ],
)
def test_a_comparison_needs_people_events_and_matches(sizes: Sizes, why: str) -> None:
    assert (may_compare(sizes).open, may_compare(sizes).why) == (why == "", why)


def test_a_model_needs_events_for_each_parameter() -> None:
    assert may_adjust(RAILS.events_each * 3, 3).open
    assert not may_adjust(RAILS.events_each * 3 - 1, 3).open


def test_the_doubly_robust_effect_needs_more_people_than_matching() -> None:
    few = Sizes(RAILS.robust - 1, 20, 20)
    assert may_compare(few).open
    assert may_adjust_twice(few).why == "too_few_participants"


def test_money_is_not_shown_for_nothing() -> None:
    assert may_count_money(ENOUGH, excludes_nil=True, grade="B").open
    assert may_count_money(ENOUGH, excludes_nil=False, grade="A").why == "cannot_be_shown"
    assert may_count_money(ENOUGH, excludes_nil=True, grade="D").why == "cannot_be_shown"
    few = Sizes(RAILS.money_participants - 1, 20, 20)
    assert may_count_money(few, excludes_nil=True, grade="A").why == "too_few_participants"
