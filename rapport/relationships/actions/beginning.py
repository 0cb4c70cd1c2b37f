"""A relationship begins: its row, its members, its space."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from rapport.domain.events import RelationshipBegan
from rapport.domain.formats import SHAPES, Format, fits, format_for
from rapport.domain.permissions import Role
from rapport.domain.refusals import NotAcceptable
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, Intake, Programme
from rapport.relationships.models import Participant, Relationship
from rapport.sealed.actions import add_safeguarding
from rapport.sealed.models import Space, SpaceMember


@dataclass(frozen=True)
class Seat:
    """Who takes part, in which role, from which sign-up."""

    person: Person
    role: Role
    enrolment: Enrolment | None = None


@transaction.atomic
def begin_relationship(
    intake: Intake, seats: Sequence[Seat], *, by: Person | None, shaped: Format | None = None
) -> Relationship:
    """Bring people together; their space stays empty until their browsers fill it.

    Without a format the seats decide. A group comes with a thread for each of its mentees.
    NotAcceptable when these people do not fill the seats of the format.
    """
    shaped = require_seats(seats, shaped)
    relationship = seat(intake, seats, shaped)
    record(RelationshipBegan(relationship=relationship.pk, by=by.pk if by else None))
    if SHAPES[shaped].has_threads:
        for mentee in (each for each in seats if each.role is Role.MENTEE):
            begin_thread(relationship, mentee, seats)
    return relationship


def require_seats(seats: Sequence[Seat], wanted: Format | None) -> Format:
    roles = [each.role for each in seats]
    if wanted is not None and not fits(SHAPES[wanted], roles):
        raise NotAcceptable(
            _(
                "These people do not fill the seats of this format, so nothing was begun. Look at "
                "who is mentor and who is mentee, or choose another format."
            )
        )
    return wanted or format_for(roles)


def seat(intake: Intake, seats: Sequence[Seat], shaped: Format) -> Relationship:
    """The rows: relationship, members, and the space they will found."""
    space = Space.objects.create(kind=Space.Kind.RELATIONSHIP)
    relationship = Relationship.objects.create(
        intake=intake,
        space=space,
        format=shaped,
        phase=SHAPES[shaped].stations[0],
        rhythm_days=intake.programme.rhythm_days,
    )
    for each in seats:
        SpaceMember.objects.create(space=space, person=each.person)
        Participant.objects.create(
            relationship=relationship,
            person=each.person,
            role=each.role,
            enrolment=each.enrolment,
        )
    for lead in safeguarding_leads(intake.programme):
        add_safeguarding(space, lead)
    return relationship


def safeguarding_leads(programme: Programme) -> list[Person]:
    """Who reads along; in a confidential programme nobody does."""
    if not programme.is_supervised:
        return []
    duties = programme.duties.filter(role=Role.SAFEGUARDING).select_related("person")
    return [duty.person for duty in duties]


def begin_thread(circle: Relationship, mentee: Seat, seats: Sequence[Seat]) -> Relationship:
    """Between one mentee and the mentor, closed to the rest of the group. Nobody is told twice."""
    mentor = next(each for each in seats if each.role is Role.MENTOR)
    thread = seat(circle.intake, [mentor, mentee], Format.THREAD)
    thread.circle = circle
    thread.save(update_fields=["circle"])
    return thread
