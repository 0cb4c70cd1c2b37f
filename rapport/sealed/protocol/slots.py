"""Unlock slots: each wraps the same master key (AMK) under one thing a person keeps.

A slot is a phrase or a recovery code; there is none that an organisation or a server could
open, and there must never be one. Parameters are bound into key and ciphertext, so a server
that changes them only makes unlocking fail; floor and ceiling are checked before any work.
"""

import hashlib
import re
from dataclasses import asdict, dataclass
from typing import Any, Final

from rapport.sealed.protocol import shapes
from rapport.sealed.protocol.canonical import canonical
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.phrase import normal_phrase
from rapport.sealed.protocol.primitives import Randomness, aes_open, aes_seal, hkdf, same
from rapport.sealed.protocol.recovery_code import normal_code
from rapport.sealed.protocol.refusals import require

PHRASE: Final = "phrase"
CODE: Final = "code"
TYPES: Final = (PHRASE, CODE)
FEWEST_ITERATIONS: Final = 600_000
ITERATIONS: Final = 1_000_000
MOST_ITERATIONS: Final = 10_000_000
PBKDF2: Final = "pbkdf2-sha256"
NO_KDF: Final = "none"

SLOT: Final[shapes.Shape] = {
    "v": 1,
    "slot": shapes.UUID,
    "user": shapes.IDENTIFIER,
    "type": shapes.WORD,
    "created": shapes.TIME,
    "kdf": dict,
    "commit": shapes.HASH,
    "nonce": re.compile(r"[0-9a-f]{24}\Z"),
    "ct": re.compile(r"[0-9a-f]{96}\Z"),
}
PBKDF2_FIELDS: Final[shapes.Shape] = {
    "alg": shapes.WORD,
    "salt": re.compile(r"[0-9a-f]{32}\Z"),
    "iter": 0,
}
# The algorithm a slot of each kind uses in this version; Argon2id takes a line of its own here.
KDF_OF: Final = {PHRASE: PBKDF2, CODE: NO_KDF}

type Slot = dict[str, Any]


@dataclass(frozen=True)
class Blank:
    """A slot before anything is in it."""

    type: str
    slot: str
    user: str
    created: str
    iterations: int = ITERATIONS


def make_slot(blank: Blank, typed: str, amk: bytes, *, random: Randomness) -> Slot:
    """Return the row that lets this phrase or code open the master key."""
    row: Slot = {"v": 1, **asdict(blank)}
    row["kdf"] = _new_kdf(blank.type, row.pop("iterations"), random)
    require_parameters(row)
    derived = _derive(row, typed)
    nonce = random(12)
    sealed = aes_seal(derived[:32], nonce, amk, canonical(row))
    return {**row, "commit": derived[32:].hex(), "nonce": nonce.hex(), "ct": sealed.hex()}


def open_slot(row: Slot, typed: str, *, user: str) -> bytes:
    """Return the master key; raise a refusal that says what does not fit."""
    check_slot(row)
    require(row["user"] == user, "slot-malformed")
    derived = _derive(row, typed)
    require(same(derived[32:], bytes.fromhex(row["commit"])), "wrong-key")
    bound = {key: row[key] for key in row.keys() - {"commit", "nonce", "ct"}}
    nonce, sealed = bytes.fromhex(row["nonce"]), bytes.fromhex(row["ct"])
    return aes_open(derived[:32], nonce, sealed, canonical(bound))


def check_slot(row: Any) -> None:
    """Raise a refusal unless the row is a slot of this version within floor and ceiling."""
    shapes.require_shape(row, SLOT, "slot-malformed")
    require(row["v"] == 1, "version-unknown")
    require_parameters(row)


def require_parameters(row: Slot) -> None:
    """Raise `slot-type-unknown`, `kdf-unknown`, `kdf-too-weak` or `kdf-too-costly`."""
    require(row["type"] in TYPES, "slot-type-unknown")
    kdf = row["kdf"]
    require(kdf.get("alg") == KDF_OF[row["type"]], "kdf-unknown")
    if row["type"] == CODE:
        require(kdf.keys() == {"alg"}, "slot-malformed")
        return
    shapes.require_shape(kdf, PBKDF2_FIELDS, "slot-malformed")
    require(kdf["iter"] >= FEWEST_ITERATIONS, "kdf-too-weak")
    require(kdf["iter"] <= MOST_ITERATIONS, "kdf-too-costly")


def _new_kdf(kind: str, iterations: int, random: Randomness) -> dict[str, Any]:
    if kind == PHRASE:
        return {"alg": PBKDF2, "salt": random(16).hex(), "iter": iterations}
    return {"alg": NO_KDF}


def _derive(row: Slot, typed: str) -> bytes:
    context = {"type": row["type"], "user": row["user"], "kdf": row["kdf"]}
    info = label(Purpose.SLOT) + canonical(context)
    return hkdf(_secret(row, typed), salt=_uuid_bytes(row["slot"]), info=info, length=64)


def _secret(row: Slot, typed: str) -> bytes:
    if row["type"] == CODE:
        return normal_code(typed)
    salt = bytes.fromhex(row["kdf"]["salt"])
    return hashlib.pbkdf2_hmac("sha256", normal_phrase(typed), salt, row["kdf"]["iter"], 32)


def _uuid_bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("-", ""))
