"""A person's keys arrive from her browser: public halves to check, the rest wrapped."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from rapport.domain.refusals import AlreadyDone, StaleWords
from rapport.people.models import Person
from rapport.sealed.actions.offered import acceptable, raw, require
from rapport.sealed.actions.slot import add_slot
from rapport.sealed.models import IdentityKey, Keyring, UnlockSlot
from rapport.sealed.noting import KeyChange, note_keys
from rapport.sealed.protocol.identity import KeyStatement, read_statement

WRAP = b"SSPW\x01"
KINDS = sorted([UnlockSlot.Kind.PHRASE, UnlockSlot.Kind.CODE])


@transaction.atomic
def set_up_keys(offered: Mapping[str, Any], *, by: Person) -> IdentityKey:
    """Store a first identity, an empty keyring, and both slots; all of it or nothing.

    `offered` is what the set-up page posts and what `Member.set_up()` gives: statement,
    signature, identity, keyring, slots. A phrase and a code are both demanded.
    """
    if IdentityKey.objects.filter(person=by).exists():
        raise AlreadyDone
    with acceptable():
        require(sorted(slot["type"] for slot in offered["slots"]) == KINDS)
        identity, statement = read_identity(offered, by)
        require(statement.generation == 1)
    identity.save(force_insert=True)
    store_first_keyring(offered, by)
    for slot in offered["slots"]:
        add_slot(slot, by=by)
    note_keys(KeyChange.MADE, by=by)
    return identity


def store_first_keyring(offered: Mapping[str, Any], person: Person) -> None:
    """The keyring as it is at set-up; demonstrations hand in one with spaces already in it."""
    with acceptable():
        wrapped, revision = raw(offered, "keyring"), int(offered.get("keyring_rev", 0))
        require(wrapped.startswith(WRAP))
    Keyring.objects.create(person=person, revision=revision, wrapped=wrapped)


@transaction.atomic
def store_keyring(revision: int, wrapped: bytes, *, by: Person) -> None:
    """Put the next revision of the keyring in place of the one before it; else StaleWords."""
    require(wrapped.startswith(WRAP))
    previous = Keyring.objects.filter(person=by, revision=revision - 1)
    if not previous.update(revision=revision, wrapped=wrapped):
        raise StaleWords


def read_identity(offered: Mapping[str, Any], person: Person) -> tuple[IdentityKey, KeyStatement]:
    """The offered generation, not saved yet, with its verified statement."""
    data, signature = offered["statement"].encode(), raw(offered, "signature")
    succession = bytes.fromhex(offered.get("succession", ""))
    statement = read_statement(data, signature, user=str(person.pk), succession=succession)
    bundle = raw(offered, "identity")
    require(bundle.startswith(WRAP) and len(succession) in {0, 64})
    key = IdentityKey(
        person=person,
        generation=statement.generation,
        statement=data,
        signature=signature,
        succession=succession,
        digest=bytes.fromhex(statement.hash),
        bundle=bundle,
    )
    return key, statement
