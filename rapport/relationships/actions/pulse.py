"""The pulse: each answers for herself, and all answers are revealed when the last one is in."""

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import PulseAnswered, PulseRevealed, PulseTopicChosen
from rapport.domain.refusals import AlreadyDone, Incomplete, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Pulse, PulseAnswer, Relationship
from rapport.relationships.queries import members_of
from rapport.relationships.queries.pulse import is_revealed, pulse_to_answer
from rapport.sealed.forms import SealedInput


@transaction.atomic
def answer_pulse(
    relationship: Relationship, number: int, words: SealedInput, *, by: Person
) -> bool:
    """Keep her answers to the round she saw; True when with hers everybody's are in."""
    relationship.lock_open()
    pulse = require_round(relationship, number, by)
    mine = PulseAnswer.objects.filter(pulse=pulse, person=by).first()
    mine = mine or PulseAnswer(pulse=pulse, person=by)
    mine.words = put_words(relationship, words, by=by, into=mine.words if mine.words_id else None)
    mine.answered_on = timezone.localdate()
    mine.save()
    record(PulseAnswered(relationship=relationship.pk, pulse=pulse.pk, by=by.pk))
    return tell_when_revealed(pulse, by)


@transaction.atomic
def choose_topic(pulse: Pulse, words: SealedInput, *, by: Person) -> None:
    """One thing to talk about, chosen by either and changed by either, sealed for both."""
    pulse.relationship.lock_open()
    pulse.refresh_from_db()
    if not is_revealed(pulse, members_of(pulse.relationship)):
        raise Incomplete(
            _("Not all of you have answered yet, so there is nothing to choose from. Come back.")
        )
    pulse.topic = put_words(pulse.relationship, words, by=by, into=pulse.topic)
    pulse.save(update_fields=["topic"])
    record(PulseTopicChosen(relationship=pulse.relationship_id, pulse=pulse.pk, by=by.pk))


def require_round(relationship: Relationship, number: int, by: Person) -> Pulse:
    """The round with this number as it may be answered now; begun if nobody has yet."""
    pulse = pulse_to_answer(relationship, by.pk, timezone.localdate())
    if pulse is None or pulse.number != number:
        if relationship.pulses.filter(number=number).exists():
            raise AlreadyDone(
                _("This pulse is complete already, so your answers were not taken. Look at it.")
            )
        raise NotNow(
            _("It is early for another pulse. Nothing was saved; come back in a few days.")
        )
    if pulse._state.adding:
        pulse.save(force_insert=True)
    return pulse


def tell_when_revealed(pulse: Pulse, by: Person) -> bool:
    revealed = is_revealed(pulse, members_of(pulse.relationship))
    if revealed:
        record(PulseRevealed(relationship=pulse.relationship_id, pulse=pulse.pk, by=by.pk))
    return revealed
