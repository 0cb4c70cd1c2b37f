"""Ciphertext and public keys, as rows. No word and no secret is ever here."""

from rapport.sealed.models.envelope import Blob, Envelope, Message, SealedObject
from rapport.sealed.models.keys import IdentityKey, Keyring, UnlockSlot
from rapport.sealed.models.log import Approval, Grant, LogProposal, SpaceLogEntry
from rapport.sealed.models.note import JournalNote
from rapport.sealed.models.space import Candidacy, Space, SpaceMember

__all__ = [
    "Approval",
    "Blob",
    "Candidacy",
    "Envelope",
    "Grant",
    "IdentityKey",
    "JournalNote",
    "Keyring",
    "LogProposal",
    "Message",
    "SealedObject",
    "Space",
    "SpaceLogEntry",
    "SpaceMember",
    "UnlockSlot",
]
