"""Sealing to a person's public key: HPKE of RFC 9180, base mode, one message per key.

DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Written out rather than taken from the
`cryptography` package, because demonstrations need a chosen ephemeral key and the RFC's vectors
need associated data; a test opens each one's output with the other.
"""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Final

from rapport.sealed.protocol.primitives import (
    Randomness,
    aes_open,
    aes_seal,
    agree,
    x25519_public,
)
from rapport.sealed.protocol.refusals import require

KEM: Final = b"\x00\x20"
KDF: Final = b"\x00\x01"
AES_128_GCM: Final = 1
AES_256_GCM: Final = 2
KEY_LENGTHS: Final = {AES_128_GCM: 16, AES_256_GCM: 32}
ENCAPSULATED: Final = 32


@dataclass(frozen=True)
class Variant:
    """What the RFC leaves open and this protocol does not: the cipher and associated data."""

    aead: int = AES_256_GCM
    bound: bytes = b""


OURS: Final = Variant()


def hpke_seal(
    public: bytes,
    plain: bytes,
    *,
    info: bytes,
    random: Randomness,
    variant: Variant = OURS,
) -> bytes:
    """Return the 32-byte encapsulated key followed by ciphertext and tag."""
    ephemeral = random(32)
    encapsulated = x25519_public(ephemeral)
    secret = _kem_secret(agree(ephemeral, public), encapsulated + public)
    key, nonce = _key_schedule(secret, info, variant.aead)
    return encapsulated + aes_seal(key, nonce, plain, variant.bound)


def hpke_open(private: bytes, sealed: bytes, *, info: bytes, variant: Variant = OURS) -> bytes:
    """Return the plain bytes; raise `truncated`, `shared-secret-zero` or `damaged`."""
    require(len(sealed) >= ENCAPSULATED + 16, "truncated")
    encapsulated = sealed[:ENCAPSULATED]
    secret = _kem_secret(agree(private, encapsulated), encapsulated + x25519_public(private))
    key, nonce = _key_schedule(secret, info, variant.aead)
    return aes_open(key, nonce, sealed[ENCAPSULATED:], variant.bound)


def _kem_secret(shared: bytes, context: bytes) -> bytes:
    suite = b"KEM" + KEM
    extracted = _extract(b"", suite, b"eae_prk", shared)
    return _expand(extracted, suite, b"shared_secret", context, 32)


def _key_schedule(secret: bytes, info: bytes, aead: int) -> tuple[bytes, bytes]:
    suite = b"HPKE" + KEM + KDF + aead.to_bytes(2)
    no_key_id = _extract(b"", suite, b"psk_id_hash", b"")
    context = b"\x00" + no_key_id + _extract(b"", suite, b"info_hash", info)
    extracted = _extract(secret, suite, b"secret", b"")
    key = _expand(extracted, suite, b"key", context, KEY_LENGTHS[aead])
    return key, _expand(extracted, suite, b"base_nonce", context, 12)


def _extract(salt: bytes, suite: bytes, name: bytes, secret: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + name + secret, hashlib.sha256)


def _expand(key: bytes, suite: bytes, name: bytes, info: bytes, length: int) -> bytes:
    labelled = length.to_bytes(2) + b"HPKE-v1" + suite + name + info
    return hmac.digest(key, labelled + b"\x01", hashlib.sha256)[:length]
