"""Meetings in a rhythm, arranged in one go; each of them lives on as a meeting of its own."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from rapport.domain.events import MeetingArranged, MeetingCancelled
from rapport.domain.meetings import REPEATS, series_starts
from rapport.domain.refusals import NotAcceptable
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.middleware import zone_of
from rapport.people.models import Person
from rapport.relationships.actions.meetings import (
    Slot,
    lock_meeting,
    open_meetings,
    require_possible,
)
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Meeting, MeetingSeries, Relationship
from rapport.sealed.models import SealedObject


@dataclass(frozen=True)
class Rounds:
    """How often (1 to 180 days apart) and how many times (2 to 26)."""

    every_days: int
    count: int


@transaction.atomic
def arrange_series(
    relationship: Relationship, slot: Slot, rounds: Rounds, *, by: Person
) -> MeetingSeries:
    """All dates at once, on the wall clock of whoever arranges; told once, for all of them."""
    relationship.lock_open()
    zone = zone_of(by)
    starts = series_starts(slot.starts_at.astimezone(zone), rounds.every_days, rounds.count)
    require_rounds(slot, rounds)
    require_possible(Slot(starts[-1], slot.minutes))
    same = open_meetings(relationship).filter(starts_at=slot.starts_at).first()
    if same is not None and same.series is not None:
        return same.series
    series = MeetingSeries.objects.create(
        relationship=relationship,
        starts_at=slot.starts_at,
        minutes=slot.minutes,
        every_days=rounds.every_days,
        count=rounds.count,
        time_zone=zone.key,
    )
    place = put_words(relationship, slot.place, by=by) if slot.place else None
    first = fill(series, place, by)
    record(MeetingArranged(relationship=relationship.pk, meeting=first.pk, by=by.pk))
    return series


def fill(series: MeetingSeries, place: SealedObject | None, by: Person) -> Meeting:
    """One row for each; returns the first."""
    first = series.starts_at.astimezone(ZoneInfo(series.time_zone))
    meetings = [
        Meeting.objects.create(
            relationship=series.relationship,
            called_by=by,
            series=series,
            starts_at=starts_at,
            planned_at=starts_at,
            minutes=series.minutes,
            place=place,
        )
        for starts_at in series_starts(first, series.every_days, series.count)
    ]
    return meetings[0]


@transaction.atomic
def cancel_rest(meeting: Meeting, *, by: Person) -> None:
    """This one and all later ones of its series; told once. Those before stay as they were."""
    lock_meeting(meeting)
    series = meeting.series
    if series is None:
        raise NotAcceptable
    rest = open_meetings(meeting.relationship).filter(
        series=series, starts_at__gte=meeting.starts_at
    )
    now = timezone.now()
    if not rest.update(cancelled_at=now, cancelled_by=by, sequence=F("sequence") + 1):
        return
    count_up(series)
    record(MeetingCancelled(relationship=meeting.relationship_id, meeting=meeting.pk, by=by.pk))


def count_up(series: MeetingSeries) -> None:
    """Calendars look at the whole entry anew."""
    series.sequence += 1
    series.save(update_fields=["sequence"])


def require_rounds(slot: Slot, rounds: Rounds) -> None:
    require_possible(slot)
    if rounds.count not in REPEATS or not 1 <= rounds.every_days <= 180:
        raise NotAcceptable(
            _("Arrange 2 to 26 meetings at once, one to 180 days apart. Nothing was sent.")
        )
    if slot.starts_at <= timezone.now():
        raise NotAcceptable(
            _("A row begins with a meeting that lies ahead. Nothing was sent; change the day.")
        )
