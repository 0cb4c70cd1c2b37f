"""A space is opened by the server, founded by a member's browser, and joined by the others'."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from rapport.domain.refusals import NotAcceptable, StaleWords
from rapport.people.models import Person
from rapport.sealed.actions.history import grants_of, member_statements, signed_entry, store_grants
from rapport.sealed.actions.offered import acceptable, raw, require
from rapport.sealed.models import Approval, Grant, Space, SpaceLogEntry, SpaceMember
from rapport.sealed.noting import note_circle
from rapport.sealed.protocol.log_entry import SignedEntry
from rapport.sealed.protocol.space_log import SpaceState, replay


@transaction.atomic
def open_space(kind: str, people: Iterable[Person]) -> Space:
    """A space with those who are meant to be in it; it has no key until a browser makes one."""
    space = Space.objects.create(kind=kind)
    members = [SpaceMember(space=space, person=person) for person in people]
    SpaceMember.objects.bulk_create(members)
    return space


def add_safeguarding(space: Space, person: Person) -> None:
    """In a supervised programme this person is a member like the others, and they are told."""
    SpaceMember.objects.get_or_create(space=space, person=person, defaults={"safeguards": True})


@transaction.atomic
def found_space(space: Space, offered: Mapping[str, Any], *, by: Person) -> SpaceLogEntry:
    """Store the first log entry and everybody's grant; StaleWords when another was quicker.

    `offered` is `{entry, signature, grants: {person: grant}}`; bytes as hexadecimal digits.
    """
    space = Space.objects.select_for_update().get(pk=space.pk)
    if space.log.exists():
        raise StaleWords
    with acceptable():
        entry = signed_entry(offered)
        state = _founding(space, entry)
        grants = grants_of(offered, state.grantings[0])
        require(state.author == str(by.pk))
    stored = SpaceLogEntry.objects.create(
        space=space,
        number=0,
        entry=entry.data,
        signature=entry.signature,
        digest=bytes.fromhex(state.head),
        author=by,
    )
    store_grants(space, 0, grants)
    about = space.members.values_list("person_id", flat=True)
    note_circle(space, "create", about, by=by.pk)
    return stored


@transaction.atomic
def approve_space(space: Space, offered: Mapping[str, Any], *, by: Person) -> None:
    """Store a member's signature under the first entry: `{entry: hash, signature}`."""
    entry = SpaceLogEntry.objects.filter(space=space, number=0).first()
    if entry is None:
        raise NotAcceptable
    with acceptable():
        signature = raw(offered, "signature")
        require(entry.digest.hex() == offered["entry"])
        signed = SignedEntry(bytes(entry.entry), bytes(entry.signature), {str(by.pk): signature})
        replay([signed], sid=str(space.pk), statements=member_statements(space))
    Approval.objects.get_or_create(entry=entry, person=by, defaults={"signature": signature})


def take_grant(space: Space, *, by: Person, upto: int | None = None) -> None:
    """Erase the person's grants: her browser has put the keys into her keyring.

    `upto` is the number of the newest log entry it had read; what came later stays.
    """
    mine = Grant.objects.filter(space=space, person=by)
    (mine if upto is None else mine.filter(number__lte=upto)).delete()


def _founding(space: Space, entry: SignedEntry) -> SpaceState:
    meant = {str(each) for each in space.members.values_list("person_id", flat=True)}
    state = replay([entry], sid=str(space.pk), statements=member_statements(space))
    require(set(state.members) == meant)
    return state
