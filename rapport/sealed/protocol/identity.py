"""A person's keys: an Ed25519 and an X25519 pair, and the signed statement that names them.

The statement is public. The private halves travel as a bundle wrapped under the master key.
A new generation names the hash of the statement before it and is signed by both old and new key.
"""

from dataclasses import dataclass
from typing import Any, Final

from rapport.sealed.protocol import shapes
from rapport.sealed.protocol.box import unwrap, wrap
from rapport.sealed.protocol.canonical import canonical, digest, parse_canonical
from rapport.sealed.protocol.hygiene import require_sound_ed25519, require_sound_x25519
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.primitives import (
    Randomness,
    ed25519_public,
    sign,
    verify,
    x25519_public,
)
from rapport.sealed.protocol.refusals import Refused, require

STATEMENT: Final[shapes.Shape] = {
    "v": 1,
    "user": shapes.IDENTIFIER,
    "gen": 1,
    "ed": shapes.HASH,
    "x": shapes.HASH,
    "prev": shapes.HASH_OR_NONE,
    "ts": shapes.TIME,
}
BUNDLE: Final[shapes.Shape] = {
    "v": 1,
    "user": shapes.IDENTIFIER,
    "gen": 1,
    "ed": shapes.HASH,
    "x": shapes.HASH,
}


@dataclass(frozen=True)
class KeyStatement:
    """What everybody may know of a person's keys, already verified."""

    data: bytes
    user: str
    generation: int
    ed: bytes
    x: bytes
    previous: str
    made_at: str
    succession: bytes = b""

    @property
    def hash(self) -> str:
        """The name of this statement: its SHA-256."""
        return digest(self.data)


@dataclass(frozen=True)
class Identity:
    """The private halves: they exist in the person's browser, and here for demonstrations."""

    user: str
    generation: int
    ed_seed: bytes
    x_private: bytes


def make_identity(user: str, random: Randomness, *, generation: int = 1) -> Identity:
    """Draw both private keys of a generation."""
    return Identity(user, generation, random(32), random(32))


def state_keys(identity: Identity, *, made_at: str, previous: str = "") -> tuple[bytes, bytes]:
    """Return the key statement of an identity and its signature."""
    statement = canonical(
        {
            "v": 1,
            "user": identity.user,
            "gen": identity.generation,
            "ed": ed25519_public(identity.ed_seed).hex(),
            "x": x25519_public(identity.x_private).hex(),
            "prev": previous,
            "ts": made_at,
        }
    )
    return statement, sign(identity.ed_seed, label(Purpose.KEY_STATEMENT) + statement)


def sign_succession(old: Identity, statement: bytes) -> bytes:
    """Return the signature by which the key before vouches for a new statement."""
    return sign(old.ed_seed, label(Purpose.KEY_SUCCESSION) + statement)


def is_proven(new: KeyStatement, old: KeyStatement) -> bool:
    """Whether the old key vouches for the new one; else people must compare numbers again."""
    if not new.succession or new.previous != old.hash:
        return False
    try:
        verify(old.ed, new.succession, label(Purpose.KEY_SUCCESSION) + new.data)
    except Refused:
        return False
    return True


def read_statement(
    data: bytes, signature: bytes, *, user: str, succession: bytes = b""
) -> KeyStatement:
    """Return the verified statement of this person or raise a refusal.

    `succession` is the signature of the key before, empty where there is none; it is judged
    when the statement takes the place of that key in a space.
    """
    record = parse_canonical(data)
    shapes.require_shape(record, STATEMENT, "statement-malformed")
    require(record["v"] == 1, "version-unknown")
    require(record["user"] == user, "statement-mismatch")
    require((record["gen"] == 1) == (record["prev"] == ""), "statement-malformed")
    statement = _statement(data, record, succession)
    require_sound_ed25519(statement.ed)
    require_sound_x25519(statement.x)
    verify(statement.ed, signature, label(Purpose.KEY_STATEMENT) + data)
    return statement


def wrap_identity(identity: Identity, amk: bytes, *, random: Randomness) -> bytes:
    """Return the private halves wrapped under the master key."""
    record = {
        "v": 1,
        "user": identity.user,
        "gen": identity.generation,
        "ed": identity.ed_seed.hex(),
        "x": identity.x_private.hex(),
    }
    context = {"user": identity.user, "gen": identity.generation}
    return wrap(amk, Purpose.IDENTITY, context, canonical(record), random=random)


def unwrap_identity(wrapped: bytes, amk: bytes, statement: KeyStatement) -> Identity:
    """Return the private halves, checked against the statement they belong to."""
    context = {"user": statement.user, "gen": statement.generation}
    record = parse_canonical(unwrap(amk, Purpose.IDENTITY, context, wrapped))
    shapes.require_shape(record, BUNDLE, "body-malformed")
    ed_seed, x_private = bytes.fromhex(record["ed"]), bytes.fromhex(record["x"])
    require(ed25519_public(ed_seed) == statement.ed, "statement-mismatch")
    require(x25519_public(x_private) == statement.x, "statement-mismatch")
    return Identity(statement.user, statement.generation, ed_seed, x_private)


def _statement(data: bytes, record: dict[str, Any], succession: bytes) -> KeyStatement:
    return KeyStatement(
        data=data,
        user=record["user"],
        generation=record["gen"],
        ed=bytes.fromhex(record["ed"]),
        x=bytes.fromhex(record["x"]),
        previous=record["prev"],
        made_at=record["ts"],
        succession=succession,
    )
