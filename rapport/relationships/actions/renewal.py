"""Going on formally: a new cycle of the same people, with a new agreement."""

from rapport.domain.ending import Next
from rapport.domain.events import RelationshipRenewed
from rapport.domain.permissions import Role
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.models import Relationship
from rapport.relationships.queries import decision_of


def renew_if_agreed(relationship: Relationship, *, by: Person) -> Relationship | None:
    """Prepare the next cycle when every member chose to go on formally; None otherwise."""
    decided = decision_of(relationship)
    if decided is None or decided[0] != Next.RENEW:
        return None
    return renew(relationship, by=by)


def renew(relationship: Relationship, *, by: Person) -> Relationship:
    """The same people, one cycle later; the old one stays as it was. Wants the row locked."""
    taking_part = relationship.participants.select_related("person", "enrolment")
    seats = [Seat(each.person, Role(each.role), each.enrolment) for each in taking_part]
    renewal = begin_relationship(relationship.intake, seats, by=by)
    renewal.cycle, renewal.renews = relationship.cycle + 1, relationship
    renewal.rhythm_days = relationship.rhythm_days
    renewal.save(update_fields=["cycle", "renews", "rhythm_days"])
    record(RelationshipRenewed(relationship=relationship.pk, renewal=renewal.pk, by=by.pk))
    return renewal
