"""The keyring: the keys of all spaces a person is in, wrapped under the master key.

Beside each space it keeps the head of the log the key was verified with, so that a server
cannot later show a person a different history of the same space. It also keeps with whom and when
the person compared safety numbers: nobody else can write "checked".
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from rapport.sealed.protocol import shapes
from rapport.sealed.protocol.box import unwrap, wrap
from rapport.sealed.protocol.canonical import canonical, parse_canonical
from rapport.sealed.protocol.identity import KeyStatement, is_proven
from rapport.sealed.protocol.labels import Purpose
from rapport.sealed.protocol.primitives import Randomness
from rapport.sealed.protocol.refusals import require

KEYRING: Final[shapes.Shape] = {
    "v": 1,
    "user": shapes.IDENTIFIER,
    "rev": 0,
    "spaces": dict,
    "checked": dict,
}
ENTRY: Final[shapes.Shape] = {"epochs": dict, "log": dict}
CHECKED: Final[shapes.Shape] = {"ks": shapes.HASH, "on": shapes.DAY}
PIN: Final[shapes.Shape] = {"n": 0, "head": shapes.HASH}
EPOCH: Final = re.compile(r"[1-9][0-9]{0,5}\Z")

type Keyring = dict[str, Any]


def empty_keyring(user: str) -> Keyring:
    """Return the keyring of somebody who is in no space yet, revision 0."""
    return {"v": 1, "user": user, "rev": 0, "spaces": {}, "checked": {}}


def with_space(
    keyring: Keyring, sid: str, *, keys: Mapping[int, bytes], log: dict[str, Any]
) -> Keyring:
    """Return the next revision with these keys in it; `log` is `{n, head}` of what was verified."""
    known = keyring["spaces"].get(sid, {"epochs": {}})
    epochs = {**known["epochs"], **{str(epoch): key.hex() for epoch, key in keys.items()}}
    spaces = {**keyring["spaces"], sid: {"epochs": epochs, "log": log}}
    return {**keyring, "rev": keyring["rev"] + 1, "spaces": spaces}


def with_checked(keyring: Keyring, statement: KeyStatement, *, day: str) -> Keyring:
    """Return the next revision, in which this person's number was compared on this day."""
    checked = {**keyring["checked"], statement.user: {"ks": statement.hash, "on": day}}
    return {**keyring, "rev": keyring["rev"] + 1, "checked": checked}


def standing_of(keyring: Keyring, lineage: Sequence[KeyStatement]) -> str:
    """Return `unchecked`, `checked` or `changed` for the last of a person's statements.

    A key that was compared vouches for the next one if it signed it; else people compare again.
    """
    checked = keyring["checked"].get(lineage[-1].user)
    if checked is None:
        return "unchecked"
    for new, old in zip(reversed(lineage[1:]), reversed(lineage[:-1]), strict=True):
        if new.hash == checked["ks"] or not is_proven(new, old):
            return "checked" if new.hash == checked["ks"] else "changed"
    return "checked" if lineage[0].hash == checked["ks"] else "changed"


def wrap_keyring(keyring: Keyring, amk: bytes, *, random: Randomness) -> bytes:
    """Return the keyring wrapped, bound to its owner and its revision."""
    context = {"user": keyring["user"], "rev": keyring["rev"]}
    return wrap(amk, Purpose.KEYRING, context, canonical(keyring), random=random)


def unwrap_keyring(wrapped: bytes, amk: bytes, *, user: str, revision: int) -> Keyring:
    """Return the keyring of this revision or raise a refusal."""
    context = {"user": user, "rev": revision}
    keyring: Keyring = parse_canonical(unwrap(amk, Purpose.KEYRING, context, wrapped))
    shapes.require_shape(keyring, KEYRING, "keyring-malformed")
    require(keyring["v"] == 1, "version-unknown")
    require(keyring["user"] == user and keyring["rev"] == revision, "keyring-malformed")
    for sid, space in keyring["spaces"].items():
        require(shapes.UUID.match(sid) is not None, "keyring-malformed")
        shapes.require_shape(space, ENTRY, "keyring-malformed")
        shapes.require_map(space["epochs"], EPOCH, shapes.HASH, "keyring-malformed")
        shapes.require_shape(space["log"], PIN, "keyring-malformed")
    for other, checked in keyring["checked"].items():
        require(shapes.IDENTIFIER.match(other) is not None, "keyring-malformed")
        shapes.require_shape(checked, CHECKED, "keyring-malformed")
    return keyring
