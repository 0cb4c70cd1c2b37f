"""The few primitives of suite 0x01, each called through one function.

HKDF-SHA256, AES-256-GCM, Ed25519, X25519. Whoever calls them passes a label; see `labels`.
"""

import hashlib
import hmac
from collections.abc import Callable

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from rapport.sealed.protocol.hygiene import require_sound_ed25519, require_sound_x25519
from rapport.sealed.protocol.refusals import Refused

type Randomness = Callable[[int], bytes]

ZERO_NONCE = bytes(12)


def deterministic(seed: str) -> Randomness:
    """Return a source of bytes that gives the same ones for the same seed: demonstrations only."""
    count = 0

    def draw(length: int) -> bytes:
        nonlocal count
        count += 1
        return hashlib.shake_256(f"{seed}\0{count}".encode()).digest(length)

    return draw


def hkdf(secret: bytes, *, salt: bytes, info: bytes, length: int) -> bytes:
    """Return `length` bytes by RFC 5869 with SHA-256."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(secret)


def same(left: bytes, right: bytes) -> bool:
    """Compare two secrets without telling by the time taken where they differ."""
    return hmac.compare_digest(left, right)


def aes_seal(key: bytes, nonce: bytes, plain: bytes, bound: bytes) -> bytes:
    """Return AES-256-GCM ciphertext and tag; `bound` is authenticated and not contained."""
    return AESGCM(key).encrypt(nonce, plain, bound)


def aes_open(key: bytes, nonce: bytes, sealed: bytes, bound: bytes) -> bytes:
    """Return the plain bytes; raise `damaged` where they do not authenticate."""
    try:
        return AESGCM(key).decrypt(nonce, sealed, bound)
    except InvalidTag:
        raise Refused("damaged") from None


def ed25519_public(seed: bytes) -> bytes:
    """Return the public key of a 32-byte seed."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def sign(seed: bytes, message: bytes) -> bytes:
    """Return the 64-byte Ed25519 signature, the same one each time."""
    return Ed25519PrivateKey.from_private_bytes(seed).sign(message)


def verify(key: bytes, signature: bytes, message: bytes) -> None:
    """Raise `key-malformed`, `key-weak` or `signature-invalid` unless the signature fits."""
    require_sound_ed25519(key)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        raise Refused("signature-invalid") from None


def x25519_public(private: bytes) -> bytes:
    """Return the public key of a 32-byte private key."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def agree(private: bytes, public: bytes) -> bytes:
    """Return the shared secret; raise `shared-secret-zero` where the other key is of low order."""
    require_sound_x25519(public)
    try:
        own = X25519PrivateKey.from_private_bytes(private)
        return own.exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError:
        raise Refused("shared-secret-zero") from None
