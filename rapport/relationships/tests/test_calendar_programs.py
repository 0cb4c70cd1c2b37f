"""What calendar programs make of our files: one entry, however often it moved, and gone at last."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.meetings import series_starts
from rapport.relationships.actions.meetings import Slot, cancel_meeting, move_meeting
from rapport.relationships.actions.series import Rounds, arrange_series, cancel_rest
from rapport.relationships.calendar import invitation, reflection_hour
from rapport.relationships.models import Meeting, MeetingSeries, Relationship
from tests.cast import Cast, browser_of
from tests.vcalendar import Program, read

BERLIN = ZoneInfo("Europe/Berlin")
FIRST = datetime(2027, 3, 8, 16, tzinfo=BERLIN)
HOUR = timedelta(hours=1)


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.fixture
def meeting(here: Relationship, cast: Cast) -> Meeting:
    cast.ben.time_zone = "Europe/Berlin"
    cast.ben.save()
    return Meeting.objects.create(relationship=here, starts_at=FIRST, called_by=cast.ben)


@pytest.fixture
def series(here: Relationship, cast: Cast) -> MeetingSeries:
    """Every three weeks, five times, across the change of the clocks."""
    cast.ben.time_zone = "Europe/Berlin"
    cast.ben.save()
    return arrange_series(here, Slot(FIRST, 60), Rounds(21, 5), by=cast.ben)


def sent(meeting: Meeting, cast: Cast) -> bytes:
    fresh = Meeting.objects.select_related("relationship", "series", "called_by")
    return invitation(fresh.get(pk=meeting.pk), [cast.ada, cast.ben], reader=cast.ada)


def test_one_entry_after_an_update_and_none_after_the_cancellation(
    meeting: Meeting, cast: Cast, program: Program
) -> None:
    first = sent(meeting, cast)
    program.open(first)
    move_meeting(meeting, Slot(FIRST + 25 * HOUR, 90), by=cast.ada)
    program.open(sent(meeting, cast))
    assert program.days() == [(FIRST + 25 * HOUR, timedelta(minutes=90))]
    program.open(first)  # the older file arrives late
    assert program.days() == [(FIRST + 25 * HOUR, timedelta(minutes=90))]
    cancel_meeting(meeting, by=cast.ben)
    program.open(sent(meeting, cast))
    assert program.days() == []


def test_a_series_is_one_entry_with_five_days_at_four_by_the_clock_on_the_wall(
    series: MeetingSeries, cast: Cast, program: Program
) -> None:
    program.open(sent(series.meetings.all()[2], cast))
    days = [start.astimezone(BERLIN) for start, _length in program.days()]
    assert len(program.entries) == 1
    assert {f"{day:%H:%M}" for day in days} == {"16:00"}
    assert {day.utcoffset() for day in days} == {HOUR, 2 * HOUR}
    assert days == [each.starts_at for each in series.meetings.all()]


def test_one_of_a_series_moves_and_one_is_called_off(
    series: MeetingSeries, cast: Cast, program: Program
) -> None:
    one, two, three, *_rest = list(series.meetings.all())
    program.open(sent(one, cast))
    move_meeting(two, Slot(two.starts_at + 26 * HOUR, 45), by=cast.ada)
    cancel_meeting(three, by=cast.ada)
    program.open(sent(two, cast))
    starts = [start for start, _length in program.days()]
    assert len(program.entries) == 1
    assert two.starts_at in starts
    assert three.starts_at not in starts
    assert len(starts) == 4


def test_moved_and_then_called_off_it_is_gone(
    series: MeetingSeries, cast: Cast, program: Program
) -> None:
    two = series.meetings.all()[1]
    move_meeting(two, Slot(two.starts_at + 26 * HOUR, 45), by=cast.ada)
    cancel_meeting(two, by=cast.ada)
    program.open(sent(two, cast))
    assert len(program.days()) == 4


def test_the_rest_of_a_series_is_called_off_at_once(
    series: MeetingSeries, cast: Cast, program: Program
) -> None:
    one, two, *_rest = list(series.meetings.all())
    program.open(sent(one, cast))
    cancel_rest(two, by=cast.ada)
    program.open(sent(one, cast))
    assert [start for start, _length in program.days()] == [one.starts_at]
    cancel_rest(one, by=cast.ada)
    program.open(sent(one, cast))
    assert program.days() == []


def test_the_file_brings_its_own_time_zone(meeting: Meeting, cast: Cast) -> None:
    calendar = read(sent(meeting, cast))
    (zone,) = calendar.named("VTIMEZONE")
    assert zone.one("TZID") == "Europe/Berlin"
    assert {each.name for each in zone.parts} == {"STANDARD", "DAYLIGHT"}


def test_an_hour_to_think_stands_in_ones_own_calendar_and_invites_nobody(
    meeting: Meeting, cast: Cast, program: Program
) -> None:
    file = reflection_hour(meeting, FIRST + 20 * HOUR, reader=cast.ben)
    program.open(file)
    assert program.days() == [(FIRST + 20 * HOUR, HOUR)]
    assert read(file).one("METHOD") == "PUBLISH"
    assert not read(file).named("VEVENT")[0].all("ATTENDEE")


def test_the_hour_is_downloaded_for_the_time_one_chose(
    meeting: Meeting, here: Relationship, cast: Cast, program: Program
) -> None:
    address = f"/relationships/{here.code}/meetings/{meeting.pk}/reflection/hour.ics"
    with browser_of(cast.ben, cast.organisation) as browser:
        answer = browser.get(address, {"starts_at": "2027-03-09T09:00"})
        wrong = browser.get(address, {"starts_at": "tomorrow"})
    program.open(answer.content)
    assert program.days() == [(datetime(2027, 3, 9, 8, tzinfo=UTC), HOUR)]
    assert wrong.status_code == 302


zones = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"])
firsts = st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-12-01"))


@settings(max_examples=200)
@given(firsts, zones, st.integers(1, 180), st.integers(2, 26))
def test_a_rhythm_keeps_its_hour_on_the_wall(
    first: datetime, zone: str, days: int, count: int
) -> None:
    starts = series_starts(first.replace(tzinfo=ZoneInfo(zone)), days, count)
    assert len(starts) == count
    assert {(each.hour, each.minute) for each in starts} == {(first.hour, first.minute)}
    steps = {(b.date() - a.date()).days for a, b in pairwise(starts)}
    assert steps == {days}
