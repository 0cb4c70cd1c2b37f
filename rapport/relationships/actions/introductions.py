"""Introductions: promised to the others, and made; also when the relationship is over."""

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import IntroductionMade, IntroductionPromised
from rapport.domain.refusals import NotAcceptable
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Introduction, Relationship
from rapport.sealed.forms import SealedInput


@transaction.atomic
def promise_introduction(
    relationship: Relationship, words: SealedInput, *, by: Person
) -> Introduction:
    """To whom and how stands in the sealed words."""
    relationship.lock_open()
    written = put_words(relationship, words, by=by)
    promise = Introduction.objects.create(relationship=relationship, by=by, words=written)
    record(IntroductionPromised(relationship=relationship.pk, introduction=promise.pk, by=by.pk))
    return promise


@transaction.atomic
def note_introduction(promise: Introduction, *, by: Person) -> None:
    """It is made, says whoever promised it; said twice is said once. It may come after the end."""
    relationship = promise.relationship
    relationship.lock()
    if promise.by_id != by.pk:
        raise NotAcceptable
    made = Introduction.objects.filter(pk=promise.pk, made_at=None)
    if made.update(made_at=timezone.now()):
        record(IntroductionMade(relationship=relationship.pk, introduction=promise.pk, by=by.pk))
