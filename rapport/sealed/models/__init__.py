"""Ciphertext and public keys, as rows. No word and no secret is ever here."""

from rapport.sealed.models.envelope import Envelope, SealedObject
from rapport.sealed.models.keys import IdentityKey, Keyring, UnlockSlot
from rapport.sealed.models.log import Approval, Grant, SpaceLogEntry
from rapport.sealed.models.note import JournalNote
from rapport.sealed.models.space import Space, SpaceMember

__all__ = [
    "Approval",
    "Envelope",
    "Grant",
    "IdentityKey",
    "JournalNote",
    "Keyring",
    "SealedObject",
    "Space",
    "SpaceLogEntry",
    "SpaceMember",
    "UnlockSlot",
]
