"""Before a meeting: thoughts sealed for oneself, and shared only on purpose."""

from django.db import transaction

from rapport.domain.events import PreparationShared
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.meetings import lock_meeting
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Meeting, Preparation
from rapport.sealed.actions import put_envelope
from rapport.sealed.forms import SealedInput
from rapport.sealed.models import Space


@transaction.atomic
def prepare(meeting: Meeting, words: SealedInput, *, journal: Space, by: Person) -> Preparation:
    """Keep her thoughts in her own journal space. Nobody is told."""
    lock_meeting(meeting)
    mine = meeting.preparations.filter(person=by).first() or Preparation(meeting=meeting, person=by)
    mine.words = put_envelope(journal, words, by=by, onto=mine.words)
    mine.save()
    return mine


@transaction.atomic
def share_preparation(meeting: Meeting, words: SealedInput, *, by: Person) -> Preparation:
    """Give the others what she chose to give, sealed anew for all of them."""
    lock_meeting(meeting)
    mine = meeting.preparations.filter(person=by).first() or Preparation(meeting=meeting, person=by)
    mine.shared = put_words(meeting.relationship, words, by=by, into=mine.shared)
    mine.save()
    record(PreparationShared(relationship=meeting.relationship_id, meeting=meeting.pk, by=by.pk))
    return mine
