"""“I would like to talk to someone”: asked quietly, answered by a coordinator."""

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import TalkAnswered, TalkAsked
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.models import Relationship, TalkRequest


@transaction.atomic
def ask_for_a_talk(relationship: Relationship, *, by: Person) -> TalkRequest:
    """Keeps no reason, for none is asked; asked twice before an answer, it is one request."""
    relationship.lock()
    request, is_new = TalkRequest.objects.get_or_create(
        relationship=relationship, person=by, answered_at__isnull=True
    )
    if is_new:
        record(TalkAsked(relationship=relationship.pk, request=request.pk, by=by.pk))
    return request


@transaction.atomic
def answer_talk(request: TalkRequest, *, by: Person) -> None:
    """The coordinator has been in touch."""
    request.relationship.lock()
    request.refresh_from_db()
    if request.answered_at is None:
        request.answered_at, request.answered_by = timezone.now(), by
        request.save(update_fields=["answered_at", "answered_by"])
        record(TalkAnswered(relationship=request.relationship_id, request=request.pk, by=by.pk))
