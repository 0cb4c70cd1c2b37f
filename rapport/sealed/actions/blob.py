"""Attachments arrive as opaque bytes; only their frame can be checked here."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _
from rapport.people.models import Person
from rapport.sealed.actions.offered import acceptable, require
from rapport.sealed.models import Blob, SealedObject, Space
from rapport.sealed.protocol.blob import take_blob_apart

WAITS_FOR = timedelta(days=30)


@transaction.atomic
def store_blob(space: Space, sealed: bytes, words: UUID | None = None, *, by: Person) -> Blob:
    """Keep an attachment under the number that its browser chose; NotNow in a closed space.

    `words` is the object that is to name it, which need not be there yet.
    """
    if space.closed_at is not None:
        raise NotNow(_("These pages are closed; they can be read, and nothing is added."))
    with acceptable():
        header, _head, _rest = take_blob_apart(sealed)
        require(header.sid == str(space.pk) and header.by == str(by.pk))
    require(not Blob.objects.filter(pk=header.oid).exists())
    return Blob.objects.create(pk=header.oid, space=space, author=by, words=words, sealed=sealed)


def erase_unnamed(today: date) -> None:
    """Attachments whose words never came: a browser closed, or a connection lost in between.

    Whoever was offline may still send her words, so they are given some time.
    """
    lonely = ~Exists(SealedObject.objects.filter(pk=OuterRef("words")))
    old = Blob.objects.filter(words__isnull=False, stored_on__lt=today - WAITS_FOR)
    old.filter(lonely).delete()
