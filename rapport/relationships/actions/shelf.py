"""The shelf that both sides fill, and the questions one likes to have at hand."""

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import ShelfItemAdded
from rapport.domain.questions import KEYS
from rapport.domain.refusals import NotAcceptable
from rapport.domain.shelf import ShelfKind
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import QuestionBookmark, Relationship, ShelfItem
from rapport.sealed.actions import erase_words
from rapport.sealed.forms import SealedInput


@transaction.atomic
def add_to_shelf(
    relationship: Relationship, kind: ShelfKind, words: SealedInput, *, by: Person
) -> ShelfItem:
    """Give the others a link, a file or a contact; what it is stands in the sealed words."""
    relationship.lock_open()
    written = put_words(relationship, words, by=by)
    item = ShelfItem.objects.create(relationship=relationship, kind=kind, by=by, words=written)
    record(ShelfItemAdded(relationship=relationship.pk, item=item.pk, by=by.pk))
    return item


@transaction.atomic
def take_from_shelf(item: ShelfItem, tomb: SealedInput, *, by: Person) -> None:
    """Whoever gave it takes it away again, with its words and its file; a tomb is all that stays.

    The others’ browsers remember what they saw: the signed tomb tells them why it is gone.
    """
    item.relationship.lock_open()
    if item.by_id != by.pk:
        raise NotAcceptable
    if ShelfItem.objects.filter(pk=item.pk, removed_at=None).update(removed_at=timezone.now()):
        erase_words(item.words, tomb, by=by)


def mark_question(question: str, *, by: Person) -> None:
    """Keep it at hand; marked twice is marked once. NotAcceptable when there is none such."""
    if question not in KEYS:
        raise NotAcceptable
    QuestionBookmark.objects.get_or_create(person=by, question=question)


def unmark_question(question: str, *, by: Person) -> None:
    QuestionBookmark.objects.filter(person=by, question=question).delete()
