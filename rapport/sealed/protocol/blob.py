"""Attachments: sealed in chunks, so that a cut, a swap or a repetition is noticed at its place.

    "SSPB" 01 | length of H (2 bytes) | H | salt 32 | chunks of 256 KiB, each with its tag

Name, type, size, hash and file key stand in an ordinary envelope of the space; here is only what
must stay together. A chunk's nonce is its number and whether it is the last one.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Final

from rapport.sealed.protocol import shapes
from rapport.sealed.protocol.box import SALT, TAG
from rapport.sealed.protocol.canonical import canonical, digest, parse_canonical
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.padding import pad, unpad
from rapport.sealed.protocol.primitives import aes_open, aes_seal, hkdf
from rapport.sealed.protocol.refusals import require

MAGIC: Final = b"SSPB"
SUITE: Final = b"\x01"
START: Final = 7
CHUNK: Final = 256 * 1024
LARGEST: Final = 26 * 1024 * 1024
HEADER: Final[shapes.Shape] = {
    "v": 1,
    "sid": shapes.UUID,
    "oid": shapes.UUID,
    "cls": shapes.WORD,
    "by": shapes.IDENTIFIER,
}


@dataclass(frozen=True)
class BlobHeader:
    """What a server can read of an attachment."""

    sid: str
    oid: str
    by: str
    cls: str = "blob"
    v: int = 1


def seal_blob(header: BlobHeader, content: bytes, *, key: bytes, salt: bytes) -> bytes:
    """Return the blob of a file under its own key; `salt` is 32 random bytes."""
    head = canonical(asdict(header))
    chunk_key = _chunk_key(key, salt, head)
    sealed = [
        aes_seal(chunk_key, nonce, chunk, head) for nonce, chunk in _numbered(pad(content), CHUNK)
    ]
    blob = MAGIC + SUITE + len(head).to_bytes(2) + head + salt + b"".join(sealed)
    require(len(blob) <= LARGEST, "too-large")
    return blob


def open_blob(blob: bytes, *, sid: str, oid: str, key: bytes) -> bytes:
    """Return the file; raise a refusal unless every chunk is there, once, in its place."""
    header, head, rest = take_blob_apart(blob)
    require(header.sid == sid, "wrong-space")
    require(header.oid == oid, "wrong-object")
    chunk_key = _chunk_key(key, rest[:SALT], head)
    parts = [
        aes_open(chunk_key, nonce, chunk, head)
        for nonce, chunk in _numbered(rest[SALT:], CHUNK + TAG)
    ]
    return unpad(b"".join(parts))


def take_blob_apart(blob: bytes) -> tuple[BlobHeader, bytes, bytes]:
    """Return header, its bytes, and the rest; raise a refusal unless the frame is sound."""
    require(blob[:4] == MAGIC, "not-a-blob")
    require(blob[4:5] == SUITE, "suite-unknown")
    require(len(blob) <= LARGEST, "too-large")
    end = START + int.from_bytes(blob[5:START])
    require(len(blob) >= end + SALT + TAG, "truncated")
    record = parse_canonical(blob[START:end])
    shapes.require_shape(record, HEADER, "header-malformed")
    require(record["v"] == 1, "version-unknown")
    require(record["cls"] == "blob", "wrong-class")
    return BlobHeader(**record), blob[START:end], blob[end:]


def _chunk_key(key: bytes, salt: bytes, head: bytes) -> bytes:
    info = label(Purpose.BLOB) + bytes.fromhex(digest(head))
    return hkdf(key, salt=salt, info=info, length=32)


def _numbered(data: bytes, size: int) -> Iterator[tuple[bytes, bytes]]:
    last = max(0, (len(data) - 1) // size)
    for number in range(last + 1):
        nonce = bytes(7) + number.to_bytes(4) + bytes([number == last])
        yield nonce, data[number * size : (number + 1) * size]
