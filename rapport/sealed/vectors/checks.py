"""What each kind of vector asks of the Python implementation. Every check gives JSON back."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from rapport.sealed.protocol.agreement import verify_agreement
from rapport.sealed.protocol.blob import BlobHeader, open_blob, seal_blob
from rapport.sealed.protocol.box import unwrap
from rapport.sealed.protocol.canonical import canonical, digest, parse_canonical
from rapport.sealed.protocol.envelope import Wanted, open_envelope
from rapport.sealed.protocol.evidence import read_evidence
from rapport.sealed.protocol.fingerprint import fingerprint
from rapport.sealed.protocol.grants import open_grant
from rapport.sealed.protocol.hpke import Variant, hpke_open
from rapport.sealed.protocol.identity import (
    Identity,
    KeyStatement,
    read_statement,
    unwrap_identity,
)
from rapport.sealed.protocol.keyring import standing_of, unwrap_keyring
from rapport.sealed.protocol.labels import Purpose
from rapport.sealed.protocol.log_entry import SignedEntry
from rapport.sealed.protocol.padding import unpad
from rapport.sealed.protocol.phrase import normal_phrase
from rapport.sealed.protocol.primitives import (
    agree,
    ed25519_public,
    hkdf,
    sign,
    verify,
    x25519_public,
)
from rapport.sealed.protocol.recovery_code import normal_code
from rapport.sealed.protocol.refusals import Refused
from rapport.sealed.protocol.slots import open_slot
from rapport.sealed.protocol.space_log import SpaceState, replay
from rapport.sealed.vectors.blob_cases import CHUNK
from rapport.sealed.vectors.mutations import flip

type Given = Mapping[str, Any]

raw = bytes.fromhex


def verdict(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return `{"value": …}` or `{"refusal": name}` for one case of the file."""
    try:
        return {"value": CHECKS[case["check"]](case["given"])}
    except Refused as refused:
        return {"refusal": refused.name}


def _statement(given: Given) -> KeyStatement:
    data, signature = given["statement"].encode(), raw(given["signature"])
    succession = raw(given.get("succession", ""))
    return read_statement(data, signature, user=given["user"], succession=succession)


def _state(given: Given) -> SpaceState:
    statements = {known.hash: known for known in map(_statement, given["statements"])}
    entries = [
        SignedEntry(
            entry["entry"].encode(),
            raw(entry["signature"]),
            {user: raw(signature) for user, signature in entry["approvals"].items()},
        )
        for entry in given["log"]
    ]
    return replay(entries, sid=given["sid"], statements=statements)


def _signature(given: Given) -> str:
    verify(raw(given["key"]), raw(given["signature"]), raw(given["message"]))
    return "fits"


def _hkdf(given: Given) -> str:
    salt, info = raw(given["salt"]), raw(given["info"])
    return hkdf(raw(given["secret"]), salt=salt, info=info, length=given["length"]).hex()


def _hpke(given: Given) -> str:
    variant = Variant(given["aead"], raw(given["bound"]))
    private, sealed = raw(given["private"]), raw(given["sealed"])
    return hpke_open(private, sealed, info=raw(given["info"]), variant=variant).hex()


def _unwrap(given: Given) -> str:
    purpose = Purpose(given["purpose"])
    return unwrap(raw(given["secret"]), purpose, given["context"], raw(given["wrapped"])).hex()


def _identity(given: Given) -> str:
    statement = _statement(given["owner"])
    return unwrap_identity(raw(given["wrapped"]), raw(given["amk"]), statement).ed_seed.hex()


def _keyring(given: Given) -> dict[str, Any]:
    wrapped, amk = raw(given["wrapped"]), raw(given["amk"])
    return unwrap_keyring(wrapped, amk, user=given["user"], revision=given["rev"])


def _log(given: Given) -> dict[str, Any]:
    state = _state(given)
    return {
        "members": {user: known.hash for user, known in state.members.items()},
        "head": state.head,
        "epoch": state.epoch,
        "epochs": {str(each): sorted(members) for each, members in state.epochs.items()},
        "ends": dict(state.ends),
        "accepted": state.accepted,
        "closed": state.closed,
        "stale": state.stale,
    }


def _standing(given: Given) -> str:
    lineage = [_statement(each) for each in given["lineage"]]
    return standing_of({"checked": given["checked"]}, lineage)


def _grant(given: Given) -> dict[str, str]:
    person = Identity(given["user"], 1, b"", raw(given["private"]))
    keys = open_grant(raw(given["sealed"]), _state(given), person, number=given["n"])
    return {str(epoch): key.hex() for epoch, key in keys.items()}


def _envelope(given: Given) -> dict[str, Any]:
    wanted = Wanted(**given["wanted"])
    keys = {int(epoch): raw(key) for epoch, key in given["keys"].items()}
    circle = _state(given)
    _, body = open_envelope(raw(given["envelope"]), wanted=wanted, keys=keys, circle=circle)
    return body


def _agreement(given: Given) -> str:
    data = given["agreement"].encode()
    verify_agreement(data, raw(given["signature"]), _statement(given["signer"]))
    return digest(data)


def _blob(given: Given) -> dict[str, str]:
    content = bytes(7 * at % 256 for at in range(given["size"]))
    header = BlobHeader(given["sid"], given["oid"], given["by"])
    blob = seal_blob(header, content, key=raw(given["key"]), salt=raw(given["salt"]))
    opened = open_blob(
        _spoiled(blob, given),
        sid=given.get("open_sid", given["sid"]),
        oid=given.get("open_oid", given["oid"]),
        key=raw(given.get("open_key", given["key"])),
    )
    return {"blob": digest(blob), "content": digest(opened)}


def _spoiled(blob: bytes, given: Given) -> bytes:
    if "chunks" in given:
        start = 7 + int.from_bytes(blob[5:7]) + 32
        chunks = [blob[at : at + CHUNK] for at in range(start, len(blob), CHUNK)]
        blob = blob[:start] + b"".join(chunks[at] for at in given["chunks"])
    if "flip" in given:
        blob = raw(flip(blob.hex(), given["flip"]))
    return blob[: len(blob) - given.get("cut", 0)]


CHECKS: Final[dict[str, Callable[[Given], Any]]] = {
    "ed25519-public": lambda given: ed25519_public(raw(given["seed"])).hex(),
    "ed25519-sign": lambda given: sign(raw(given["seed"]), raw(given["message"])).hex(),
    "ed25519-verify": _signature,
    "x25519-public": lambda given: x25519_public(raw(given["private"])).hex(),
    "x25519-agree": lambda given: agree(raw(given["private"]), raw(given["public"])).hex(),
    "hkdf": _hkdf,
    "hpke-open": _hpke,
    "canonical-parse": lambda given: canonical(parse_canonical(raw(given["bytes"]))).hex(),
    "canonical-build": lambda given: canonical(given["value"]).hex(),
    "unpad": lambda given: unpad(raw(given["padded"])).hex(),
    "unwrap": _unwrap,
    "phrase": lambda given: normal_phrase(given["typed"]).hex(),
    "code": lambda given: normal_code(given["typed"]).decode(),
    "slot": lambda given: open_slot(given["slot"], given["typed"], user=given["user"]).hex(),
    "statement": lambda given: _statement(given).hash,
    "identity": _identity,
    "keyring": _keyring,
    "fingerprint": lambda given: fingerprint(_statement(given)),
    "log": _log,
    "standing": _standing,
    "grant": _grant,
    "envelope": _envelope,
    "agreement": _agreement,
    "blob": _blob,
    "evidence": lambda given: read_evidence(given)[1],
}
