"""Grants: the key of a space, sealed to one member and bound to the log it belongs to."""

from dataclasses import dataclass
from typing import Final

from rapport.sealed.protocol.canonical import canonical, digest
from rapport.sealed.protocol.hpke import hpke_open, hpke_seal
from rapport.sealed.protocol.identity import Identity, KeyStatement
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.primitives import Randomness
from rapport.sealed.protocol.refusals import require
from rapport.sealed.protocol.space_log import SpaceState, require_key

SIZE: Final = 80


@dataclass(frozen=True)
class Epoch:
    """Which key of which space; `prev` is the hash of the log entry before it."""

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
    """Return the 80 bytes that only `to` can open."""
    info = _info(epoch, to, sender)
    return hpke_seal(to.x, key, info=info, random=random)


def open_grant(sealed: bytes, state: SpaceState, identity: Identity, *, prev: str = "") -> bytes:
    """Return the space key that the replayed log promised to this person."""
    require(len(sealed) == SIZE, "grant-malformed")
    require(state.grants.get(identity.user) == digest(sealed), "grant-mismatch")
    to, sender = state.members[identity.user], state.members[state.author]
    info = _info(Epoch(state.sid, state.epoch, prev), to, sender)
    key = hpke_open(identity.x_private, sealed, info=info)
    require_key(state, key)
    return key


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
