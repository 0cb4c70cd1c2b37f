"""Value and expectation cards: sorted alone, revealed together."""

from rapport.domain.events import ValuesRevealed, ValuesSorted
from rapport.people.models import Person
from rapport.relationships.actions.sorting import Deck, sort_cards
from rapport.relationships.models import Relationship, ValueSort
from rapport.sealed.forms import SealedInput

VALUES = Deck(ValueSort, ValuesSorted, ValuesRevealed)


def sort_values(
    relationship: Relationship, words: SealedInput, *, is_done: bool, by: Person
) -> bool:
    """Keep her cards; True when with hers everybody is done. Until then she may sort again."""
    return sort_cards(VALUES, relationship, words, is_done=is_done, by=by)
