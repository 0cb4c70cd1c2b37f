"""Moving through the phases: each member wishes, and with the last wish it happens."""

from django.db import transaction

from rapport.domain.events import MoveProposed, MoveWithdrawn, PhaseChanged
from rapport.domain.phases import Move, Phase, is_carried
from rapport.domain.readiness import missing
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.models import MoveWish, PhaseChange, Relationship
from rapport.relationships.queries import facts_of


@transaction.atomic
def wish_move(relationship: Relationship, move: Move, *, by: Person) -> bool:
    """A member would like to go on or back; True when that was the last wish needed."""
    relationship.lock()
    to = relationship.require(move)
    MoveWish.objects.get_or_create(relationship=relationship, move=move, person=by)
    willing = relationship.move_wishes.filter(move=move).values_list("person_id", flat=True)
    if not is_carried(move, set(willing), relationship.member_ids()):
        record(MoveProposed(relationship=relationship.pk, move=move, by=by.pk))
        return False
    change_phase(relationship, to, by=by)
    return True


@transaction.atomic
def withdraw_wish(relationship: Relationship, move: Move, *, by: Person) -> None:
    """A member takes her wish back; nothing happens when she had none."""
    relationship.lock()
    gone, _ = relationship.move_wishes.filter(move=move, person=by).delete()
    if gone:
        record(MoveWithdrawn(relationship=relationship.pk, move=move, by=by.pk))


def change_phase(relationship: Relationship, to: Phase, *, by: Person | None) -> None:
    """Write the move into the history, with what was still open. Wants the row locked."""
    origin = Phase(relationship.phase)
    PhaseChange.objects.create(
        relationship=relationship,
        origin=origin,
        to=to,
        still_open=missing(origin, facts_of(relationship)),
        by=by,
    )
    relationship.phase = to
    relationship.save(update_fields=["phase"])
    relationship.move_wishes.all().delete()
    record(
        PhaseChanged(relationship=relationship.pk, origin=origin, to=to, by=by.pk if by else None)
    )
