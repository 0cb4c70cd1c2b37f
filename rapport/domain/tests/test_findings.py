"""From how many people on a figure may be seen, and what stays hidden with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.findings import (
    SENTENCES,
    Finding,
    Hidden,
    Why,
    comments_may_be_read,
    counted,
    may_be_published_again,
    may_be_shown,
    shown_counts,
    shown_parts,
)

COUNTS = st.lists(st.integers(0, 30), min_size=1, max_size=7)


@pytest.mark.parametrize(
    ("n", "cells", "shown"),
    [(5, (), True), (4, (), False), (20, (4, 16), False), (20, (0, 20), True), (20, (5, 15), True)],
)
def test_five_people_stand_behind_every_figure(n: int, cells: tuple[int, ...], shown: bool) -> None:
    assert may_be_shown(n, cells) is shown


def test_a_finding_on_four_people_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="five people"):
        Finding(0.5, 4, 0.1, 0.9)
    with pytest.raises(ValueError, match="lower end"):
        Finding(0.5, 9, 0.9, 0.1)


@pytest.mark.parametrize(("count", "shown"), [(0, False), (1, False), (4, False), (5, True)])
def test_few_people_are_fewer_than_five(count: int, shown: bool) -> None:
    found = counted(count)
    assert isinstance(found, Finding) is shown
    assert shown or (isinstance(found, Hidden) and found.sentence == "fewer than 5")


def test_comments_need_ten() -> None:
    assert [comments_may_be_read(n) for n in (9, 10)] == [False, True]


def test_the_remainder_of_nine_and_six_hides_the_six_as_well() -> None:
    assert shown_parts([6, 3, 20]) == (False, False, True)
    assert shown_parts([3, 2, 20]) == (False, False, True)
    assert shown_parts([2, 1, 20, 9]) == (False, False, True, False)


@given(COUNTS)
def test_nobody_falls_out_by_subtraction(counts: list[int]) -> None:
    shown = shown_parts(counts)
    hidden = [count for count, seen in zip(counts, shown, strict=True) if not seen]
    assert all(count == 0 or count >= 5 for count, seen in zip(counts, shown, strict=True) if seen)
    everything = not any(shown)
    assert not hidden or everything or (len(hidden) > 1 and sum(hidden) >= 5)


@given(COUNTS)
def test_what_is_hidden_reads_the_same_whatever_the_reason(counts: list[int]) -> None:
    hidden = [each for each in shown_counts(counts) if isinstance(each, Hidden)]
    assert {each.sentence for each in hidden} <= {"fewer than 5"}


def test_a_group_is_shown_again_only_when_five_came_or_went() -> None:
    before = frozenset("abcdefgh")
    assert may_be_published_again(before, before)
    assert not may_be_published_again(before, before - {"a"})
    assert may_be_published_again(before, frozenset("cdefghijklm"))


def test_every_reason_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Why)
