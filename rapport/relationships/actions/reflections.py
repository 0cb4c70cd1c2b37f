"""After a meeting: what one takes along, sealed for oneself, and who led, as a number."""

from django.db import transaction

from rapport.people.models import Person
from rapport.relationships.actions.meetings import lock_meeting
from rapport.relationships.models import Meeting, Reflection
from rapport.sealed.actions import put_envelope
from rapport.sealed.forms import SealedInput
from rapport.sealed.models import Space


@transaction.atomic
def reflect(
    meeting: Meeting, words: SealedInput, led: int | None, *, journal: Space, by: Person
) -> Reflection:
    """Keep her reflection in her own journal space; `led` from 1 (mentor) to 5 (mentee)."""
    lock_meeting(meeting)
    mine = meeting.reflections.filter(person=by).first() or Reflection(meeting=meeting, person=by)
    mine.words = put_envelope(journal, words, by=by, onto=mine.words if mine.words_id else None)
    mine.led = led
    mine.save()
    return mine
