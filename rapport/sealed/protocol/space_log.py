"""The log of a space: who is a member, by signatures of the members themselves.

The server only stores it. A reader replays it from the first entry and believes nothing else:
who belongs to which epoch, which key an epoch has, whether the space is closed.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.identity import Identity, KeyStatement
from rapport.sealed.protocol.log_entry import (
    Change,
    SignedEntry,
    key_commitment,
    read_entry,
    sign_entry,
    verify_entry,
)
from rapport.sealed.protocol.operations import (
    CLOSE,
    CREATE,
    LEAVE,
    OPERATIONS,
    REOPEN,
    Step,
    missing_approvals,
    require_allowed,
    signer,
)
from rapport.sealed.protocol.primitives import same
from rapport.sealed.protocol.refusals import require


@dataclass(frozen=True)
class Granting:
    """Of an entry that grants: which epoch and key it is bound to, and who may open what."""

    number: int
    op: str
    epoch: int
    prev: str
    author: KeyStatement
    members: Mapping[str, KeyStatement]
    grants: Mapping[str, str]


@dataclass(frozen=True)
class SpaceState:
    """What the replayed log says.

    `epochs` maps an epoch to its members, `commitments` to its key's commitment, `ends` a
    KS-hash to the last number its owner wrote before she left or got new keys.
    """

    sid: str
    epoch: int
    members: Mapping[str, KeyStatement]
    epochs: Mapping[int, Mapping[str, KeyStatement]]
    commitments: Mapping[int, str]
    grantings: tuple[Granting, ...]
    ends: Mapping[str, int]
    heads: tuple[str, ...]
    author: str
    accepted: bool
    closed: bool = False
    stale: bool = False

    @property
    def head(self) -> str:
        """The hash of the newest entry."""
        return self.heads[-1]

    @property
    def number(self) -> int:
        """The number of the newest entry, from 0."""
        return len(self.heads) - 1


def next_entry(state: SpaceState, change: Change, *, author: Identity, made_at: str) -> SignedEntry:
    """Return the signed entry that follows upon this state; it is not judged here."""
    epoch = state.epoch + (change.key is not None)
    kc = state.commitments[state.epoch]
    if change.key is not None:
        kc = key_commitment(state.sid, epoch, change.key)
    place = {"n": state.number + 1, "prev": state.head, "ep": epoch, "kc": kc}
    return sign_entry(state.sid, place, change, author, made_at)


def replay(
    entries: Sequence[SignedEntry], *, sid: str, statements: Mapping[str, KeyStatement]
) -> SpaceState:
    """Return what the log says; `statements` holds verified statements by their hash."""
    require(len(entries) > 0, "log-empty")
    state = _founded(entries[0], sid, statements)
    for entry in entries[1:]:
        step = _step(state, entry, statements)
        require(not missing_approvals(step, entry.approvals.keys()), "log-not-approved")
        state = _after(state, entry, step)
    return state


def judge(
    state: SpaceState, entry: SignedEntry, statements: Mapping[str, KeyStatement]
) -> tuple[Set[str], SpaceState]:
    """Judge an entry that wants to follow; return who must still approve, and what comes of it."""
    step = _step(state, entry, statements)
    return missing_approvals(step, entry.approvals.keys()), _after(state, entry, step)


def require_key(state: SpaceState, key: bytes, *, epoch: int = 0) -> None:
    """Raise `key-commitment-mismatch` unless the log commits to this key; epoch 0: the newest."""
    epoch = epoch or state.epoch
    require(epoch in state.commitments, "epoch-unknown")
    known = bytes.fromhex(key_commitment(state.sid, epoch, key))
    require(same(known, bytes.fromhex(state.commitments[epoch])), "key-commitment-mismatch")


def _founded(entry: SignedEntry, sid: str, statements: Mapping[str, KeyStatement]) -> SpaceState:
    first = read_entry(entry.data)
    require(first["sid"] == sid, "wrong-space")
    require(first["n"] == 0 and first["prev"] == "", "chain-broken")
    require(first["op"] == CREATE, "log-malformed")
    require(first["ep"] == 1 and not first["ends"], "log-malformed")
    require(first["grants"].keys() == first["members"].keys(), "log-malformed")
    members = _members(first, statements)
    require(first["by"] in members, "log-not-from-member")
    verify_entry(entry, members[first["by"]], members)
    return SpaceState(
        sid=sid,
        epoch=1,
        members=members,
        epochs={1: members},
        commitments={1: first["kc"]},
        grantings=(_granting(first, members[first["by"]], members),),
        ends={},
        heads=(digest(entry.data),),
        author=first["by"],
        accepted=not members.keys() - entry.approvals.keys() - {first["by"]},
    )


def _step(state: SpaceState, entry: SignedEntry, statements: Mapping[str, KeyStatement]) -> Step:
    record = read_entry(entry.data)
    require(record["sid"] == state.sid, "wrong-space")
    chained = record["n"] == state.number + 1 and record["prev"] == state.head
    require(chained, "chain-broken")
    step = Step(state.members, _members(record, statements), record)
    require(record["op"] != CREATE, "log-malformed")
    require_allowed(step, epoch=state.epoch, closed=state.closed, stale=state.stale)
    same_key = record["kc"] == state.commitments[state.epoch]
    require(OPERATIONS[record["op"]].begins_epoch != same_key, "log-malformed")
    verify_entry(entry, signer(step), state.members)
    return step


def _after(state: SpaceState, entry: SignedEntry, step: Step) -> SpaceState:
    record = step.record
    grantings = state.grantings
    if record["grants"]:
        grantings += (_granting(record, signer(step), step.after),)
    ended = {step.before[user].hash: last for user, last in record["ends"].items()}
    back = {step.after[user].hash for user in step.new}
    ends = {name: last for name, last in state.ends.items() if name not in back}
    return replace(
        state,
        epoch=record["ep"],
        members=step.after,
        epochs={**state.epochs, record["ep"]: _of_epoch(state, step)},
        commitments={**state.commitments, record["ep"]: record["kc"]},
        grantings=grantings,
        ends={**ends, **ended},
        heads=(*state.heads, digest(entry.data)),
        closed=record["op"] == CLOSE or (state.closed and record["op"] != REOPEN),
        stale=record["op"] == LEAVE or (state.stale and record["ep"] == state.epoch),
    )


def _of_epoch(state: SpaceState, step: Step) -> Mapping[str, KeyStatement]:
    """Who left in the middle of an epoch did write in it before."""
    begins = step.record["ep"] != state.epoch
    return step.after if begins else state.epochs[state.epoch]


def _granting(
    record: Mapping[str, Any], author: KeyStatement, members: Mapping[str, KeyStatement]
) -> Granting:
    return Granting(
        number=record["n"],
        op=record["op"],
        epoch=record["ep"],
        prev=record["prev"],
        author=author,
        members=members,
        grants=record["grants"],
    )


def _members(
    record: Mapping[str, Any], statements: Mapping[str, KeyStatement]
) -> dict[str, KeyStatement]:
    members = {}
    for user, name in record["members"].items():
        require(name in statements and statements[name].user == user, "log-member-unknown")
        members[user] = statements[name]
    return members
