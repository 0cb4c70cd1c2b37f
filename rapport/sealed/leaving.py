"""Somebody leaves the organisation: her journal goes, and she is out of its spaces."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext

from rapport.people.models import Person
from rapport.sealed.models import JournalNote, Space, SpaceMember
from rapport.sealed.queries import journal_of


def before(person: Person) -> Iterator[str]:
    if JournalNote.objects.filter(person=person).exists():
        yield gettext("Your private journal here is erased. Nobody can bring it back.")


def on_leaving(person: Person) -> None:
    JournalNote.objects.filter(person=person).delete()
    journal = journal_of(person)
    if journal is not None:
        Space.objects.filter(pk=journal.pk).delete()
    SpaceMember.objects.filter(person=person, left_at=None).update(left_at=timezone.now())
