"""Relationships for those who see only their course, and for telling people about them.

Whoever calls this has asked at a door of her own first: the desk by duty, the letters by event.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from rapport.programmes.models import Intake
from rapport.relationships.models import Relationship


def relationships_in(intakes: Iterable[Intake | UUID]) -> QuerySet[Relationship]:
    """Those of these intakes, with programme and people."""
    return with_people(Relationship.objects.filter(intake__in=intakes))


def relationship_numbered(number: UUID) -> QuerySet[Relationship]:
    """One by its number, or none; a query, so that more can be asked of it."""
    return with_people(Relationship.objects.filter(pk=number))


def relationships_numbered(numbers: Iterable[UUID]) -> QuerySet[Relationship]:
    """Several by their numbers."""
    return with_people(Relationship.objects.filter(pk__in=set(numbers)))


def relationship_in(space: UUID) -> Relationship | None:
    """The one whose sealed pages these are, for what follows from them."""
    return Relationship.objects.filter(space=space).first()


def with_people(relationships: QuerySet[Relationship]) -> QuerySet[Relationship]:
    return relationships.select_related("intake__programme", "organisation").prefetch_related(
        "participants__person"
    )
