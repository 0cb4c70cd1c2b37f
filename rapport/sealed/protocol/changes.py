"""Making the entries that change a space: a new epoch, the past for somebody, leave, close, reopen.

Only drafts come from here: an entry counts once everybody who must approve it has done so, and
`space_log` judges it like any other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapport.sealed.protocol.grants import Epoch, past_keys, seal_grant
from rapport.sealed.protocol.identity import Identity, KeyStatement
from rapport.sealed.protocol.log_entry import Change, SignedEntry
from rapport.sealed.protocol.operations import SHARE
from rapport.sealed.protocol.primitives import Randomness
from rapport.sealed.protocol.space_log import SpaceState, next_entry

type Ends = Mapping[str, int]


@dataclass(frozen=True)
class Author:
    """Who makes the entry, and when."""

    identity: Identity
    statement: KeyStatement
    random: Randomness
    made_at: str


@dataclass(frozen=True)
class Made:
    """An entry with the grants it names, and the new key where an epoch begins."""

    entry: SignedEntry
    grants: Mapping[str, bytes] = field(default_factory=dict)
    key: bytes | None = None


def begin_epoch(
    state: SpaceState, op: str, members: Iterable[KeyStatement], *, by: Author, ends: Ends
) -> Made:
    """Return an entry with a new key for these members: add, remove, rotate or succeed."""
    everybody, key = {known.user: known for known in members}, by.random(32)
    epoch = Epoch(state.sid, state.epoch + 1, state.head)
    grants = {
        user: seal_grant(epoch, key, to=known, sender=by.statement, random=by.random)
        for user, known in everybody.items()
    }
    change = Change(op, everybody, key, grants, ends)
    return Made(_entry(state, change, by), grants, key)


def share_past(state: SpaceState, keys: Mapping[int, bytes], user: str, *, by: Author) -> Made:
    """Return an entry that gives a member the keys of all epochs before the newest."""
    past = past_keys(keys, state.epoch)
    epoch, to = Epoch(state.sid, state.epoch, state.head), state.members[user]
    sealed = seal_grant(epoch, past, to=to, sender=by.statement, random=by.random)
    change = Change(SHARE, state.members, grants={user: sealed})
    return Made(_entry(state, change, by), {user: sealed})


def change_without_key(state: SpaceState, op: str, *, by: Author, last: int = 0) -> Made:
    """Return an entry that leaves, closes or reopens; `last` is the leaver's last number."""
    if op != "leave":
        return Made(_entry(state, Change(op, state.members), by))
    user = by.identity.user
    stay = {each: known for each, known in state.members.items() if each != user}
    return Made(_entry(state, Change(op, stay, ends={user: last}), by))


def _entry(state: SpaceState, change: Change, by: Author) -> SignedEntry:
    return next_entry(state, change, author=by.identity, made_at=by.made_at)
