"""A pause with an end: begun by either, ended by either or by the clock."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import RelationshipPaused, RelationshipResumed
from rapport.domain.refusals import NotAcceptable
from rapport.domain.rhythm import may_pause_until
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.decision_need import settle_decision
from rapport.relationships.models import Pause, Relationship


@transaction.atomic
def pause_relationship(relationship: Relationship, until: date, *, by: Person) -> Pause:
    """Rest until a day, the first one after the pause; a running pause gets the new day."""
    relationship.lock_open()
    today = timezone.localdate()
    if not may_pause_until(until, today):
        raise NotAcceptable(
            _("A pause ends on a day from tomorrow on and within a year. Please choose such a day.")
        )
    pause, _is_new = Pause.objects.update_or_create(
        relationship=relationship,
        ended_at__isnull=True,
        defaults={"until": until, "by": by},
        create_defaults={"until": until, "by": by, "began_on": today},
    )
    settle_decision(relationship, by=by)
    record(RelationshipPaused(relationship=relationship.pk, pause=pause.pk, by=by.pk))
    return pause


@transaction.atomic
def resume_relationship(relationship: Relationship, *, by: Person | None) -> None:
    """The pause is over, by a member or (None) by the clock; nothing happens when there is none."""
    relationship.lock_open()
    pause = relationship.pauses.filter(ended_at__isnull=True).first()
    if pause is None:
        return
    pause.ended_at = timezone.now()
    pause.save(update_fields=["ended_at"])
    by_id = by.pk if by else None
    record(RelationshipResumed(relationship=relationship.pk, pause=pause.pk, by=by_id))
