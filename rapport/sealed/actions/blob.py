"""Attachments arrive as opaque bytes; only their frame can be checked here."""

from django.db import transaction

from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _
from rapport.people.models import Person
from rapport.sealed.actions.offered import acceptable, require
from rapport.sealed.models import Blob, Space
from rapport.sealed.protocol.blob import take_blob_apart


@transaction.atomic
def store_blob(space: Space, sealed: bytes, *, by: Person) -> Blob:
    """Keep an attachment under the number that its browser chose; NotNow in a closed space."""
    if space.closed_at is not None:
        raise NotNow(_("These pages are closed; they can be read, and nothing is added."))
    with acceptable():
        header, _head, _rest = take_blob_apart(sealed)
        require(header.sid == str(space.pk) and header.by == str(by.pk))
    require(not Blob.objects.filter(pk=header.oid).exists())
    return Blob.objects.create(pk=header.oid, space=space, author=by, sealed=sealed)
