"""New keys for somebody who lost hers, or fears for them; the old ones are kept, wrapped."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from rapport.domain.refusals import NotAcceptable
from rapport.people.models import Person
from rapport.sealed.actions.keys import KINDS, read_identity, store_first_keyring
from rapport.sealed.actions.offered import acceptable, require
from rapport.sealed.actions.slot import add_slot
from rapport.sealed.models import IdentityKey, Keyring, UnlockSlot
from rapport.sealed.noting import KeyChange, note_keys
from rapport.sealed.queries import keys_of


@transaction.atomic
def renew_keys(offered: Mapping[str, Any], *, by: Person) -> IdentityKey:
    """Store the next generation with new slots and a new keyring; all of it or nothing.

    `offered` is what set-up posts, and `succession` where the old key vouches for the new one.
    """
    old = IdentityKey.objects.select_for_update().filter(person=by).order_by("-generation").first()
    if old is None:
        raise NotAcceptable
    with acceptable():
        require(sorted(slot["type"] for slot in offered["slots"]) == KINDS)
        identity, statement = read_identity(offered, by)
        require(statement.generation == old.generation + 1)
        require(statement.previous == old.digest.hex())
    retire(old, by)
    identity.save(force_insert=True)
    store_first_keyring(offered, by)
    for slot in offered["slots"]:
        add_slot(slot, by=by)
    note_keys(KeyChange.RENEWED, by=by)
    return identity


def retire(old: IdentityKey, person: Person) -> None:
    """Put slots and keyring of a generation aside."""
    known = keys_of(person) or {}
    old.retired = {name: known[name] for name in ("slots", "keyring") if name in known}
    old.save(update_fields=["retired"])
    UnlockSlot.objects.filter(person=person).delete()
    Keyring.objects.filter(person=person).delete()
