"""What a hostile server may try: one row a mutation, with the refusal that people must see.

Each changes one answer. `where` names the route whose answer is changed, `page` where a person
meets it, `act` what she does there.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any, Final

from rapport.sealed.protocol.canonical import canonical
from rapport.sealed.tests.hostile_acts import (
    DAY,
    OTHER,
    Facts,
    Mutation,
    Told,
    entry,
    envelopes,
    first,
    header,
    new_keys_for_ben,
    on_bytes,
    slot,
    statement,
    with_fields,
)
from rapport.sealed.vectors.mutations import flip, rewrite

STATE: Final = [
    Mutation(name, "space_state", refusal, spoil)
    for name, refusal, spoil in [
        ("the log is hidden", "history-withheld", with_fields(log=[])),
        ("an entry twice", "chain-broken", lambda t, _: {**t, "log": t["log"] * 2}),
        ("the first entry dropped", "log-malformed", entry(op="rotate")),
        ("a forged entry follows", "succession-unproven", new_keys_for_ben),
        ("signature replaced", "signature-invalid", first(signature="00" * 64)),
        ("another time", "signature-invalid", entry(ts="2020-01-01T00:00:00Z")),
        ("another key promised", "signature-invalid", entry(kc="ab" * 32)),
        ("another space's log", "wrong-space", entry(sid=OTHER)),
        ("not the first entry", "chain-broken", entry(n=1)),
        ("an unknown operation", "log-operation-unknown", entry(op="seize")),
        ("version 2", "version-unknown", entry(v=2)),
        ("a field too many", "log-malformed", entry(admin="x")),
        ("a stranger as author", "log-not-from-member", entry(by=OTHER)),
        (
            "approvals of a stranger",
            "log-not-from-member",
            first(approvals={OTHER: "11" * 64}),
        ),
        ("no statements", "log-member-unknown", with_fields(statements=[])),
        ("encryption key swapped", "signature-invalid", statement("ben", x="ab" * 32)),
        ("signing key swapped", "signature-invalid", statement("ben", ed="ab" * 32)),
        ("signing key of small order", "key-weak", statement("ben", ed="00" * 32)),
        (
            "a grant for an epoch of nobody",
            "grant-mismatch",
            with_fields(grants=[{"n": 7, "sealed": ""}]),
        ),
        ("a grant cut", "grant-malformed", with_fields(grants=[{"n": 0, "sealed": "00" * 79}])),
        ("another's grant", "grant-mismatch", with_fields(grants=[{"n": 0, "sealed": "00" * 80}])),
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
        ("one iteration", "kdf-too-weak", slot("phrase", "iter", 1)),
        ("iterations without end", "kdf-too-costly", slot("phrase", "iter", 2**40)),
        ("another algorithm", "kdf-unknown", slot("phrase", "alg", "md5")),
        ("a slot of another kind", "kdf-unknown", slot("code", "type", "phrase")),
        ("slot flipped", "damaged", slot("phrase", "ct", lambda ct: flip(ct, 0))),
        ("salt of the slot cut", "slot-malformed", slot("phrase", "salt", "00")),
        ("slot with a field more", "slot-malformed", slot("phrase", "escrow", "x")),
        ("bundle in place of the keyring", "keyring-malformed", lambda t, _: _swapped(t)),
        ("an older keyring", "history-withheld", lambda t, f: {**t, "keyring": f.older["keyring"]}),
        ("statement flipped", "signature-invalid", lambda t, _: _unsigned(t)),
    ]
]
PAGE: Final = [
    Mutation(name, "page", refusal, spoil)
    for name, refusal, spoil in [
        ("envelopes swapped", "wrong-object", envelopes(lambda all_: all_[::-1])),
        ("one envelope for all", "wrong-object", envelopes(lambda all_: [all_[0]] * len(all_))),
        ("suite 0", "suite-unknown", on_bytes(lambda e: e[:4] + b"\0" + e[5:])),
        (
            "plain text instead",
            "not-an-envelope",
            on_bytes(lambda _: b"<b>Hello</b>, it is me"),
        ),
        ("one bit flipped", "damaged", on_bytes(lambda e: e[:-1] + bytes([e[-1] ^ 1]))),
        ("cut", "damaged", on_bytes(lambda e: e[:-1])),
        ("cut to the frame", "truncated", on_bytes(lambda e: e[:60])),
        ("from another space", "wrong-space", header(sid=OTHER)),
        ("another author", "author-not-member", header(by=OTHER)),
        ("another key of the author", "author-key-mismatch", header(kid="ab" * 32)),
        ("another epoch", "epoch-unknown", header(ep=2)),
        ("another number", "wrong-key", header(seq=7, aph="ab" * 32)),
        ("a tomb instead", "wrong-class", header(cls="tomb")),
        ("version 2", "version-unknown", header(v=2)),
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
