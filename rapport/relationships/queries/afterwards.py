"""What there is after the end: who may leave a last word, who wants to keep what."""

from uuid import UUID

from django.db.models import F, QuerySet

from rapport.domain.ending import Keep
from rapport.relationships.models import Introduction, Relationship
from rapport.relationships.queries.goals import NEWEST_WORDS


def chosen_keeping(relationship: Relationship) -> dict[object, Keep]:
    """What each member would like to stay, as far as she has said."""
    return {each.person_id: Keep(each.keep) for each in relationship.keepings.all()}


def ended_relationships() -> list[UUID]:
    """Those that the clock still looks after when they are over."""
    ended = Relationship.objects.filter(ending__isnull=False)
    return list(ended.values_list("pk", flat=True))


def introductions_of(relationship: Relationship) -> QuerySet[Introduction]:
    """Promised ones first, in their order; the relationship is known without asking."""
    promises = relationship.introductions.select_related("by", "words", "relationship")
    return promises.prefetch_related(NEWEST_WORDS).order_by(
        F("made_at").asc(nulls_first=True), "promised_at"
    )
