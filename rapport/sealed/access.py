"""The only door to a space. Whoever is not meant to be in it gets “not found”."""

from uuid import UUID

from django.http import Http404

from rapport.people.models import Person
from rapport.sealed.models import JournalNote, Message, Space


def space_for(person: Person, sid: UUID) -> Space:
    """The space with this number, if the person is meant to be in it; else Http404."""
    mine = Space.objects.filter(members__person=person, members__left_at__isnull=True)
    space = mine.filter(pk=sid).first()
    if space is None:
        raise Http404
    return space


def message_for(person: Person, space: Space, number: str) -> Message:
    """The person's own message in this space; else Http404."""
    mine = Message.objects.select_related("words__space").filter(space=space, author=person)
    try:
        message = mine.filter(pk=UUID(number)).first()
    except ValueError:
        message = None
    if message is None:
        raise Http404
    return message


def note_for(person: Person, number: UUID) -> JournalNote:
    """The person's own journal note; else Http404."""
    notes = JournalNote.objects.select_related("words__space").filter(person=person)
    note = notes.filter(pk=number).first()
    if note is None:
        raise Http404
    return note
