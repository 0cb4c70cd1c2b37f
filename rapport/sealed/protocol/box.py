"""A box that only one key opens, and that tells a wrong key from damaged bytes.

The key is derived anew for each box from a random salt, so the nonce can be zero; half of what
is derived is published as a commitment, because AES-GCM alone opens under more than one key.
"""

from typing import Final

from rapport.sealed.protocol.canonical import canonical
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.primitives import (
    ZERO_NONCE,
    Randomness,
    aes_open,
    aes_seal,
    hkdf,
    same,
)
from rapport.sealed.protocol.refusals import require

SALT: Final = 32
COMMIT: Final = 32
TAG: Final = 16
MAGIC: Final = b"SSPW\x01"
LARGEST: Final = 4 * 1024 * 1024


def seal_box(secret: bytes, *, salt: bytes, info: bytes, bound: bytes, plain: bytes) -> bytes:
    """Return commitment and ciphertext under HKDF(secret, salt, info)."""
    derived = hkdf(secret, salt=salt, info=info, length=64)
    return derived[32:] + aes_seal(derived[:32], ZERO_NONCE, plain, bound)


def open_box(secret: bytes, *, salt: bytes, info: bytes, bound: bytes, sealed: bytes) -> bytes:
    """Return the plain bytes; raise `truncated`, `wrong-key` or `damaged`."""
    require(len(sealed) >= COMMIT + TAG, "truncated")
    derived = hkdf(secret, salt=salt, info=info, length=64)
    require(same(derived[32:], sealed[:COMMIT]), "wrong-key")
    return aes_open(derived[:32], ZERO_NONCE, sealed[COMMIT:], bound)


def wrap(
    secret: bytes, purpose: Purpose, context: object, plain: bytes, *, random: Randomness
) -> bytes:
    """Wrap bytes under a person's master key, bound to a purpose and a context."""
    salt = random(SALT)
    info = label(purpose) + canonical(context)
    return MAGIC + salt + seal_box(secret, salt=salt, info=info, bound=info, plain=plain)


def unwrap(secret: bytes, purpose: Purpose, context: object, wrapped: bytes) -> bytes:
    """Open what `wrap` made; raise `not-a-wrap`, `truncated`, `wrong-key` or `damaged`."""
    require(wrapped[:4] == MAGIC[:4], "not-a-wrap")
    require(wrapped[4:5] == MAGIC[4:], "suite-unknown")
    require(len(wrapped) <= LARGEST, "too-large")
    body = wrapped[len(MAGIC) :]
    require(len(body) >= SALT + COMMIT + TAG, "truncated")
    info = label(purpose) + canonical(context)
    return open_box(secret, salt=body[:SALT], info=info, bound=info, sealed=body[SALT:])
