"""Who asked for a talk, and who could have it with her."""

from django.db.models import QuerySet

from rapport.domain.permissions import Role
from rapport.people.models import Person
from rapport.relationships.models import Relationship, TalkRequest


def open_talk(relationship: Relationship, person: Person) -> TalkRequest | None:
    return relationship.talk_requests.filter(person=person, answered_at__isnull=True).first()


def coordinators_of(relationship: Relationship) -> QuerySet[Person]:
    """The coordinators of the programme, but nobody who takes part in this relationship."""
    return (
        Person.objects.filter(
            programme_duties__programme=relationship.intake.programme_id,
            programme_duties__role=Role.COORDINATOR,
        )
        .exclude(participations__relationship=relationship)
        .distinct()
        .order_by("name")
    )
