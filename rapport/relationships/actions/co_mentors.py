"""Seats that follow the sealed pages: who was let in sits down, who is out of them gets up.

The members' signatures decide about the pages; the relationship goes after them.
"""

from uuid import UUID

from django.db import transaction

from rapport.domain.events import CoMentorJoined
from rapport.domain.formats import SHAPES, Format, Outcome, fits, outcome
from rapport.domain.permissions import Role
from rapport.domain.phases import Move, Phase
from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.programmes.models import Enrolment
from rapport.relationships.actions.departures import step_out
from rapport.relationships.models import Participant, Relationship

NO_SEAT = _(
    "There is no seat for another co-mentor in this format, or all are taken. Nothing was "
    "changed; bring people together in another format instead."
)
GROWN = {Format.ONE_TO_ONE: Format.TEAM}
"""What a format becomes with a co-mentor; the others stay what they are."""


def require_seat(relationship: Relationship) -> Format:
    """The format that they have with one co-mentor more; NotNow when there is no seat."""
    shaped = Format(relationship.format)
    shaped = GROWN.get(shaped, shaped)
    roles = [Role(each.role) for each in relationship.participants.all()]
    if not fits(SHAPES[shaped], [*roles, Role.CO_MENTOR]):
        raise NotNow(NO_SEAT)
    return shaped


@transaction.atomic
def seat_co_mentor(relationship: Relationship, person: UUID, *, by: UUID | None) -> None:
    """All of them let her in. Seated twice, she sits once."""
    relationship.lock()
    if relationship.is_closed or relationship.participants.filter(person=person).exists():
        return
    relationship.format = require_seat(relationship)
    relationship.save(update_fields=["format"])
    enrolment = Enrolment.objects.filter(intake=relationship.intake_id, person=person).first()
    Participant.objects.create(
        relationship=relationship, person_id=person, role=Role.CO_MENTOR, enrolment=enrolment
    )
    relationship.move_wishes.all().delete()
    record(CoMentorJoined(relationship=relationship.pk, person=person, by=by))


@transaction.atomic
def unseat(relationship: Relationship, person: UUID) -> None:
    """Out of the pages is out of the circle, for whoever may step out without ending it."""
    relationship.lock()
    everybody = list(relationship.participants.select_related("person"))
    mine = next((each for each in everybody if each.person_id == person), None)
    if mine is None:
        return
    others = [Role(each.role) for each in everybody if each != mine]
    phase = Phase(relationship.phase)
    if outcome(relationship.shape, phase, Move.END, Role(mine.role), others) is Outcome.STEPS_OUT:
        step_out(relationship, mine)
