"""Messages between the members of a space: sealed like all words, without presence or receipts."""

from django.db import transaction
from django.db.models import Max

from rapport.domain.events import Event, MessageWritten, ReportWritten
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.sealed.actions.envelope import put_envelope
from rapport.sealed.actions.erasure import erase_words
from rapport.sealed.forms import SealedInput
from rapport.sealed.models import Message, Space


@transaction.atomic
def write_message(space: Space, words: SealedInput, *, by: Person) -> Message:
    """Store a message at the end of the conversation; the same one sent twice is there once."""
    stored = put_envelope(space, words, by=by)
    last = Message.objects.filter(space=space).aggregate(last=Max("place"))["last"] or 0
    message, is_new = Message.objects.get_or_create(
        words=stored, defaults={"space": space, "author": by, "place": last + 1}
    )
    if is_new:
        record(event_of(message))
    return message


def event_of(message: Message) -> Event:
    """In a report it depends on whose turn it was: a call for help, or an answer to it."""
    origin = message.space.origin
    if origin and not origin.members.filter(person=message.author, safeguards=True).exists():
        return ReportWritten(space=message.space_id, message=message.pk)
    return MessageWritten(space=message.space_id, message=message.pk)


@transaction.atomic
def erase_message(message: Message, tomb: SealedInput, *, by: Person) -> None:
    """Its writer takes a message back; the tomb stays in the space."""
    erase_words(message.words, tomb, by=by)
    message.delete()
