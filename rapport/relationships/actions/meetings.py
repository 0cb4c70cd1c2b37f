"""Meetings: arranged, moved, called off and noted by either side; place and agenda sealed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from rapport.domain.events import (
    AgendaWritten,
    MeetingArranged,
    MeetingCancelled,
    MeetingHeld,
    MeetingMoved,
    MeetingReopened,
)
from rapport.domain.meetings import may_be_arranged, may_be_noted
from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Meeting, Relationship
from rapport.sealed.forms import SealedInput


@dataclass(frozen=True)
class Slot:
    """When, how long (10 to 480 minutes), where (sealed, or not said), and whether it closes."""

    starts_at: datetime
    minutes: int
    place: SealedInput | None = None
    is_closing: bool = False


@transaction.atomic
def arrange_meeting(relationship: Relationship, slot: Slot, *, by: Person) -> Meeting:
    """A date in both calendars. Sent twice, it is arranged once."""
    relationship.lock_open()
    require_possible(slot)
    if same := open_meetings(relationship).filter(starts_at=slot.starts_at).first():
        return same
    meeting = Meeting(relationship=relationship, called_by=by, is_closing=slot.is_closing)
    set_slot(meeting, slot, by=by)
    meeting.save()
    record(MeetingArranged(relationship=relationship.pk, meeting=meeting.pk, by=by.pk))
    return meeting


@transaction.atomic
def move_meeting(meeting: Meeting, slot: Slot, *, by: Person) -> Meeting:
    """Another time, length or place; calendars are told by a higher sequence."""
    lock_meeting(meeting)
    require_open(meeting)
    require_possible(slot)
    set_slot(meeting, slot, by=by)
    meeting.is_closing = slot.is_closing
    count_up(meeting)
    meeting.save()
    record(MeetingMoved(relationship=meeting.relationship_id, meeting=meeting.pk, by=by.pk))
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: Person) -> None:
    """It does not take place; what was written for it stays readable."""
    lock_meeting(meeting)
    if meeting.cancelled_at is not None:
        return
    require_open(meeting)
    meeting.cancelled_at, meeting.cancelled_by = timezone.now(), by
    count_up(meeting)
    meeting.save(update_fields=["cancelled_at", "cancelled_by", "sequence"])
    record(MeetingCancelled(relationship=meeting.relationship_id, meeting=meeting.pk, by=by.pk))


def call_off_ahead(relationship: Relationship) -> None:
    """With the relationship its dates end, in every calendar. Nobody in particular did it, and a
    series is told once.

    Wants the row locked.
    """
    now = timezone.now()
    ahead = list(open_meetings(relationship).filter(starts_at__gt=now).select_related("series"))
    for meeting in ahead:
        meeting.cancelled_at = now
        count_up(meeting)
        meeting.save(update_fields=["cancelled_at", "sequence"])
    for meeting in {each.series_id or each.pk: each for each in ahead}.values():
        record(MeetingCancelled(relationship=relationship.pk, meeting=meeting.pk))


@transaction.atomic
def note_held(meeting: Meeting, *, by: Person) -> None:
    """It took place, says either of them; noted twice is noted once."""
    lock_meeting(meeting)
    if meeting.held_at is not None:
        return
    require_open(meeting)
    if not may_be_noted(meeting.starts_at, timezone.now()):
        raise NotNow(
            _("This meeting has not begun yet. Nothing was changed; note it once you have met.")
        )
    meeting.held_at, meeting.held_noted_by = meeting.starts_at, by
    meeting.save(update_fields=["held_at", "held_noted_by"])
    record(MeetingHeld(relationship=meeting.relationship_id, meeting=meeting.pk, by=by.pk))


@transaction.atomic
def reopen_meeting(meeting: Meeting, *, by: Person) -> None:
    """The note was a mistake: the meeting is open again. Nothing happens when it was not noted."""
    lock_meeting(meeting)
    if meeting.held_at is None:
        return
    meeting.held_at = meeting.held_noted_by = None
    meeting.save(update_fields=["held_at", "held_noted_by"])
    record(MeetingReopened(relationship=meeting.relationship_id, meeting=meeting.pk, by=by.pk))


@transaction.atomic
def write_agenda(meeting: Meeting, words: SealedInput, *, by: Person) -> None:
    """Both write at one agenda; who comes second sees both texts."""
    lock_meeting(meeting)
    meeting.agenda = put_words(meeting.relationship, words, by=by, into=meeting.agenda)
    meeting.agenda_by = meeting.agenda_by or by
    meeting.save(update_fields=["agenda", "agenda_by"])
    record(AgendaWritten(relationship=meeting.relationship_id, meeting=meeting.pk, by=by.pk))


def count_up(meeting: Meeting) -> None:
    """Calendars see that this is newer; a series counts for all its meetings together."""
    meeting.sequence += 1
    if meeting.series is not None:
        meeting.series.sequence += 1
        meeting.series.save(update_fields=["sequence"])


def lock_meeting(meeting: Meeting) -> None:
    """Hold the relationship, and see the meeting as it is now."""
    meeting.relationship.lock_open()
    meeting.refresh_from_db(from_queryset=Meeting.objects.select_related("relationship", "series"))


def require_open(meeting: Meeting) -> None:
    if not meeting.is_open:
        raise AlreadyDone(
            _("This meeting is already noted or called off. Nothing was changed; look at it again.")
        )


def require_possible(slot: Slot) -> None:
    if not may_be_arranged(slot.starts_at, timezone.now()):
        raise NotAcceptable(
            _(
                "Choose a day within a year from now, or within the last sixty days to write "
                "down a meeting that took place. What you wrote is kept."
            )
        )


def set_slot(meeting: Meeting, slot: Slot, *, by: Person) -> None:
    meeting.starts_at, meeting.minutes = slot.starts_at, slot.minutes
    if slot.place is not None:
        meeting.place = put_words(meeting.relationship, slot.place, by=by, into=meeting.place)


def open_meetings(relationship: Relationship) -> QuerySet[Meeting]:
    return relationship.meetings.filter(held_at__isnull=True, cancelled_at__isnull=True)
