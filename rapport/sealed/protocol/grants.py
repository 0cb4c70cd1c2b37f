"""Grants: keys of a space, sealed to one member and bound to the log entry that names them.

An entry that begins an epoch grants that epoch's key to every member. An entry that shares the
past grants the keys of all earlier epochs, one after the other, to those whom it names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rapport.sealed.protocol.canonical import canonical, digest
from rapport.sealed.protocol.hpke import hpke_open, hpke_seal
from rapport.sealed.protocol.identity import Identity, KeyStatement
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.operations import SHARE
from rapport.sealed.protocol.primitives import Randomness
from rapport.sealed.protocol.refusals import require
from rapport.sealed.protocol.space_log import Granting, SpaceState, require_key

KEY: Final = 32
OVERHEAD: Final = 48
SIZE: Final = OVERHEAD + KEY
LARGEST: Final = OVERHEAD + KEY * 1024


@dataclass(frozen=True)
class Epoch:
    """Which epoch of which space; `prev` is the hash of the log entry before it."""

    sid: str
    number: int = 1
    prev: str = ""


def seal_grant(
    epoch: Epoch,
    key: bytes,
    *,
    to: KeyStatement,
    sender: KeyStatement,
    random: Randomness,
) -> bytes:
    """Return the bytes that only `to` can open; `key` is one key, or those of the past joined."""
    info = _info(epoch, to, sender)
    return hpke_seal(to.x, key, info=info, random=random)


def open_grant(
    sealed: bytes, state: SpaceState, identity: Identity, *, number: int = 0
) -> dict[int, bytes]:
    """Return the keys, by epoch, that log entry `number` promised to this person."""
    granting = granting_of(state, number)
    require(len(sealed) == granted_size(granting), "grant-malformed")
    require(granting.grants.get(identity.user) == digest(sealed), "grant-mismatch")
    epoch = Epoch(state.sid, granting.epoch, granting.prev)
    info = _info(epoch, granting.members[identity.user], granting.author)
    keys = _by_epoch(granting, hpke_open(identity.x_private, sealed, info=info))
    for each, key in keys.items():
        require_key(state, key, epoch=each)
    return keys


def granted_size(granting: Granting) -> int:
    """How many bytes a grant of this entry has."""
    return OVERHEAD + KEY * len(_epochs(granting))


def past_keys(keys: Mapping[int, bytes], epoch: int) -> bytes:
    """Join the keys of all epochs before this one; `epoch-unknown` where one is missing."""
    require(all(each in keys for each in range(1, epoch)), "epoch-unknown")
    return b"".join(keys[each] for each in range(1, epoch))


def granting_of(state: SpaceState, number: int) -> Granting:
    """The granting entry of this number; `grant-mismatch` where the log has none."""
    found = [each for each in state.grantings if each.number == number]
    require(len(found) == 1, "grant-mismatch")
    return found[0]


def _epochs(granting: Granting) -> range:
    return range(1, granting.epoch) if granting.op == SHARE else _only(granting.epoch)


def _only(epoch: int) -> range:
    return range(epoch, epoch + 1)


def _by_epoch(granting: Granting, joined: bytes) -> dict[int, bytes]:
    parts = [joined[at : at + KEY] for at in range(0, len(joined), KEY)]
    return dict(zip(_epochs(granting), parts, strict=True))


def _info(epoch: Epoch, to: KeyStatement, sender: KeyStatement) -> bytes:
    context = {
        "sid": epoch.sid,
        "ep": epoch.number,
        "to": to.user,
        "to_ks": to.hash,
        "from_ks": sender.hash,
        "prev": epoch.prev,
    }
    return label(Purpose.GRANT) + canonical(context)
