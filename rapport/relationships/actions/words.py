"""Words of a relationship: always into its own space, always into the thing they belong to."""

from rapport.domain.refusals import NotAcceptable
from rapport.people.models import Person
from rapport.relationships.models import Relationship
from rapport.sealed.actions import put_envelope
from rapport.sealed.forms import SealedInput
from rapport.sealed.models import SealedObject


def put_words(
    relationship: Relationship,
    words: SealedInput,
    *,
    by: Person,
    into: SealedObject | None = None,
) -> SealedObject:
    """Keep the envelope; NotAcceptable when it belongs to another thing than the one asked for."""
    written = put_envelope(relationship.space, words, by=by, onto=into)
    # A new thing has new words: what another thing says cannot be taken for it.
    if into is None and written.revision != 1:
        raise NotAcceptable
    return written
