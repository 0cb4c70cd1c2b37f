"""Leaving: for whoever may step out alone the others go on; for everybody else it ends."""

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import MemberLeft
from rapport.domain.formats import Outcome, outcome
from rapport.domain.permissions import Role
from rapport.domain.phases import Move, Phase
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.models import Departure, Ending, Participant, Relationship


@transaction.atomic
def leave(relationship: Relationship, *, by: Person) -> Ending | Departure:
    """Any member, any phase, no reason. Left twice at once, it is left once."""
    relationship.lock()
    if gone := relationship.departures.filter(person=by).first():
        return gone
    everybody = list(relationship.participants.all())
    mine = next(each for each in everybody if each.person_id == by.pk)
    others = [Role(each.role) for each in everybody if each != mine]
    phase, role = Phase(relationship.phase), Role(mine.role)
    if outcome(relationship.shape, phase, Move.END, role, others) is Outcome.STEPS_OUT:
        return step_out(relationship, mine)
    return end_without_fault(relationship, by=by)


def step_out(relationship: Relationship, mine: Participant) -> Departure:
    """The others go on; open wishes were those of another circle. Wants the row locked."""
    departure = Departure.objects.create(
        relationship=relationship,
        person_id=mine.person_id,
        enrolment_id=mine.enrolment_id,
        role=mine.role,
    )
    relationship.space.members.filter(person=mine.person_id).update(left_at=timezone.now())
    for thread in relationship.threads.filter(participants__person=mine.person_id):
        end_without_fault(thread, by=mine.person)
    relationship.move_wishes.all().delete()
    person = mine.person
    mine.delete()
    record(MemberLeft(relationship=relationship.pk, departure=departure.pk, by=person.pk))
    return departure
