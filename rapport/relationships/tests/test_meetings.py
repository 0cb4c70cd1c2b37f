"""Meetings: arranged by either side, moved, called off, noted; each once, each guard a sentence."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rapport.domain.permissions import Role
from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow
from rapport.journal.models import Entry
from rapport.people.models import Person
from rapport.programmes.models import Intake
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.meetings import (
    Slot,
    arrange_meeting,
    cancel_meeting,
    move_meeting,
    note_held,
    reopen_meeting,
    write_agenda,
)
from rapport.relationships.models import Meeting, Relationship
from tests.cast import Cast, browser_of
from tests.sealing import Hands

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def at(moment: datetime) -> Slot:
    return Slot(moment, 60)


def arranged(here: Relationship, cast: Cast, after: timedelta = 3 * DAY) -> Meeting:
    return arrange_meeting(here, at(timezone.now() + after), by=cast.ben)


def events() -> list[str]:
    return list(Entry.objects.exclude(event="RelationshipBegan").values_list("event", flat=True))


def test_either_side_arranges_and_it_is_written_down(here: Relationship, cast: Cast) -> None:
    meeting = arranged(here, cast)
    assert (meeting.called_by, meeting.is_open, events()) == (cast.ben, True, ["MeetingArranged"])


def test_a_double_click_arranges_one_meeting(here: Relationship, cast: Cast) -> None:
    when = at(timezone.now() + DAY)
    assert arrange_meeting(here, when, by=cast.ben) == arrange_meeting(here, when, by=cast.ada)
    assert events() == ["MeetingArranged"]


def test_moving_tells_calendars_by_a_higher_sequence(here: Relationship, cast: Cast) -> None:
    meeting = arranged(here, cast)
    move_meeting(meeting, at(timezone.now() + 5 * DAY), by=cast.ada)
    assert (meeting.sequence, events()[-1]) == (1, "MeetingMoved")


def test_called_off_twice_is_called_off_once(here: Relationship, cast: Cast) -> None:
    meeting = arranged(here, cast)
    cancel_meeting(meeting, by=cast.ada)
    cancel_meeting(meeting, by=cast.ben)
    assert (meeting.cancelled_by, meeting.sequence) == (cast.ada, 1)
    assert events().count("MeetingCancelled") == 1


def test_noted_by_either_and_taken_back(here: Relationship, cast: Cast) -> None:
    meeting = arranged(here, cast, after=-2 * HOUR)
    note_held(meeting, by=cast.ada)
    assert not meeting.is_open
    reopen_meeting(meeting, by=cast.ben)
    assert here.meetings.get().held_at is None
    assert events() == ["MeetingArranged", "MeetingHeld", "MeetingReopened"]


def test_a_place_is_sealed_and_kept_when_the_time_moves(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    place = hands.sealed(cast.ben, "place/1", {"place": "Café on 3"})
    slot = Slot(timezone.now() + DAY, 60, place)
    meeting = arrange_meeting(here, slot, by=cast.ben)
    move_meeting(meeting, at(timezone.now() + 2 * DAY), by=cast.ada)
    assert meeting.place is not None
    assert hands.open(cast.ada, meeting.place) == {"place": "Café on 3"}


def test_both_write_one_agenda(here: Relationship, cast: Cast) -> None:
    hands, meeting = Hands(here), arranged(here, cast)
    write_agenda(meeting, hands.sealed(cast.ben, "agenda/1", {"items": []}), by=cast.ben)
    agenda = meeting.agenda
    assert agenda is not None
    again = hands.sealed(cast.ada, "agenda/1", {"items": [{"title": "Hello"}]}, agenda)
    write_agenda(meeting, again, by=cast.ada)
    assert meeting.agenda is not None
    assert (str(meeting.agenda.pk), meeting.agenda.revision) == (str(agenda.pk), 2)


ACTS: dict[str, Callable[[Meeting, Person], object]] = {
    "note before it began": lambda meeting, by: note_held(meeting, by=by),
    "far ahead": lambda meeting, by: move_meeting(meeting, at(timezone.now() + 500 * DAY), by=by),
    "long ago": lambda meeting, by: move_meeting(meeting, at(timezone.now() - 90 * DAY), by=by),
}


@pytest.mark.parametrize("act", ACTS)
def test_what_cannot_be_is_refused(here: Relationship, cast: Cast, act: str) -> None:
    meeting = arranged(here, cast)
    before = Entry.objects.count()
    with pytest.raises((NotNow, NotAcceptable)):
        ACTS[act](meeting, cast.ada)
    assert Entry.objects.count() == before


@pytest.mark.parametrize("end", [cancel_meeting, note_held])
def test_what_is_over_is_not_moved(here: Relationship, cast: Cast, end: object) -> None:
    meeting = arranged(here, cast, after=-2 * HOUR)
    end(meeting, by=cast.ada)  # type: ignore[operator]  # one of the two above
    with pytest.raises(AlreadyDone):
        move_meeting(meeting, at(timezone.now() + DAY), by=cast.ben)


def test_after_the_end_nothing_is_arranged(here: Relationship, cast: Cast) -> None:
    end_without_fault(here, by=cast.ben)
    with pytest.raises(NotNow):
        arranged(here, cast)


def test_with_the_relationship_its_dates_end_in_every_calendar(
    here: Relationship, cast: Cast
) -> None:
    ahead, past = arranged(here, cast), arranged(here, cast, after=-2 * HOUR)
    end_without_fault(here, by=cast.ben)
    for meeting in (ahead, past):
        meeting.refresh_from_db()
    assert (ahead.is_open, ahead.sequence, past.is_open) == (False, 1, True)
    told = Entry.objects.get(event="MeetingCancelled")
    assert "by" not in told.values


# The pages.


def test_the_form_reads_the_time_on_my_own_clock(here: Relationship, cast: Cast) -> None:
    cast.ben.time_zone = "Asia/Tokyo"
    cast.ben.save()
    day = (timezone.now() + 10 * DAY).date()
    with browser_of(cast.ben, cast.organisation) as ben:
        ben.post(
            f"/relationships/{here.code}/meetings/new", {"starts_at": f"{day}T16:00", "minutes": 45}
        )
    meeting = here.meetings.get()
    assert f"{meeting.starts_at:%H:%M}" == "07:00"
    assert (meeting.minutes, meeting.called_by) == (45, cast.ben)


def test_a_refused_form_keeps_what_was_typed(here: Relationship, cast: Cast) -> None:
    with browser_of(cast.ben, cast.organisation) as ben:
        page = ben.post(
            f"/relationships/{here.code}/meetings/new",
            {"starts_at": "2031-01-01T16:00", "minutes": 45},
        )
    assert "2031-01-01T16:00" in page.text
    assert "within a year" in page.text
    assert not here.meetings.exists()


def test_other_clocks_are_shown_only_where_they_differ(here: Relationship, cast: Cast) -> None:
    meeting = arrange_meeting(here, at(next_noon()), by=cast.ada)
    address = f"/relationships/{here.code}/meetings/{meeting.pk}/"
    with browser_of(cast.ada, cast.organisation) as ada:
        assert "data-elsewhere" not in ada.get(address).text
        cast.ben.time_zone = "Asia/Tokyo"
        cast.ben.save()
        page = ada.get(address).text
    assert "On Ben’s clock (Tokyo):" in page
    assert "21:00" in page


def next_noon() -> datetime:
    """Twelve o'clock UTC, which is 21:00 in Tokyo all year."""
    return (timezone.now() + 2 * DAY).replace(hour=12, minute=0, second=0, microsecond=0)


def test_a_meeting_is_found_only_under_its_own_relationship(here: Relationship, cast: Cast) -> None:
    elsewhere = arranged(another_pair(cast), cast)
    with browser_of(cast.ben, cast.organisation) as ben:
        address = f"/relationships/{here.code}/meetings/{elsewhere.pk}/"
        assert ben.get(address).status_code == 404
        assert ben.post(f"{address}cancellation").status_code == 404


def another_pair(cast: Cast) -> Relationship:
    """Cora mentors Sam; Ben has no part in it."""
    seats = [Seat(cast.cora, Role.MENTOR), Seat(cast.sam, Role.MENTEE)]
    return begin_relationship(Intake.objects.get(), seats, by=None)


PAGES = ["", "time", "agenda", "preparation", "reflection", "meeting.ics"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_meeting_opens_for_its_members_alone(
    here: Relationship, cast: Cast, page: str
) -> None:
    meeting = arranged(here, cast, after=-2 * HOUR)
    address = f"/relationships/{here.code}/meetings/{meeting.pk}/{page}"
    for person, expected in [(cast.ada, 200), (cast.ben, 200), (cast.cora, 404), (cast.sam, 404)]:
        with browser_of(person, cast.organisation) as browser:
            assert browser.get(address).status_code == expected


POSTS = [
    ("held", "held"), ("held/end", "planned"), ("cancellation", "cancelled"),
]  # fmt: skip


def test_the_buttons_of_a_meeting_do_what_they_say(here: Relationship, cast: Cast) -> None:
    meeting = arranged(here, cast, after=-2 * HOUR)
    address = f"/relationships/{here.code}/meetings/{meeting.pk}/"
    with browser_of(cast.ada, cast.organisation) as ada:
        for act, state in POSTS:
            assert ada.post(address + act).status_code == 302
            assert f'data-meeting-state="{state}"' in ada.get(address).text


def test_a_long_list_costs_what_a_short_one_costs(here: Relationship, cast: Cast) -> None:
    costs = []
    for number in range(31):
        arranged(here, cast, after=-(number + 1) * DAY)
        if number in {0, 30}:
            costs.append(queries_of(cast, f"/relationships/{here.code}/meetings/"))
    assert costs[0] == costs[1]


def queries_of(cast: Cast, address: str) -> int:
    with browser_of(cast.ada, cast.organisation) as ada:
        ada.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert ada.get(address).status_code == 200
    return len(queries)
