"""Unlock slots: each wraps the same master key (AMK) under one thing a person keeps.

A slot is a phrase, a recovery code or a passkey's pseudo-random function; there is none that an
organisation or a server could open, and there must never be one. Parameters are bound into key
and ciphertext, so a server that changes them only makes unlocking fail; floor and ceiling are
checked before any work.
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
PASSKEY: Final = "passkey"
TYPES: Final = (PHRASE, CODE, PASSKEY)
FEWEST_ITERATIONS: Final = 600_000
ITERATIONS: Final = 1_000_000
MOST_ITERATIONS: Final = 10_000_000
PBKDF2: Final = "pbkdf2-sha256"
NO_KDF: Final = "none"
PRF: Final = "webauthn-prf"

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
PRF_FIELDS: Final[shapes.Shape] = {
    "alg": shapes.WORD,
    "credential": re.compile(r"([0-9a-f]{2}){1,1023}\Z"),
}
PRF_RESULT: Final = re.compile(r"[0-9a-f]{128}\Z")
# The algorithm a slot of each kind uses in this version; Argon2id takes a line of its own here.
KDF_OF: Final = {PHRASE: PBKDF2, CODE: NO_KDF, PASSKEY: PRF}

type Slot = dict[str, Any]


@dataclass(frozen=True)
class Blank:
    """A slot before anything is in it."""

    type: str
    slot: str
    user: str
    created: str
    iterations: int = ITERATIONS
    credential: str = ""


def make_slot(blank: Blank, typed: str, amk: bytes, *, random: Randomness) -> Slot:
    """Return the row that lets this phrase, code or passkey open the master key.

    For a passkey `typed` is what its function gave for both inputs, 64 bytes in hexadecimal.
    """
    row: Slot = {"v": 1, **asdict(blank)}
    del row["iterations"], row["credential"]
    row["kdf"] = _new_kdf(blank, random)
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
    if row["type"] == PASSKEY:
        shapes.require_shape(kdf, PRF_FIELDS, "slot-malformed")
        return
    shapes.require_shape(kdf, PBKDF2_FIELDS, "slot-malformed")
    require(kdf["iter"] >= FEWEST_ITERATIONS, "kdf-too-weak")
    require(kdf["iter"] <= MOST_ITERATIONS, "kdf-too-costly")


def prf_inputs() -> tuple[bytes, bytes]:
    """Return the two inputs that a passkey's pseudo-random function is asked with.

    They are constants, so that the sign-in page can ask before anybody is known; what comes out
    differs with each passkey, and the slot's number goes into the key.
    """
    first, second = (hashlib.sha256(label(Purpose.PRF) + each).digest() for each in (b"1", b"2"))
    return first, second


def _new_kdf(blank: Blank, random: Randomness) -> dict[str, Any]:
    if blank.type == PHRASE:
        return {"alg": PBKDF2, "salt": random(16).hex(), "iter": blank.iterations}
    if blank.type == PASSKEY:
        return {"alg": PRF, "credential": blank.credential}
    return {"alg": NO_KDF}


def _derive(row: Slot, typed: str) -> bytes:
    context = {"type": row["type"], "user": row["user"], "kdf": row["kdf"]}
    info = label(Purpose.SLOT) + canonical(context)
    return hkdf(_secret(row, typed), salt=_uuid_bytes(row["slot"]), info=info, length=64)


def _secret(row: Slot, typed: str) -> bytes:
    if row["type"] == CODE:
        return normal_code(typed)
    if row["type"] == PASSKEY:
        require(PRF_RESULT.match(typed) is not None, "prf-malformed")
        return bytes.fromhex(typed)
    salt = bytes.fromhex(row["kdf"]["salt"])
    return hashlib.pbkdf2_hmac("sha256", normal_phrase(typed), salt, row["kdf"]["iter"], 32)


def _uuid_bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("-", ""))
