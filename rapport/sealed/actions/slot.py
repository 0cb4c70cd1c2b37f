"""Unlock slots come and go; the server sees parameters and 48 wrapped bytes."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from rapport.people.models import Person
from rapport.sealed.actions.offered import acceptable, raw, require
from rapport.sealed.models import UnlockSlot
from rapport.sealed.noting import KeyChange, note_keys
from rapport.sealed.protocol.slots import check_slot

MOST = 12


@transaction.atomic
def add_slot(row: Mapping[str, Any], *, by: Person) -> UnlockSlot:
    """Store a slot in place of the person's earlier ones of the same kind, or same passkey."""
    with acceptable():
        check_slot(row)
        require(row["user"] == str(by.pk))
        made_at = datetime.strptime(row["created"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    require(not UnlockSlot.objects.filter(pk=row["slot"]).exists())
    _same(row, by).delete()
    require(UnlockSlot.objects.filter(person=by).count() < MOST)
    return UnlockSlot.objects.create(
        pk=row["slot"],
        person=by,
        kind=row["type"],
        made_at=made_at,
        kdf=row["kdf"],
        commitment=raw(row, "commit"),
        nonce=raw(row, "nonce"),
        wrapped=raw(row, "ct"),
    )


@transaction.atomic
def change_slot(row: Mapping[str, Any], *, by: Person) -> UnlockSlot:
    """Store a slot of somebody who has keys already; noted, and she is told by letter."""
    slot = add_slot(row, by=by)
    note_keys(KeyChange(slot.kind), by=by)
    return slot


def _same(row: Mapping[str, Any], by: Person) -> QuerySet[UnlockSlot]:
    known = UnlockSlot.objects.filter(person=by, kind=row["type"])
    if row["type"] != UnlockSlot.Kind.PASSKEY:
        return known
    return known.filter(kdf__credential=row["kdf"]["credential"])


@transaction.atomic
def remove_passkey(slot: UUID, *, by: Person) -> None:
    """A passkey no longer opens her pages; phrase and code are only ever replaced."""
    gone, _ = UnlockSlot.objects.filter(pk=slot, person=by, kind=UnlockSlot.Kind.PASSKEY).delete()
    require(gone == 1)
    note_keys(KeyChange.PASSKEY_REMOVED, by=by)


@transaction.atomic
def use_recovery_code(slot: UUID, *, by: Person) -> None:
    """Note that the code has served. It is erased when the new one is stored, not before:

    somebody whose lid falls shut between the two must still be able to open her pages.
    """
    used = UnlockSlot.objects.filter(pk=slot, person=by, kind=UnlockSlot.Kind.CODE)
    require(used.update(used_at=timezone.now()) == 1)
    note_keys(KeyChange.CODE_USED, by=by)
