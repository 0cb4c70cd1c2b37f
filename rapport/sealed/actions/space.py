"""A space is opened by the server, founded by a member's browser, and joined by the others'."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from rapport.domain.refusals import NotAcceptable, StaleWords
from rapport.people.models import Person
from rapport.sealed.actions.offered import acceptable, raw, require
from rapport.sealed.models import Approval, Grant, IdentityKey, Space, SpaceLogEntry, SpaceMember
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.grants import SIZE
from rapport.sealed.protocol.identity import KeyStatement, read_statement
from rapport.sealed.protocol.space_log import SignedEntry, SpaceState, replay


@transaction.atomic
def open_space(kind: str, people: Iterable[Person]) -> Space:
    """A space with those who are meant to be in it; it has no key until a browser makes one."""
    space = Space.objects.create(kind=kind)
    members = [SpaceMember(space=space, person=person) for person in people]
    SpaceMember.objects.bulk_create(members)
    return space


@transaction.atomic
def found_space(space: Space, offered: Mapping[str, Any], *, by: Person) -> SpaceLogEntry:
    """Store the first log entry and everybody's grant; StaleWords when another was quicker.

    `offered` is `{entry, signature, grants: {person: grant}}`; bytes as hexadecimal digits.
    """
    space = Space.objects.select_for_update().get(pk=space.pk)
    if space.log.exists():
        raise StaleWords
    with acceptable():
        data, signature = offered["entry"].encode(), raw(offered, "signature")
        state = _replayed(space, SignedEntry(data, signature))
        sealed = {user: bytes.fromhex(grant) for user, grant in offered["grants"].items()}
        require(state.author == str(by.pk) and _fits(state, sealed))
    entry = SpaceLogEntry.objects.create(
        space=space,
        number=0,
        entry=data,
        signature=signature,
        digest=bytes.fromhex(state.head),
        author=by,
    )
    grants = [
        Grant(space=space, person_id=UUID(user), sealed=each) for user, each in sealed.items()
    ]
    Grant.objects.bulk_create(grants)
    return entry


@transaction.atomic
def approve_space(space: Space, offered: Mapping[str, Any], *, by: Person) -> None:
    """Store a member's signature under the newest entry: `{entry: hash, signature}`."""
    entry = SpaceLogEntry.objects.filter(space=space).order_by("-number").first()
    if entry is None:
        raise NotAcceptable
    with acceptable():
        signature = raw(offered, "signature")
        require(entry.digest.hex() == offered["entry"])
        signed = SignedEntry(bytes(entry.entry), bytes(entry.signature), {str(by.pk): signature})
        _replayed(space, signed)
    Approval.objects.get_or_create(entry=entry, person=by, defaults={"signature": signature})


def take_grant(space: Space, *, by: Person) -> None:
    """Erase the person's grant: her browser has put the key into her keyring."""
    Grant.objects.filter(space=space, person=by).delete()


def _replayed(space: Space, entry: SignedEntry) -> SpaceState:
    meant = set(space.members.values_list("person_id", flat=True))
    state = replay([entry], sid=str(space.pk), statements=_statements(meant))
    require({UUID(user) for user in state.members} == meant)
    return state


def _statements(members: Iterable[UUID]) -> dict[str, KeyStatement]:
    keys = IdentityKey.objects.filter(person__in=members)
    read = [
        read_statement(bytes(key.statement), bytes(key.signature), user=str(key.person_id))
        for key in keys
    ]
    return {statement.hash: statement for statement in read}


def _fits(state: SpaceState, sealed: Mapping[str, bytes]) -> bool:
    hashes = {user: digest(grant) for user, grant in sealed.items()}
    return hashes == dict(state.grants) and all(len(grant) == SIZE for grant in sealed.values())
