"""The log of a space: who is a member, by signatures of the members themselves.

The server only stores it. A reader replays it from the first entry and believes nothing else.
This version knows `create`; the other operations have their names and their refusal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from rapport.sealed.protocol import shapes
from rapport.sealed.protocol.canonical import canonical, digest, parse_canonical
from rapport.sealed.protocol.identity import Identity, KeyStatement
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.primitives import hkdf, same, sign, verify
from rapport.sealed.protocol.refusals import require

CREATE: Final = "create"
FORESEEN: Final = ("add", "remove", "rotate", "succeed", "close", "reopen")

ENTRY: Final[shapes.Shape] = {
    "v": 1,
    "sid": shapes.UUID,
    "n": 0,
    "prev": shapes.HASH_OR_NONE,
    "op": shapes.WORD,
    "ep": 1,
    "members": dict,
    "kc": shapes.HASH,
    "grants": dict,
    "by": shapes.IDENTIFIER,
    "ts": shapes.TIME,
}


@dataclass(frozen=True)
class SignedEntry:
    """One entry as it is stored: bytes, its author's signature, the others' approvals."""

    data: bytes
    signature: bytes
    approvals: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class SpaceState:
    """What the replayed log says."""

    sid: str
    epoch: int
    members: Mapping[str, KeyStatement]
    key_commitment: str
    grants: Mapping[str, str]
    head: str
    entries: int
    author: str
    accepted: bool


def key_commitment(sid: str, epoch: int, key: bytes) -> str:
    """Return the public value by which all members check that they hold the same key."""
    info = label(Purpose.KEY_COMMIT) + canonical({"sid": sid, "ep": epoch})
    return hkdf(key, salt=b"", info=info, length=32).hex()


def create_entry(
    sid: str,
    grants: Mapping[KeyStatement, bytes],
    *,
    key: bytes,
    author: Identity,
    made_at: str,
) -> SignedEntry:
    """Return the signed first entry; whoever gets a grant is a member."""
    record = {
        "v": 1,
        "sid": sid,
        "n": 0,
        "prev": "",
        "op": CREATE,
        "ep": 1,
        "members": {member.user: member.hash for member in grants},
        "kc": key_commitment(sid, 1, key),
        "grants": {member.user: digest(sealed) for member, sealed in grants.items()},
        "by": author.user,
        "ts": made_at,
    }
    data = canonical(record)
    return SignedEntry(data, sign(author.ed_seed, label(Purpose.SPACE_LOG) + data))


def approve_entry(data: bytes, identity: Identity) -> bytes:
    """Return a member's signature under an entry somebody else made."""
    return sign(identity.ed_seed, _approved(data))


def replay(
    entries: Sequence[SignedEntry], *, sid: str, statements: Mapping[str, KeyStatement]
) -> SpaceState:
    """Return what the log says; `statements` holds verified statements by their hash."""
    require(len(entries) > 0, "log-empty")
    first = read_entry(entries[0].data)
    require(first["sid"] == sid, "wrong-space")
    require(first["n"] == 0 and first["prev"] == "", "chain-broken")
    require(first["op"] == CREATE and len(entries) == 1, "log-operation-unknown")
    members = _members(first, statements)
    require(first["by"] in members, "log-not-from-member")
    message = label(Purpose.SPACE_LOG) + entries[0].data
    verify(members[first["by"]].ed, entries[0].signature, message)
    _verify_approvals(entries[0], members)
    waiting = members.keys() - entries[0].approvals.keys() - {first["by"]}
    return _state(first, entries[0], members, accepted=not waiting)


def read_entry(data: bytes) -> dict[str, Any]:
    """Return the record of an entry; raise `log-malformed` or another refusal."""
    record: dict[str, Any] = parse_canonical(data)
    shapes.require_shape(record, ENTRY, "log-malformed")
    require(record["v"] == 1, "version-unknown")
    require(record["op"] == CREATE or record["op"] in FORESEEN, "log-operation-unknown")
    shapes.require_map(record["members"], shapes.IDENTIFIER, shapes.HASH, "log-malformed")
    shapes.require_map(record["grants"], shapes.IDENTIFIER, shapes.HASH, "log-malformed")
    require(record["op"] != CREATE or record["ep"] == 1, "log-malformed")
    require(record["grants"].keys() == record["members"].keys(), "log-malformed")
    return record


def require_key(state: SpaceState, key: bytes) -> None:
    """Raise `key-commitment-mismatch` unless the log commits to this key."""
    known = bytes.fromhex(key_commitment(state.sid, state.epoch, key))
    require(same(known, bytes.fromhex(state.key_commitment)), "key-commitment-mismatch")


def _members(
    record: dict[str, Any], statements: Mapping[str, KeyStatement]
) -> dict[str, KeyStatement]:
    members = {}
    for user, name in record["members"].items():
        require(name in statements and statements[name].user == user, "log-member-unknown")
        members[user] = statements[name]
    return members


def _verify_approvals(entry: SignedEntry, members: Mapping[str, KeyStatement]) -> None:
    for user, signature in entry.approvals.items():
        require(user in members, "log-not-from-member")
        verify(members[user].ed, signature, _approved(entry.data))


def _approved(data: bytes) -> bytes:
    return label(Purpose.SPACE_APPROVAL) + bytes.fromhex(digest(data))


def _state(
    record: dict[str, Any],
    entry: SignedEntry,
    members: Mapping[str, KeyStatement],
    *,
    accepted: bool,
) -> SpaceState:
    return SpaceState(
        sid=record["sid"],
        epoch=record["ep"],
        members=members,
        key_commitment=record["kc"],
        grants=record["grants"],
        head=digest(entry.data),
        entries=1,
        author=record["by"],
        accepted=accepted,
    )
