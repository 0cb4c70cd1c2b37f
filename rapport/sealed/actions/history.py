"""The stored log of a space as the protocol reads it, and the grants that belong to an entry."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from rapport.sealed.actions.offered import raw, require
from rapport.sealed.models import Grant, IdentityKey, Space, SpaceLogEntry
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.grants import granted_size
from rapport.sealed.protocol.identity import KeyStatement, read_statement
from rapport.sealed.protocol.log_entry import SignedEntry
from rapport.sealed.protocol.space_log import Granting, SpaceState, replay


def state_of_log(space: Space) -> SpaceState:
    """What the stored log says; raises `protocol.refusals.Refused` where there is none."""
    rows = space.log.order_by("number").prefetch_related("approvals")
    entries = [stored_entry(row) for row in rows]
    return replay(entries, sid=str(space.pk), statements=member_statements(space))


def stored_entry(row: SpaceLogEntry) -> SignedEntry:
    """An entry with the approvals that came with it or later."""
    approvals = {str(each.person_id): bytes(each.signature) for each in row.approvals.all()}
    return SignedEntry(bytes(row.entry), bytes(row.signature), approvals)


def signed_entry(offered: Mapping[str, Any]) -> SignedEntry:
    """The entry that a browser posts: `{entry, signature}`."""
    return SignedEntry(offered["entry"].encode(), raw(offered, "signature"))


def member_statements(space: Space) -> dict[str, KeyStatement]:
    """All statements, by hash, of whoever is, was, or may become a member."""
    people = set(space.members.values_list("person_id", flat=True))
    people |= set(space.candidacies.values_list("person_id", flat=True))
    known = [statement_of(key) for key in IdentityKey.objects.filter(person__in=people)]
    return {statement.hash: statement for statement in known}


def statement_of(key: IdentityKey) -> KeyStatement:
    """A stored statement, verified."""
    return read_statement(
        bytes(key.statement),
        bytes(key.signature),
        user=str(key.person_id),
        succession=bytes(key.succession),
    )


def grants_of(offered: Mapping[str, Any], granting: Granting | None) -> dict[str, bytes]:
    """The grants beside an entry, if they are exactly those it names; else NotAcceptable."""
    sealed = {user: bytes.fromhex(grant) for user, grant in offered.get("grants", {}).items()}
    named = dict(granting.grants) if granting else {}
    require({user: digest(grant) for user, grant in sealed.items()} == named)
    if granting:
        require(all(len(grant) == granted_size(granting) for grant in sealed.values()))
    return sealed


def store_grants(space: Space, number: int, grants: Mapping[str, bytes]) -> None:
    """Keep what was granted until the members have fetched it."""
    rows = [
        Grant(space=space, person_id=UUID(user), number=number, sealed=each)
        for user, each in grants.items()
    ]
    Grant.objects.bulk_create(rows)
