"""Moving through the phases: each member wishes, and with the last wish it happens."""

from django.db import transaction

from rapport.domain.ending import EndingKind
from rapport.domain.events import MoveProposed, MoveWithdrawn
from rapport.domain.phases import CONSENT, Consent, Move, Phase, is_carried
from rapport.domain.refusals import NotAcceptable
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.ending import close
from rapport.relationships.actions.phases import change_phase
from rapport.relationships.actions.renewal import renew_if_agreed
from rapport.relationships.models import MoveWish, Relationship


@transaction.atomic
def wish_move(relationship: Relationship, move: Move, *, by: Person) -> bool:
    """A member would like to go on or back; True when that was the last wish needed."""
    relationship.lock_open()
    # Ending is an act of its own: it asks nobody, and it is never a wish.
    if CONSENT[move] is not Consent.ALL:
        raise NotAcceptable
    to = relationship.require(move)
    _, is_new = MoveWish.objects.get_or_create(relationship=relationship, move=move, person=by)
    willing = relationship.move_wishes.filter(move=move).values_list("person_id", flat=True)
    if is_carried(move, set(willing), relationship.member_ids()):
        carry_out(relationship, to, by=by)
        return True
    if is_new:
        record(MoveProposed(relationship=relationship.pk, move=move, by=by.pk))
    return False


def carry_out(relationship: Relationship, to: Phase, *, by: Person) -> None:
    """The move happens; the last one of all closes the relationship, together and planned."""
    change_phase(relationship, to, by=by)
    if to is Phase.CLOSED:
        close(relationship, EndingKind.COMPLETED, by=by)
        renew_if_agreed(relationship, by=by)


@transaction.atomic
def withdraw_wish(relationship: Relationship, move: Move, *, by: Person) -> None:
    """A member takes her wish back; nothing happens when she had none."""
    relationship.lock()
    gone, _ = relationship.move_wishes.filter(move=move, person=by).delete()
    if gone:
        record(MoveWithdrawn(relationship=relationship.pk, move=move, by=by.pk))
