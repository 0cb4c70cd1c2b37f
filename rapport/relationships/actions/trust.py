"""Trust cards: chosen alone, revealed together."""

from rapport.domain.events import TrustRevealed, TrustSorted
from rapport.people.models import Person
from rapport.relationships.actions.sorting import Deck, sort_cards
from rapport.relationships.models import Relationship, TrustSort
from rapport.sealed.forms import SealedInput

TRUST = Deck(TrustSort, TrustSorted, TrustRevealed)


def choose_trust_cards(
    relationship: Relationship, words: SealedInput, *, is_done: bool, by: Person
) -> bool:
    """Keep her choice; True when with hers everybody is done. Until then she may choose again."""
    return sort_cards(TRUST, relationship, words, is_done=is_done, by=by)
