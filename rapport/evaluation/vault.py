"""Seals what comes from a personnel office, so that the database alone does not give it away.

Knows a key that is made from the signing secret of this installation, which lies outside the
database. Whoever changes the secret cannot open older files any more: they are chosen again.
"""

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE = 12


class Unopenable(ValueError):
    """The content was sealed with another secret, for another row, or changed since."""


def sealed(content: bytes, row: UUID) -> bytes:
    """AES-256-GCM, bound to the row it belongs to."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(_key(b"personnel files")).encrypt(nonce, content, row.bytes)


def opened(content: bytes, row: UUID) -> bytes:
    """The content again. Raises Unopenable."""
    try:
        return AESGCM(_key(b"personnel files")).decrypt(content[:NONCE], content[NONCE:], row.bytes)
    except InvalidTag as error:
        raise Unopenable("This file cannot be opened with the secret of today.") from error


def mark(*parts: object) -> str:
    """What stands for some facts where they may not be kept; without the key it tells nothing."""
    mac = HMAC(_key(b"marks"), SHA256())
    mac.update("\x1f".join(map(str, parts)).encode())
    return mac.finalize().hex()[:32]


def _key(purpose: bytes) -> bytes:
    secret = settings.SECRET_KEY.encode()
    return HKDF(SHA256(), 32, salt=None, info=b"rapport " + purpose).derive(secret)
