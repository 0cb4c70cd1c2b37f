"""When mails go out: quiet hours and daily letters, across zones and changes of the clock."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.notifications.timing import WAYS, Calm, Urgency, Way, Wish, due_at

BERLIN, KOLKATA, APIA = (
    ZoneInfo("Europe/Berlin"),
    ZoneInfo("Asia/Kolkata"),
    ZoneInfo("Pacific/Apia"),
)
ZONES = [BERLIN, KOLKATA, APIA, ZoneInfo("America/St_Johns"), ZoneInfo("UTC")]
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
MOMENTS = st.integers(0, 4 * 366 * 24 * 60).map(
    lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_table_of_ways_is_complete() -> None:
    assert set(WAYS) == {(wish, urgency) for wish in Wish for urgency in Urgency}


def test_nothing_is_mailed_to_whoever_wants_no_mail() -> None:
    assert {WAYS[Wish.NEVER, urgency] for urgency in Urgency} == {Way.NO_MAIL}


# Zone, now (UTC), when a mail that cannot wait goes out (UTC).
QUIET = [
    (BERLIN, "2026-01-10T12:00", "2026-01-10T12:00"),
    (BERLIN, "2026-01-10T20:30", "2026-01-11T06:00"),
    (BERLIN, "2026-07-10T20:30", "2026-07-11T05:00"),
    (BERLIN, "2026-03-28T22:00", "2026-03-29T05:00"),  # the night that loses an hour
    (BERLIN, "2026-10-24T22:00", "2026-10-25T06:00"),  # the night that has one twice
    (KOLKATA, "2026-01-10T16:00", "2026-01-11T01:30"),
    (KOLKATA, "2026-01-10T12:00", "2026-01-10T12:00"),
    (APIA, "2026-01-10T09:00", "2026-01-10T18:00"),
]


@pytest.mark.parametrize(("zone", "now", "expected"), QUIET)
def test_quiet_hours_hold_a_mail_until_morning(zone: ZoneInfo, now: str, expected: str) -> None:
    assert due_at(Way.ALONE, Calm(zone), utc(now)) == utc(expected)


DAILY = [
    (BERLIN, "2026-01-10T05:00", "2026-01-10T06:30"),
    (BERLIN, "2026-01-10T06:30", "2026-01-11T06:30"),
    (BERLIN, "2026-03-28T12:00", "2026-03-29T05:30"),
    (BERLIN, "2026-10-24T12:00", "2026-10-25T06:30"),
    (KOLKATA, "2026-01-10T12:00", "2026-01-11T02:00"),
]


@pytest.mark.parametrize(("zone", "now", "expected"), DAILY)
def test_the_daily_letter_comes_at_its_hour(zone: ZoneInfo, now: str, expected: str) -> None:
    assert due_at(Way.TOGETHER, Calm(zone), utc(now)) == utc(expected)


# The time of the letter, now, when it comes: an hour that is skipped, and one that comes twice.
ODD_HOURS = [
    ("02:30", "2026-03-28T12:00", "2026-03-29T01:30"),
    ("02:30", "2026-10-24T12:00", "2026-10-25T00:30"),
]


@pytest.mark.parametrize(("wall", "now", "expected"), ODD_HOURS)
def test_a_letter_comes_though_its_hour_is_skipped_or_doubled(
    wall: str, now: str, expected: str
) -> None:
    calm = Calm(BERLIN, time(0), time(0), time.fromisoformat(wall))
    assert due_at(Way.TOGETHER, calm, utc(now)) == utc(expected)


def test_quiet_hours_that_end_in_a_doubled_hour_end_within_the_hour() -> None:
    calm = Calm(BERLIN, time(22), time(2, 30))
    second_time = utc("2026-10-25T01:10")
    assert due_at(Way.ALONE, calm, second_time) == utc("2026-10-25T01:30")


@pytest.mark.parametrize(("hours", "waits"), [(-1, False), (3, False), (11, False), (13, True)])
def test_news_of_a_meeting_that_begins_soon_breaks_the_quiet(hours: int, waits: bool) -> None:
    now = utc("2026-01-10T23:00")
    due = due_at(Way.ALONE, Calm(BERLIN), now, meeting_at=now + timedelta(hours=hours))
    assert (due != now) is waits


def test_without_quiet_hours_nothing_waits() -> None:
    now = utc("2026-01-10T23:00")
    assert due_at(Way.ALONE, Calm(BERLIN, time(9), time(9)), now) == now


@given(st.sampled_from(ZONES), TIMES, TIMES, TIMES, MOMENTS)
def test_no_mail_goes_out_in_quiet_hours_and_none_waits_two_days(
    zone: ZoneInfo, begin: time, end: time, daily: time, now: datetime
) -> None:
    calm = Calm(zone, begin, end, daily)
    for way in (Way.ALONE, Way.TOGETHER):
        due = due_at(way, calm, now)
        assert due is not None
        assert now <= due <= now + timedelta(hours=50)
        assert not calm.is_quiet(due)
