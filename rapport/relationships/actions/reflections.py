"""After a meeting: what one takes along, sealed for oneself; what of it one shares; two numbers."""

from dataclasses import dataclass

from django.db import transaction

from rapport.domain.events import ReflectionShared
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.meetings import lock_meeting
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Meeting, Reflection
from rapport.sealed.actions import put_envelope
from rapport.sealed.forms import SealedInput
from rapport.sealed.models import Space


@dataclass(frozen=True)
class Report:
    """Who led: 1 (mentor) to 5 (mentee); the challenge: 1 (too little) to 5 (too much)."""

    led: int | None = None
    challenge: int | None = None


@transaction.atomic
def reflect(
    meeting: Meeting, words: SealedInput, report: Report, *, journal: Space, by: Person
) -> Reflection:
    """Keep her reflection in her own journal space, and two numbers that nobody has to give."""
    lock_meeting(meeting)
    mine = reflection_by(by, meeting)
    mine.words = put_envelope(journal, words, by=by, onto=mine.words)
    mine.led, mine.challenge = report.led, report.challenge
    mine.save()
    return mine


@transaction.atomic
def share_reflection(meeting: Meeting, words: SealedInput, *, by: Person) -> Reflection:
    """Give the others what she chose to give, sealed anew for all of them."""
    lock_meeting(meeting)
    mine = reflection_by(by, meeting)
    mine.shared = put_words(meeting.relationship, words, by=by, into=mine.shared)
    mine.save()
    record(ReflectionShared(relationship=meeting.relationship_id, meeting=meeting.pk, by=by.pk))
    return mine


def reflection_by(person: Person, meeting: Meeting) -> Reflection:
    mine = meeting.reflections.select_related("words", "shared").filter(person=person).first()
    return mine or Reflection(meeting=meeting, person=person)
