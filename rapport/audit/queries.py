"""Reading the log: the whole of it for the clock and the operator, and what is about one person."""

from collections.abc import Iterator
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from rapport.audit.chain import Line
from rapport.audit.models import AuditLine, SignedCheckpoint
from rapport.domain.audit import LOOKS, SENTENCES

AT_ONCE = 2000


def see_all_lines() -> None:
    """Until the end of this transaction every line may be read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('rapport.clock', 'on', true)")


def lines() -> Iterator[Line]:
    """Every line in order; needs `see_all_lines`."""
    for each in AuditLine.objects.iterator(chunk_size=AT_ONCE):
        yield Line(
            number=each.number,
            at=each.at,
            actor=each.actor,
            action=each.action,
            subject=each.subject,
            organisation=each.organisation,
            detail=each.detail,
            before=bytes(each.before),
            digest=bytes(each.digest),
        )


def about(person: UUID) -> QuerySet[AuditLine]:
    """What was done about a person, the newest first."""
    known = [deed.value for deed in SENTENCES]
    return AuditLine.objects.filter(subject=person, action__in=known).order_by("-number")


def looks_at(person: UUID) -> QuerySet[AuditLine]:
    """When somebody else saw data of hers."""
    looks = Q(action__in=[deed.value for deed in LOOKS])
    return about(person).filter(looks).exclude(actor=person)


def last_checkpoint() -> SignedCheckpoint | None:
    return SignedCheckpoint.objects.order_by("-size").first()
