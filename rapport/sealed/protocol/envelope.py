"""The envelope: one revision of one object, sealed for the members of one space.

    "SSP1" 01 | length of H (2 bytes) | H | salt 32 | commit 32 | ciphertext and tag

The header H is readable and holds only what a server needs to keep order. Everything a person
wrote, and the exact time, is in the body; the author's signature is inside the encryption, so
neither server nor thief can prove who wrote what.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Protocol

from rapport.sealed.protocol import shapes
from rapport.sealed.protocol.box import COMMIT, SALT, TAG, open_box, seal_box
from rapport.sealed.protocol.canonical import canonical, digest, parse_canonical
from rapport.sealed.protocol.identity import Identity, KeyStatement
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.padding import pad, unpad
from rapport.sealed.protocol.primitives import Randomness, sign, verify
from rapport.sealed.protocol.refusals import require

MAGIC: Final = b"SSP1"
SUITE: Final = b"\x01"
START: Final = len(MAGIC) + len(SUITE) + 2
LARGEST: Final = 1024 * 1024
ENTRY: Final = "entry"
TOMB: Final = "tomb"
CLASSES: Final = (ENTRY, TOMB)
TOMB_SCHEMA: Final = "tomb/1"
SIGNATURE: Final = 64

HEADER: Final[shapes.Shape] = {
    "v": 1,
    "sid": shapes.UUID,
    "ep": 1,
    "cls": shapes.WORD,
    "oid": shapes.UUID,
    "rev": 1,
    "prv": shapes.HASH_OR_NONE,
    "by": shapes.IDENTIFIER,
    "kid": shapes.HASH,
    "seq": 1,
    "aph": shapes.HASH_OR_NONE,
    "seen": shapes.HASH_OR_NONE,
}
BODY: Final[shapes.Shape] = {
    "t": shapes.WORD,
    "schema": shapes.WORD,
    "written_at": shapes.TIME,
    "words": dict,
}


@dataclass(frozen=True)
class Header:
    """What a server can read of an envelope: who, which object, which revision, which order."""

    sid: str
    ep: int
    oid: str
    rev: int
    prv: str
    by: str
    kid: str
    seq: int
    aph: str
    seen: str
    cls: str = ENTRY
    v: int = 1


@dataclass(frozen=True)
class Parts:
    """An envelope taken apart, not opened."""

    header: Header
    header_bytes: bytes
    salt: bytes
    sealed: bytes
    hash: str


@dataclass(frozen=True)
class Wanted:
    """What was asked for; an envelope that says otherwise is refused. `rev` None: any."""

    sid: str
    oid: str
    cls: str = ENTRY
    rev: int | None = None


class Circle(Protocol):
    """Who may write in which epoch, as the replayed log says; a `SpaceState` is one."""

    @property
    def epochs(self) -> Mapping[int, Mapping[str, KeyStatement]]:
        """The members of each epoch."""

    @property
    def ends(self) -> Mapping[str, int]:
        """The last number that an author wrote under a key that is no member's any more."""


def make_body(schema: str, words: Mapping[str, Any], *, written_at: str) -> bytes:
    """Return the canonical body of words of a schema such as `goal/1`."""
    record = {
        "t": schema.partition("/")[0],
        "schema": schema,
        "written_at": written_at,
        "words": dict(words),
    }
    return canonical(record)


def seal_envelope(
    header: Header, body: bytes, *, key: bytes, author: Identity, random: Randomness
) -> bytes:
    """Return the envelope of a body under a space key, signed by its author."""
    header_bytes, salt = canonical(asdict(header)), random(SALT)
    length = len(header_bytes).to_bytes(2)
    signature = sign(author.ed_seed, signed_message(length, header_bytes, salt, body))
    info = content_info(header_bytes)
    sealed = seal_box(key, salt=salt, info=info, bound=header_bytes, plain=pad(signature + body))
    envelope = MAGIC + SUITE + length + header_bytes + salt + sealed
    require(len(envelope) <= LARGEST, "too-large")
    return envelope


def take_apart(envelope: bytes) -> Parts:
    """Return header and parts without any key; raise a refusal unless the frame is sound."""
    require(envelope[:4] == MAGIC, "not-an-envelope")
    require(envelope[4:5] == SUITE, "suite-unknown")
    require(len(envelope) <= LARGEST, "too-large")
    end = START + int.from_bytes(envelope[5:START])
    require(len(envelope) >= end + SALT + COMMIT + TAG, "truncated")
    header_bytes = envelope[START:end]
    salt, sealed = envelope[end : end + SALT], envelope[end + SALT :]
    return Parts(_read_header(header_bytes), header_bytes, salt, sealed, digest(envelope))


def open_envelope(
    envelope: bytes,
    *,
    wanted: Wanted,
    keys: Mapping[int, bytes],
    circle: Circle,
) -> tuple[Header, dict[str, Any]]:
    """Return header and body of the envelope that was asked for, or raise a refusal."""
    parts = take_apart(envelope)
    header = parts.header
    _require_wanted(header, wanted)
    author = _author(header, circle)
    require(header.ep in keys, "epoch-unknown")
    padded = open_box(
        keys[header.ep],
        salt=parts.salt,
        info=content_info(parts.header_bytes),
        bound=parts.header_bytes,
        sealed=parts.sealed,
    )
    content = unpad(padded)
    require(len(content) >= SIGNATURE, "body-malformed")
    signature, body = content[:SIGNATURE], content[SIGNATURE:]
    length = len(parts.header_bytes).to_bytes(2)
    message = signed_message(length, parts.header_bytes, parts.salt, body)
    verify(author.ed, signature, message)
    return header, read_body(body)


def read_body(data: bytes) -> dict[str, Any]:
    """Return the body's record or raise `not-canonical` or `body-malformed`."""
    body: dict[str, Any] = parse_canonical(data)
    shapes.require_shape(body, BODY, "body-malformed")
    require(body["schema"].partition("/")[0] == body["t"], "body-malformed")
    return body


def _read_header(data: bytes) -> Header:
    record = parse_canonical(data)
    shapes.require_shape(record, HEADER, "header-malformed")
    require(record["v"] == 1, "version-unknown")
    require(record["cls"] in CLASSES, "header-malformed")
    require((record["rev"] == 1) == (record["prv"] == ""), "header-malformed")
    require((record["seq"] == 1) == (record["aph"] == ""), "header-malformed")
    return Header(**record)


def _require_wanted(header: Header, wanted: Wanted) -> None:
    require(header.sid == wanted.sid, "wrong-space")
    require(header.oid == wanted.oid, "wrong-object")
    require(header.cls == wanted.cls, "wrong-class")
    require(wanted.rev is None or header.rev == wanted.rev, "wrong-revision")


def _author(header: Header, circle: Circle) -> KeyStatement:
    require(header.ep in circle.epochs, "epoch-unknown")
    members = circle.epochs[header.ep]
    require(header.by in members, "author-not-member")
    require(members[header.by].hash == header.kid, "author-key-mismatch")
    require(header.seq <= circle.ends.get(header.kid, header.seq), "author-not-member")
    return members[header.by]


def content_info(header_bytes: bytes) -> bytes:
    """What the key of an envelope is bound to: its header."""
    return label(Purpose.CONTENT) + bytes.fromhex(digest(header_bytes))


def signed_message(length: bytes, header_bytes: bytes, salt: bytes, body: bytes) -> bytes:
    """What the author of an envelope signs."""
    return label(Purpose.SIGNATURE) + length + header_bytes + salt + body
