"""When a pair has gone silent the coordinator learns that a decision is needed, and no more."""

from django.utils import timezone

from rapport.domain.events import DecisionNeeded, DecisionSettled
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.models import DecisionNeed, Relationship


def note_decision_need(relationship: Relationship) -> None:
    """Once, until it is settled. Wants the row locked."""
    _, is_new = DecisionNeed.objects.get_or_create(
        relationship=relationship,
        settled_at__isnull=True,
        defaults={"since": timezone.localdate()},
    )
    if is_new:
        record(DecisionNeeded(relationship=relationship.pk))


def settle_decision(relationship: Relationship, *, by: Person | None) -> None:
    """The pair showed a sign of life or ended; nothing happens when nothing was open."""
    now = timezone.now()
    if relationship.decision_needs.filter(settled_at__isnull=True).update(settled_at=now):
        record(DecisionSettled(relationship=relationship.pk, by=by.pk if by else None))
