"""How a hostile server spoils an answer: what the rows of its mutations are made of."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from rapport.sealed.protocol.changes import Author, begin_epoch
from rapport.sealed.protocol.identity import make_identity, read_statement, state_keys
from rapport.sealed.protocol.log_entry import SignedEntry
from rapport.sealed.protocol.primitives import deterministic
from rapport.sealed.protocol.space_log import replay
from rapport.sealed.vectors.mutations import rewrite

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


def entry(**fields: Any) -> Callable[[Told, Facts], Told]:
    def spoil(told: Told, _: Facts) -> Told:
        told["log"][0]["entry"] = rewrite(told["log"][0]["entry"], fields)
        return told

    return spoil


def statement(user: str, **fields: Any) -> Callable[[Told, Facts], Told]:
    def spoil(told: Told, facts: Facts) -> Told:
        for one in told["statements"]:
            if one["user"] == getattr(facts, user):
                one["statement"] = rewrite(one["statement"], fields)
        return told

    return spoil


def first(**fields: Any) -> Callable[[Told, Facts], Told]:
    def spoil(told: Told, _: Facts) -> Told:
        told["log"][0].update(fields)
        return told

    return spoil


def with_fields(**fields: Any) -> Callable[[Told, Facts], Told]:
    return lambda told, _: {**told, **fields}


def slot(kind: str, path: str, value: Any) -> Callable[[Told, Facts], Told]:
    def spoil(told: Told, _: Facts) -> Told:
        for slot in told["slots"]:
            if slot["type"] == kind:
                place = slot["kdf"] if path in {"iter", "salt", "alg"} else slot
                place[path] = value(place[path]) if callable(value) else value
        return told

    return spoil


def new_keys_for_ben(told: Told, facts: Facts) -> Told:
    """The server makes keys for Ben and writes them into the log itself."""
    known = {each.hash: each for each in map(read, told["statements"])}
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


def read(stated: Mapping[str, str]) -> Any:
    signature = bytes.fromhex(stated["signature"])
    return read_statement(stated["statement"].encode(), signature, user=stated["user"])


def envelopes(change: Callable[[list[str]], list[str]]) -> Callable[[str, Facts], str]:
    """Change the envelopes that stand in a page."""

    def spoil(page: str, _: Facts) -> str:
        parts = page.split('envelope="')
        found = [part.partition('"')[0] for part in parts[1:]]
        sealed = [each for each in dict.fromkeys(found) if each]
        for old, new in zip(sealed, change(list(sealed)), strict=True):
            page = page.replace(f'envelope="{old}"', f'envelope="\0{new}"')
        return page.replace('envelope="\0', 'envelope="')

    return spoil


def on_bytes(change: Callable[[bytes], bytes]) -> Callable[[str, Facts], str]:
    return envelopes(lambda all_: [b64encode(change(b64decode(each))).decode() for each in all_])


def header(**fields: Any) -> Callable[[str, Facts], str]:
    def change(envelope: bytes) -> bytes:
        end = 7 + int.from_bytes(envelope[5:7])
        header = rewrite(envelope[7:end].decode(), fields).encode()
        return envelope[:5] + len(header).to_bytes(2) + header + envelope[end:]

    return on_bytes(change)
