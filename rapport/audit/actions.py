"""Noting a deed, and signing the log as it is at this hour."""

import json
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from rapport.audit.keys import log_key
from rapport.audit.models import AuditLine, CheckpointStamp, SignedCheckpoint
from rapport.audit.notes import Checkpoint, signed
from rapport.audit.queries import last_checkpoint
from rapport.audit.tree import root_of
from rapport.domain.audit import Deed

APPEND = "SELECT audit_append(%s, %s, %s, %s, %s)"


def note(
    deed: Deed,
    *,
    by: UUID | None,
    about: UUID | None = None,
    organisation: UUID | None = None,
    **detail: str | int,
) -> int:
    """Write one line, in the transaction of the deed; its number. Values are ids and counts."""
    text = json.dumps(detail, sort_keys=True, separators=(",", ":"))
    with connection.cursor() as cursor:
        cursor.execute(APPEND, [by, deed.value, about, organisation, text])
        return int(cursor.fetchone()[0])


def sign_checkpoint() -> SignedCheckpoint | None:
    """Sign the log of this moment; None when nothing was added since the last time.

    Needs the clock's view of the log, see `rapport.organisations.scope`.
    """
    with transaction.atomic():
        digests = [bytes(each) for each in AuditLine.objects.values_list("digest", flat=True)]
        if SignedCheckpoint.objects.filter(size__gte=len(digests)).exists():
            return None
        checkpoint = Checkpoint(origin(), len(digests), root_of(digests))
        text = signed(checkpoint.text(), origin(), log_key(settings.LOG_KEY))
        now = timezone.now()
        return SignedCheckpoint.objects.create(size=len(digests), note=text, signed_at=now)


def stamp_checkpoint() -> CheckpointStamp | None:
    """Have the newest checkpoint time-stamped; None when there is none, or it has its stamp.

    The authority may be slow or away, so nothing of ours is locked while it is asked.
    """
    from rapport.documents.clock import read_time_stamp, time_stamp  # noqa: PLC0415  # heavy

    newest = last_checkpoint()
    if newest is None or CheckpointStamp.objects.filter(checkpoint=newest).exists():
        return None
    content = newest.note.encode()
    token = time_stamp(content, settings.TIME_STAMPS)
    attested = read_time_stamp(token, content)
    stamp, _is_new = CheckpointStamp.objects.get_or_create(
        checkpoint=newest, defaults={"token": token, "stamped_at": attested.at}
    )
    return stamp


def origin() -> str:
    """The name of this log in its checkpoints: the public address without its scheme."""
    return f"{settings.ADDRESS.partition('://')[2]}/audit"
