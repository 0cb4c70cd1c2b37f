"""Moments around a meeting: edges on both sides of each rule."""

from datetime import UTC, datetime, timedelta

import pytest

from rapport.domain.meetings import (
    is_time_to_prepare,
    is_time_to_reflect,
    may_be_arranged,
    may_be_noted,
    suggested_start,
)

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize(
    ("days", "expected"), [(-61, False), (-60, True), (0, True), (366, True), (367, False)]
)
def test_a_meeting_is_arranged_within_a_year(days: int, expected: bool) -> None:
    assert may_be_arranged(NOW + timedelta(days=days), NOW) is expected


@pytest.mark.parametrize(("minutes", "expected"), [(-1, True), (0, True), (1, False)])
def test_nobody_has_met_before_the_meeting_began(minutes: int, expected: bool) -> None:
    assert may_be_noted(NOW + timedelta(minutes=minutes), NOW) is expected


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, False), (0, False), (1, True), (7, True), (8, False)]
)
def test_a_week_before_is_the_time_to_prepare(days: int, expected: bool) -> None:
    assert is_time_to_prepare(NOW + timedelta(days=days), NOW) is expected


@pytest.mark.parametrize(("days", "expected"), [(1, False), (0, True), (-14, True), (-15, False)])
def test_two_weeks_after_nobody_is_reminded(days: int, expected: bool) -> None:
    assert is_time_to_reflect(NOW + timedelta(days=days), NOW) is expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, datetime(2026, 11, 25, 16, tzinfo=UTC)),
        (datetime(2026, 11, 12, 9, tzinfo=UTC), datetime(2026, 12, 3, 9, tzinfo=UTC)),
        (datetime(2026, 11, 14, 9, tzinfo=UTC), datetime(2026, 12, 7, 9, tzinfo=UTC)),
        (datetime(2026, 9, 1, 9, tzinfo=UTC), datetime(2026, 11, 24, 9, tzinfo=UTC)),
    ],
    ids=["first", "one rhythm later", "not on a Saturday", "never in the past"],
)
def test_the_rhythm_suggests_a_day(last: datetime | None, expected: datetime) -> None:
    assert suggested_start(last, 21, NOW) == expected
