"""Writing a change of phase into the history; when it may happen, the acts decide."""

from rapport.domain.events import PhaseChanged
from rapport.domain.phases import Phase
from rapport.domain.readiness import missing
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.models import PhaseChange, Relationship
from rapport.relationships.queries import facts_of


def change_phase(relationship: Relationship, to: Phase, *, by: Person | None) -> None:
    """Write the move into the history, with what was still open. Wants the row locked."""
    origin = Phase(relationship.phase)
    PhaseChange.objects.create(
        relationship=relationship,
        origin=origin,
        to=to,
        still_open=missing(origin, facts_of(relationship), relationship.shape),
        by=by,
    )
    relationship.phase = to
    relationship.save(update_fields=["phase"])
    relationship.move_wishes.all().delete()
    record(
        PhaseChanged(relationship=relationship.pk, origin=origin, to=to, by=by.pk if by else None)
    )
