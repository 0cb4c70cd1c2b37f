"""Cards that each sorts for herself, and that all see in the moment the last is done."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from rapport.domain.event import RelationshipEvent
from rapport.domain.refusals import AlreadyDone
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Relationship, TrustSort, ValueSort
from rapport.relationships.queries import members_of
from rapport.relationships.queries.sorting import is_revealed
from rapport.sealed.forms import SealedInput


@dataclass(frozen=True)
class Deck:
    """Where the sorts of one deck are kept, and what is told of them."""

    kind: type[ValueSort] | type[TrustSort]
    sorted: type[RelationshipEvent]
    revealed: type[RelationshipEvent]


@transaction.atomic
def sort_cards(
    deck: Deck, relationship: Relationship, words: SealedInput, *, is_done: bool, by: Person
) -> bool:
    """Keep her cards; True when with hers everybody is done. Until then she may sort again."""
    relationship.lock_open()
    require_hidden(deck, relationship)
    mine = deck.kind.objects.filter(relationship=relationship, person=by).first()
    mine = mine or deck.kind(relationship=relationship, person=by)
    mine.words = put_words(relationship, words, by=by, into=mine.words if mine.words_id else None)
    mine.done_at = timezone.now() if is_done else None
    mine.save()
    return is_done and tell(deck, relationship, by)


def is_deck_revealed(deck: Deck, relationship: Relationship) -> bool:
    sorts = deck.kind.objects.filter(relationship=relationship)
    return is_revealed(sorts, members_of(relationship))


def require_hidden(deck: Deck, relationship: Relationship) -> None:
    """What both have seen stays as it was seen."""
    if is_deck_revealed(deck, relationship):
        raise AlreadyDone(
            _("Your cards are revealed already, so they stay as they are. Talk about what changed.")
        )


def tell(deck: Deck, relationship: Relationship, by: Person) -> bool:
    """Record that she is done, and that all are when she was the last."""
    record(deck.sorted(relationship=relationship.pk, by=by.pk))
    revealed = is_deck_revealed(deck, relationship)
    if revealed:
        record(deck.revealed(relationship=relationship.pk, by=by.pk))
    return revealed
