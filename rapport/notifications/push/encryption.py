"""Sealing a push message for one device (RFC 8291, with the content coding of RFC 8188).

The push service in between reads nothing. Knows keys and bytes; not what a message says.
"""

import os
import struct

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

RECORD = 4096
"""Size of the one record; a message is far shorter (RFC 8188, `rs`)."""
LAST_RECORD = b"\x02"
LONGEST = 3000
"""Bytes a message may have: push services take no more than 4096 altogether."""


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """A public key as browsers have it: 65 bytes, uncompressed."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)


def seal(
    message: bytes,
    device: bytes,
    auth: bytes,
    *,
    sender: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes = b"",
) -> bytes:
    """The body to post. `device` is her browser's point, `auth` its 16 bytes; ValueError when they
    are none. Sender key and salt are fresh for each message, except in tests."""
    if len(message) > LONGEST or len(auth) != 16:
        raise ValueError("This is no message for a device.")
    sender, salt = sender or ec.generate_private_key(ec.SECP256R1()), salt or os.urandom(16)
    receiver = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), device)
    ours = point(sender.public_key())
    shared = sender.exchange(ec.ECDH(), receiver)
    key_info = b"WebPush: info\x00" + device + ours
    secret = derived(shared, auth, key_info, 32)
    key = derived(secret, salt, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = derived(secret, salt, b"Content-Encoding: nonce\x00", 12)
    head = salt + struct.pack(">IB", RECORD, len(ours)) + ours
    return head + AESGCM(key).encrypt(nonce, message + LAST_RECORD, None)
