"""A relationship begins: its row, its members, its space."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from rapport.domain.events import RelationshipBegan
from rapport.domain.permissions import Role
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, Intake
from rapport.relationships.models import Participant, Relationship
from rapport.sealed.models import Space, SpaceMember


@dataclass(frozen=True)
class Seat:
    """Who takes part, in which role, from which sign-up."""

    person: Person
    role: Role
    enrolment: Enrolment | None = None


@transaction.atomic
def begin_relationship(intake: Intake, seats: Sequence[Seat], *, by: Person | None) -> Relationship:
    """Bring people together; their space stays empty until their browsers fill it."""
    space = Space.objects.create(kind=Space.Kind.RELATIONSHIP)
    relationship = Relationship.objects.create(
        intake=intake, space=space, rhythm_days=intake.programme.rhythm_days
    )
    for seat in seats:
        SpaceMember.objects.create(space=space, person=seat.person)
        Participant.objects.create(
            relationship=relationship,
            person=seat.person,
            role=seat.role,
            enrolment=seat.enrolment,
        )
    record(RelationshipBegan(relationship=relationship.pk, by=by.pk if by else None))
    return relationship
