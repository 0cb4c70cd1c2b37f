"""Value cards: each sorts for herself, and all are revealed in the moment the last is done."""

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import ValuesRevealed, ValuesSorted
from rapport.domain.refusals import AlreadyDone
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Relationship, ValueSort
from rapport.relationships.queries import are_values_revealed, members_of
from rapport.sealed.forms import SealedInput


@transaction.atomic
def sort_values(
    relationship: Relationship, words: SealedInput, *, is_done: bool, by: Person
) -> bool:
    """Keep her cards; True when with hers everybody is done. Until then she may sort again."""
    relationship.lock_open()
    require_hidden(relationship)
    mine = relationship.value_sorts.filter(person=by).first()
    mine = mine or ValueSort(relationship=relationship, person=by)
    mine.words = put_words(relationship, words, by=by, into=mine.words if mine.words_id else None)
    mine.done_at = timezone.now() if is_done else None
    mine.save()
    return is_done and tell(relationship, by)


def require_hidden(relationship: Relationship) -> None:
    """What both have seen stays as it was seen."""
    if are_values_revealed(relationship, members_of(relationship)):
        raise AlreadyDone(
            _("Your cards are revealed already, so they stay as they are. Talk about what changed.")
        )


def tell(relationship: Relationship, by: Person) -> bool:
    """Record that she is done, and that all are when she was the last."""
    record(ValuesSorted(relationship=relationship.pk, by=by.pk))
    is_revealed = are_values_revealed(relationship, members_of(relationship))
    if is_revealed:
        record(ValuesRevealed(relationship=relationship.pk, by=by.pk))
    return is_revealed
