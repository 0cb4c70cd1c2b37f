"""The statement under an agreement, and the signatures that members put under it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.people.models import Person
from rapport.sealed.actions.history import statement_of
from rapport.sealed.actions.offered import acceptable
from rapport.sealed.models import IdentityKey, SealedObject, SpaceLogEntry
from rapport.sealed.protocol.agreement import (
    Terms,
    make_statement,
    read_agreement,
    verify_agreement,
)
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.log_entry import read_entry


def statement_for(
    words: SealedObject,
    *,
    agreement: UUID,
    version: int,
    public: Mapping[str, Any],
    previous: bytes = b"",
) -> bytes:
    """The statement that members sign under the newest revision of these words.

    The parties are the members of the space's signed log. `public` may hold strings, whole
    numbers, booleans, lists and records of them. `previous` is the statement of the version before.
    """
    latest = SpaceLogEntry.objects.filter(space=words.space_id).order_by("-number").first()
    if latest is None:
        raise NotNow(_("These pages are not ready yet. Nothing was changed; try again soon."))
    terms = Terms(
        agreement=str(agreement),
        version=version,
        sid=str(words.space_id),
        parties=read_entry(bytes(latest.entry))["members"],
        public=dict(public),
        sealed={
            "oid": str(words.pk),
            "rev": words.revision,
            "hash": words.newest.digest.hex(),
        },
        prev=digest(previous) if previous else "",
    )
    return make_statement(terms)


def accept_signature(statement: bytes, signature: bytes, *, by: Person) -> bytes:
    """Return the signature if this party of the statement made it; else NotAcceptable."""
    with acceptable():
        party = read_agreement(bytes(statement))["parties"][str(by.pk)]
        key = IdentityKey.objects.filter(person=by, digest=bytes.fromhex(party)).first()
        if key is None:
            raise NotAcceptable
        signer = statement_of(key)
        verify_agreement(bytes(statement), signature, signer)
    return signature
