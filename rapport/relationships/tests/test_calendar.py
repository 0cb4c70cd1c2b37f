"""The calendar file, read by the library's own parser as a calendar program would read it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from icalendar import Calendar

from rapport.relationships.actions.meetings import cancel_meeting
from rapport.relationships.calendar import invitation
from rapport.relationships.models import Meeting, Relationship
from tests.cast import Cast, browser_of

STARTS = datetime(2026, 12, 3, 15, tzinfo=UTC)


@pytest.fixture
def meeting(here: Relationship, cast: Cast) -> Meeting:
    return Meeting.objects.create(relationship=here, starts_at=STARTS, called_by=cast.ben)


def read(meeting: Meeting, cast: Cast) -> tuple[str, Any]:
    calendar = Calendar.from_ical(invitation(meeting, [cast.ada, cast.ben], reader=cast.ada))
    (event,) = calendar.walk("VEVENT")
    return str(calendar["METHOD"]), event


def test_an_invitation_asks_with_time_and_everybody(meeting: Meeting, cast: Cast) -> None:
    method, event = read(meeting, cast)
    assert (method, event["DTSTART"].dt, event["DTEND"].dt) == ("REQUEST", STARTS, meeting.ends_at)
    assert {str(each) for each in event["ATTENDEE"]} == {
        "MAILTO:ada@example.org", "MAILTO:ben@example.org",
    }  # fmt: skip


def test_the_one_who_called_it_comes_already(meeting: Meeting, cast: Cast) -> None:
    answers = {
        each.params["CN"]: each.params["PARTSTAT"] for each in read(meeting, cast)[1]["ATTENDEE"]
    }
    assert answers == {"Ada": "NEEDS-ACTION", "Ben": "ACCEPTED"}


def test_moved_and_called_off_keep_the_number_and_count_up(meeting: Meeting, cast: Cast) -> None:
    before = read(meeting, cast)[1]
    cancel_meeting(meeting, by=cast.ada)
    method, event = read(meeting, cast)
    assert (method, str(event["STATUS"])) == ("CANCEL", "CANCELLED")
    assert event["UID"] == before["UID"]
    assert (before["SEQUENCE"], event["SEQUENCE"]) == (0, 1)


def test_the_organiser_is_nobody_who_is_invited(meeting: Meeting, cast: Cast) -> None:
    _, event = read(meeting, cast)
    assert str(event["ORGANIZER"]) not in {str(each) for each in event["ATTENDEE"]}


def test_the_file_says_who_and_where_to_click_and_nothing_else(
    meeting: Meeting, cast: Cast
) -> None:
    _, event = read(meeting, cast)
    assert str(event["SUMMARY"]) == "Meeting with Ben"
    assert str(meeting.pk) in str(event["URL"])
    assert event.get("LOCATION") is None
    assert str(event["CLASS"]) == "PRIVATE"


def test_the_same_meeting_makes_the_same_file(meeting: Meeting, cast: Cast) -> None:
    people = [cast.ada, cast.ben]
    assert invitation(meeting, people, reader=cast.ada) == invitation(
        meeting, people, reader=cast.ada
    )


def test_it_can_be_downloaded(meeting: Meeting, here: Relationship, cast: Cast) -> None:
    with browser_of(cast.ben, cast.organisation) as ben:
        answer = ben.get(f"/relationships/{here.code}/meetings/{meeting.pk}/meeting.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert b"Meeting with Ada" in answer.content
