"""Storing an envelope: the frame is checked against row and session, the words cannot be."""

from django.db import transaction

from rapport.domain.refusals import NotNow, StaleWords
from rapport.domain.sentences import _
from rapport.people.models import Person
from rapport.sealed.actions.offered import require
from rapport.sealed.forms import SealedInput
from rapport.sealed.models import Envelope, SealedObject, Space, SpaceLogEntry
from rapport.sealed.protocol.envelope import TOMB, Header
from rapport.sealed.protocol.log_entry import read_entry
from rapport.sealed.protocol.operations import LEAVE


@transaction.atomic
def put_envelope(
    space: Space,
    sealed_input: SealedInput,
    *,
    by: Person,
    onto: SealedObject | None = None,
    erasing: bool = False,
) -> SealedObject:
    """Store the next revision of an object, or a new object; returns it.

    `onto` is the object that must be continued; without it any object of the space may be.
    Raises StaleWords when object or author moved on meanwhile, NotNow when the space is closed or
    not founded, NotAcceptable when header, row and session do not agree.
    """
    header = sealed_input.header
    space = Space.objects.select_for_update().get(pk=space.pk)
    _require_member(space, header, by)
    require(onto is None or header.oid == str(onto.pk))
    thing = SealedObject.objects.filter(pk=header.oid).first()
    require(thing is None or (thing.space_id == space.pk and thing.erased_on is None))
    require((header.cls == TOMB) == erasing)
    _require_next(thing, header)
    _require_author_next(space, header, by)
    return _store(space, thing, sealed_input, by)


def _require_member(space: Space, header: Header, by: Person) -> None:
    if space.closed_at is not None:
        raise NotNow(_("These pages are closed; they can be read, and nothing is added."))
    latest = SpaceLogEntry.objects.filter(space=space).order_by("-number").first()
    if latest is None:
        raise NotNow(_("These pages are not ready yet. What you wrote is kept; try again soon."))
    log = read_entry(bytes(latest.entry))
    if log["op"] == LEAVE:
        raise NotNow(_("Somebody left these pages. Open them again, so that they get a new key."))
    require(header.sid == str(space.pk))
    require(header.by == str(by.pk) and header.ep == log["ep"])
    require(log["members"].get(header.by) == header.kid)


def _require_next(thing: SealedObject | None, header: Header) -> None:
    newest = thing.envelopes.order_by("-revision").first() if thing else None
    revision, digest = (newest.revision, newest.digest.hex()) if newest else (0, "")
    if (header.rev, header.prv) != (revision + 1, digest):
        raise StaleWords


def _require_author_next(space: Space, header: Header, by: Person) -> None:
    newest = Envelope.objects.filter(space=space, author=by).order_by("-sequence").first()
    sequence, digest = (newest.sequence, newest.digest.hex()) if newest else (0, "")
    if (header.seq, header.aph) != (sequence + 1, digest):
        raise StaleWords


def _store(
    space: Space, thing: SealedObject | None, sealed_input: SealedInput, by: Person
) -> SealedObject:
    header = sealed_input.header
    thing = thing or SealedObject(pk=header.oid, space=space)
    thing.revision = header.rev
    thing.save()
    Envelope.objects.create(
        sealed_object=thing,
        space=space,
        revision=header.rev,
        author=by,
        sequence=header.seq,
        epoch=header.ep,
        sealed=sealed_input.envelope,
        digest=bytes.fromhex(sealed_input.hash),
    )
    return thing
