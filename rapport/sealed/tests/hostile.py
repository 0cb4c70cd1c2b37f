"""What a hostile server may try: one row a mutation, with the refusal that people must see.

Each changes one answer. `where` names the route whose answer is changed, `page` where a person
meets it, `act` what she does there.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from rapport.sealed.protocol.canonical import canonical
from rapport.sealed.protocol.changes import Author, begin_epoch
from rapport.sealed.protocol.identity import make_identity, read_statement, state_keys
from rapport.sealed.protocol.log_entry import SignedEntry
from rapport.sealed.protocol.primitives import deterministic
from rapport.sealed.protocol.space_log import replay
from rapport.sealed.vectors.mutations import flip, rewrite

OTHER: Final = "60a10000-0000-4000-8000-000000000009"
DAY: Final = "2026-03-05T09:00:00Z"

type Told = Any


@dataclass(frozen=True)
class Facts:
    """What the test knows of the people and of older answers."""

    ada: str
    ben: str
    sid: str
    older: Mapping[str, Any]


@dataclass(frozen=True)
class Mutation:
    name: str
    where: str
    refusal: str
    spoil: Callable[[Told, Facts], Told]
    page: str = "messages"
    act: str = "look"


def _entry(**fields: Any) -> Callable[[Told, Facts], Told]:
    def spoil(told: Told, _: Facts) -> Told:
        told["log"][0]["entry"] = rewrite(told["log"][0]["entry"], fields)
        return told

    return spoil


def _statement(user: str, **fields: Any) -> Callable[[Told, Facts], Told]:
    def spoil(told: Told, facts: Facts) -> Told:
        for one in told["statements"]:
            if one["user"] == getattr(facts, user):
                one["statement"] = rewrite(one["statement"], fields)
        return told

    return spoil


def _first(**fields: Any) -> Callable[[Told, Facts], Told]:
    def spoil(told: Told, _: Facts) -> Told:
        told["log"][0].update(fields)
        return told

    return spoil


def _with(**fields: Any) -> Callable[[Told, Facts], Told]:
    return lambda told, _: {**told, **fields}


def _slot(kind: str, path: str, value: Any) -> Callable[[Told, Facts], Told]:
    def spoil(told: Told, _: Facts) -> Told:
        for slot in told["slots"]:
            if slot["type"] == kind:
                place = slot["kdf"] if path in {"iter", "salt", "alg"} else slot
                place[path] = value(place[path]) if callable(value) else value
        return told

    return spoil


def _new_keys_for_ben(told: Told, facts: Facts) -> Told:
    """The server makes keys for Ben and writes them into the log itself."""
    known = {each.hash: each for each in map(_read, told["statements"])}
    entries = [
        SignedEntry(
            each["entry"].encode(),
            bytes.fromhex(each["signature"]),
            {user: bytes.fromhex(by) for user, by in each["approvals"].items()},
        )
        for each in told["log"]
    ]
    state = replay(entries, sid=facts.sid, statements=known)
    chance = deterministic("server")
    identity = make_identity(facts.ben, chance, generation=2)
    data, signature = state_keys(identity, made_at=DAY, previous=state.members[facts.ben].hash)
    new = read_statement(data, signature, user=facts.ben)
    author = Author(identity, new, chance, DAY)
    made = begin_epoch(
        state, "succeed", [state.members[facts.ada], new], by=author, ends={facts.ben: 9}
    )
    forged = {"entry": made.entry.data.decode(), "signature": made.entry.signature.hex()}
    told["log"].append({**forged, "approvals": {}})
    stated = {"user": facts.ben, "statement": data.decode(), "signature": signature.hex()}
    told["statements"].append({**stated, "succession": ""})
    return told


def _read(stated: Mapping[str, str]) -> Any:
    signature = bytes.fromhex(stated["signature"])
    return read_statement(stated["statement"].encode(), signature, user=stated["user"])


def _envelopes(change: Callable[[list[str]], list[str]]) -> Callable[[str, Facts], str]:
    """Change the envelopes that stand in a page."""

    def spoil(page: str, _: Facts) -> str:
        parts = page.split('envelope="')
        found = [part.partition('"')[0] for part in parts[1:]]
        sealed = [each for each in dict.fromkeys(found) if each]
        for old, new in zip(sealed, change(list(sealed)), strict=True):
            page = page.replace(f'envelope="{old}"', f'envelope="\0{new}"')
        return page.replace('envelope="\0', 'envelope="')

    return spoil


def _bytes(change: Callable[[bytes], bytes]) -> Callable[[str, Facts], str]:
    return _envelopes(lambda all_: [b64encode(change(b64decode(each))).decode() for each in all_])


def _header(**fields: Any) -> Callable[[str, Facts], str]:
    def change(envelope: bytes) -> bytes:
        end = 7 + int.from_bytes(envelope[5:7])
        header = rewrite(envelope[7:end].decode(), fields).encode()
        return envelope[:5] + len(header).to_bytes(2) + header + envelope[end:]

    return _bytes(change)


STATE: Final = [
    Mutation(name, "space_state", refusal, spoil)
    for name, refusal, spoil in [
        ("the log is hidden", "history-withheld", _with(log=[])),
        ("an entry twice", "chain-broken", lambda t, _: {**t, "log": t["log"] * 2}),
        ("the first entry dropped", "log-malformed", _entry(op="rotate")),
        ("a forged entry follows", "succession-unproven", _new_keys_for_ben),
        ("signature replaced", "signature-invalid", _first(signature="00" * 64)),
        ("another time", "signature-invalid", _entry(ts="2020-01-01T00:00:00Z")),
        ("another key promised", "signature-invalid", _entry(kc="ab" * 32)),
        ("another space's log", "wrong-space", _entry(sid=OTHER)),
        ("not the first entry", "chain-broken", _entry(n=1)),
        ("an unknown operation", "log-operation-unknown", _entry(op="seize")),
        ("version 2", "version-unknown", _entry(v=2)),
        ("a field too many", "log-malformed", _entry(admin="x")),
        ("a stranger as author", "log-not-from-member", _entry(by=OTHER)),
        ("approvals of a stranger", "log-not-from-member", _first(approvals={OTHER: "11" * 64})),
        ("no statements", "log-member-unknown", _with(statements=[])),
        ("encryption key swapped", "signature-invalid", _statement("ben", x="ab" * 32)),
        ("signing key swapped", "signature-invalid", _statement("ben", ed="ab" * 32)),
        ("signing key of small order", "key-weak", _statement("ben", ed="00" * 32)),
        (
            "a grant for an epoch of nobody",
            "grant-mismatch",
            _with(grants=[{"n": 7, "sealed": ""}]),
        ),
        ("a grant cut", "grant-malformed", _with(grants=[{"n": 0, "sealed": "00" * 79}])),
        ("another's grant", "grant-mismatch", _with(grants=[{"n": 0, "sealed": "00" * 80}])),
    ]
]
CHAIN: Final = [
    Mutation(name, "space_state", refusal, spoil, act="write")
    for name, refusal, spoil in [
        (
            "her newest words hidden",
            "history-withheld",
            lambda t, _: {**t, "heads": {"seq": 0, "aph": "", "recent": []}},
        ),
        (
            "her chain replaced",
            "chain-broken",
            lambda t, _: {**t, "heads": {**t["heads"], "aph": "ab" * 32}},
        ),
    ]
]
KEYS: Final = [
    Mutation(name, "keys_mine", refusal, spoil, act="unlock")
    for name, refusal, spoil in [
        ("one iteration", "kdf-too-weak", _slot("phrase", "iter", 1)),
        ("iterations without end", "kdf-too-costly", _slot("phrase", "iter", 2**40)),
        ("another algorithm", "kdf-unknown", _slot("phrase", "alg", "md5")),
        ("a slot of another kind", "kdf-unknown", _slot("code", "type", "phrase")),
        ("slot flipped", "damaged", _slot("phrase", "ct", lambda ct: flip(ct, 0))),
        ("salt of the slot cut", "slot-malformed", _slot("phrase", "salt", "00")),
        ("slot with a field more", "slot-malformed", _slot("phrase", "escrow", "x")),
        ("bundle in place of the keyring", "keyring-malformed", lambda t, _: _swapped(t)),
        ("an older keyring", "history-withheld", lambda t, f: {**t, "keyring": f.older["keyring"]}),
        ("statement flipped", "signature-invalid", lambda t, _: _unsigned(t)),
    ]
]
PAGE: Final = [
    Mutation(name, "page", refusal, spoil)
    for name, refusal, spoil in [
        ("envelopes swapped", "wrong-object", _envelopes(lambda all_: all_[::-1])),
        ("one envelope for all", "wrong-object", _envelopes(lambda all_: [all_[0]] * len(all_))),
        ("suite 0", "suite-unknown", _bytes(lambda e: e[:4] + b"\0" + e[5:])),
        ("plain text instead", "not-an-envelope", _bytes(lambda _: b"<b>Hello</b>, it is me")),
        ("one bit flipped", "damaged", _bytes(lambda e: e[:-1] + bytes([e[-1] ^ 1]))),
        ("cut", "damaged", _bytes(lambda e: e[:-1])),
        ("cut to the frame", "truncated", _bytes(lambda e: e[:60])),
        ("from another space", "wrong-space", _header(sid=OTHER)),
        ("another author", "author-not-member", _header(by=OTHER)),
        ("another key of the author", "author-key-mismatch", _header(kid="ab" * 32)),
        ("another epoch", "epoch-unknown", _header(ep=2)),
        ("another number", "wrong-key", _header(seq=7, aph="ab" * 32)),
        ("a tomb instead", "wrong-class", _header(cls="tomb")),
        ("version 2", "version-unknown", _header(v=2)),
    ]
]
OLDER: Final = [
    Mutation(
        "an older revision", "page", "history-withheld", lambda p, f: f.older["note"](p), "journal/"
    )
]
FILES: Final = [
    Mutation(name, "space_blob", "damaged", spoil, act="file")
    for name, spoil in [
        ("an attachment cut", lambda blob, _: blob[:-1]),
        ("a page instead of an attachment", lambda _, __: b"<script>alert(1)</script>"),
        ("an attachment flipped", lambda blob, _: blob[:-1] + bytes([blob[-1] ^ 1])),
    ]
]


def _everything(change: Callable[[bytes], bytes]) -> Callable[[Told, Facts], Told]:
    def spoil(told: Told, _: Facts) -> Told:
        for envelope in (one for thing in told["objects"] for one in thing["envelopes"]):
            envelope["sealed"] = b64encode(change(b64decode(envelope["sealed"]))).decode()
        return told

    return spoil


def _agreement(**fields: Any) -> Callable[[Told, Facts], Told]:
    """An agreement that nobody made stands beside what is honest."""

    def spoil(told: Told, facts: Facts) -> Told:
        thing = told["objects"][0]
        statement = {
            "v": 1,
            "agreement": OTHER,
            "version": 1,
            "prev": "",
            "sid": facts.sid,
            "parties": {facts.ada: "ab" * 32},
            "public": {},
            "sealed": {"oid": thing["oid"], "rev": 1, "hash": thing["envelopes"][0]["digest"]},
        }
        made = {"statement": canonical({**statement, **fields}).decode()}
        forged = {facts.ada: "11" * 64}
        one = {**made, "signatures": forged, "document": "", "certificate": ""}
        return {**told, "agreements": [one]}

    return spoil


COPY: Final = [
    Mutation(name, "space_everything", refusal, spoil, "copy", "copy")
    for name, refusal, spoil in [
        ("plain text in the copy", "not-an-envelope", _everything(lambda _: b"It was never so")),
        ("a bit of the copy flipped", "damaged", _everything(lambda e: e[:-1] + b"\0")),
        (
            "objects swapped in the copy",
            "wrong-object",
            lambda t, _: {"objects": [{**each, "oid": OTHER} for each in t["objects"]]},
        ),
        ("an agreement by nobody's key", "agreement-mismatch", _agreement()),
        ("an agreement of other pages", "agreement-mismatch", _agreement(sid=OTHER)),
        (
            "a version without the first",
            "agreement-mismatch",
            _agreement(version=2, prev="ab" * 32),
        ),
    ]
]
WITNESS: Final = [
    Mutation(
        "what the other saw is held back",
        "space_envelope",
        "history-withheld",
        lambda told, _: {**told, "envelope": False},
        act="fresh",
    )
]

MUTATIONS: Final = [*STATE, *CHAIN, *KEYS, *PAGE, *OLDER, *FILES, *COPY, *WITNESS]

# Routes of this app whose answers are judged above; the others tell the browser nothing it uses.
TELLS_NOTHING: Final = {
    "keys", "keys_new", "keys_unlock", "keys_code", "keys_phrase", "keys_again", "keys_lost",
    "keys_passkey", "keys_passkey_end", "visible", "note_new", "note_erasure", "message_erasure",
    "keys_set_up", "keys_generation", "keys_slots", "keys_code_used", "keys_keyring", "space",
    "space_copy", "space_report", "spaces",
    "space_log", "space_approval", "space_proposal", "space_grant",
}  # fmt: skip
# Pages with envelopes in them are all read by the same element.
PAGES: Final = {"notes", "note", "messages"}


def _swapped(told: Told) -> Told:
    return {**told, "keyring": {**told["keyring"], "wrapped": told["bundle"]}}


def _unsigned(told: Told) -> Told:
    return {**told, "statement": rewrite(told["statement"], {"ts": DAY})}


def spoiled(mutation: Mutation, body: bytes, facts: Facts) -> bytes:
    """The changed answer."""
    if mutation.where == "page":
        return str(mutation.spoil(body.decode(), facts)).encode()
    if mutation.where == "space_blob":
        return bytes(mutation.spoil(body, facts))
    return json.dumps(mutation.spoil(json.loads(body), facts)).encode()
