"""Opens a file in the format age, version 1, with its phrase; what is not exactly so is refused.

A second implementation beside the browser’s, so that `rapport verify` reads what members take.
"""

import hmac
import re
from base64 import b64decode
from collections.abc import Iterator
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC: Final = b"age-encryption.org/v1\n"
HEAD: Final = re.compile(
    rb"(age-encryption\.org/v1\n-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n"
    rb"([A-Za-z0-9+/]{43})\n---)"
    rb" ([A-Za-z0-9+/]{43})\n"
)
MOST_COST: Final = 20
"""A gigabyte of memory; who asks for more wants to stop the machine."""
CHUNK: Final = 65_536 + 16
NONCE: Final = 16


class Unopened(ValueError):
    """Another phrase, or a file that is damaged or no age file with a phrase."""


def age_open(file: bytes, phrase: str) -> bytes:
    """The content. Raises Unopened."""
    found = HEAD.match(file)
    if found is None or int(found[3]) > MOST_COST:
        raise Unopened("This is no age file that a phrase opens.")
    salt = b"age-encryption.org/v1/scrypt" + _bytes(found[2])
    wrapping = Scrypt(salt, 32, n=2 ** int(found[3]), r=8, p=1).derive(phrase.encode())
    file_key = _opened(wrapping, bytes(12), _bytes(found[4]), "This phrase does not open the file.")
    proof = hmac.digest(_derived(file_key, b"", b"header"), found[1], "sha256")
    if not hmac.compare_digest(proof, _bytes(found[5])):
        raise Unopened("The head of this file was changed.")
    payload = file[found.end() :]
    key = _derived(file_key, payload[:NONCE], b"payload")
    return b"".join(_chunks(key, payload[NONCE:]))


def _chunks(key: bytes, sealed: bytes) -> Iterator[bytes]:
    starts = range(0, max(len(sealed), 1), CHUNK)
    for number, start in enumerate(starts):
        last = start == starts[-1]
        nonce = number.to_bytes(11) + bytes([last])
        chunk = sealed[start : start + CHUNK]
        plain = _opened(key, nonce, chunk, "A part of this file is missing or was changed.")
        if last and number and not plain:
            raise Unopened("A part of this file is missing or was changed.")
        yield plain


def _opened(key: bytes, nonce: bytes, sealed: bytes, otherwise: str) -> bytes:
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, None)
    except InvalidTag as error:
        raise Unopened(otherwise) from error


def _derived(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=salt, info=info).derive(secret)


def _bytes(letters: bytes) -> bytes:
    return b64decode(letters + b"=" * (-len(letters) % 4), validate=True)
