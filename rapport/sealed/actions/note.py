"""Writing in the private journal."""

from django.db import transaction

from rapport.people.models import Person
from rapport.sealed.actions.envelope import put_envelope
from rapport.sealed.actions.erasure import erase_words
from rapport.sealed.actions.space import open_space
from rapport.sealed.forms import SealedInput
from rapport.sealed.models import JournalNote, Space
from rapport.sealed.queries import journal_of


@transaction.atomic
def journal_for(person: Person) -> Space:
    """The person's private space in this organisation; opened when she first comes."""
    Person.objects.select_for_update().get(pk=person.pk)
    return journal_of(person) or open_space(Space.Kind.JOURNAL, [person])


def erase_note(note: JournalNote, tomb: SealedInput, *, by: Person) -> None:
    """The note leaves the journal; its tomb stays in the space."""
    with transaction.atomic():
        erase_words(note.words, tomb, by=by)
        note.delete()


@transaction.atomic
def write_note(note: JournalNote | None, words: SealedInput, *, by: Person) -> JournalNote:
    """Store a new note, or the next revision of one."""
    if note is None:
        stored = put_envelope(journal_for(by), words, by=by)
        return JournalNote.objects.get_or_create(person=by, words=stored)[0]
    put_envelope(note.words.space, words, by=by, onto=note.words)
    return note
