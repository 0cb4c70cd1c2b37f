"""Ciphertext and public keys, as rows. No word and no secret is ever here."""

from rapport.sealed.models.envelope import Envelope, SealedObject
from rapport.sealed.models.space import Space, SpaceMember

__all__ = ["Envelope", "SealedObject", "Space", "SpaceMember"]
