"""One entry of a space's log: its bytes, its signatures, and how they are made.

Whether an entry may follow upon another is judged in `space_log` and `operations`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from rapport.sealed.protocol import shapes
from rapport.sealed.protocol.canonical import canonical, digest, parse_canonical
from rapport.sealed.protocol.identity import Identity, KeyStatement
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.operations import CREATE, OPERATIONS
from rapport.sealed.protocol.primitives import hkdf, sign, verify
from rapport.sealed.protocol.refusals import require

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
    "ends": dict,
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
class Change:
    """What the next entry is to say. `key` is the new epoch's, None where none begins."""

    op: str
    members: Mapping[str, KeyStatement]
    key: bytes | None = None
    grants: Mapping[str, bytes] = field(default_factory=dict)
    ends: Mapping[str, int] = field(default_factory=dict)


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
    by_user = {member.user: sealed for member, sealed in grants.items()}
    members = {member.user: member for member in grants}
    place = {"n": 0, "prev": "", "ep": 1, "kc": key_commitment(sid, 1, key)}
    return sign_entry(sid, place, Change(CREATE, members, grants=by_user), author, made_at)


def sign_entry(
    sid: str, place: dict[str, Any], change: Change, author: Identity, made_at: str
) -> SignedEntry:
    """Return the signed entry of a change at a place in the log: `{n, prev, ep, kc}`."""
    record = {
        "v": 1,
        "sid": sid,
        **place,
        "op": change.op,
        "members": {user: known.hash for user, known in change.members.items()},
        "grants": {user: digest(sealed) for user, sealed in change.grants.items()},
        "ends": dict(change.ends),
        "by": author.user,
        "ts": made_at,
    }
    data = canonical(record)
    return SignedEntry(data, sign(author.ed_seed, label(Purpose.SPACE_LOG) + data))


def approve_entry(data: bytes, identity: Identity) -> bytes:
    """Return a member's signature under an entry somebody else made."""
    return sign(identity.ed_seed, _approved(data))


def read_entry(data: bytes) -> dict[str, Any]:
    """Return the record of an entry; raise `log-malformed` or another refusal."""
    record: dict[str, Any] = parse_canonical(data)
    shapes.require_shape(record, ENTRY, "log-malformed")
    require(record["v"] == 1, "version-unknown")
    require(record["op"] in {CREATE, *OPERATIONS}, "log-operation-unknown")
    shapes.require_map(record["members"], shapes.IDENTIFIER, shapes.HASH, "log-malformed")
    shapes.require_map(record["grants"], shapes.IDENTIFIER, shapes.HASH, "log-malformed")
    shapes.require_counts(record["ends"], "log-malformed")
    return record


def verify_entry(
    entry: SignedEntry, signer: KeyStatement, members: Mapping[str, KeyStatement]
) -> None:
    """Raise a refusal unless signature and all approvals are those of these people."""
    verify(signer.ed, entry.signature, label(Purpose.SPACE_LOG) + entry.data)
    for user, signature in entry.approvals.items():
        require(user in members, "log-not-from-member")
        verify(members[user].ed, signature, _approved(entry.data))


def _approved(data: bytes) -> bytes:
    return label(Purpose.SPACE_APPROVAL) + bytes.fromhex(digest(data))
