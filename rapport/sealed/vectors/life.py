"""The life of one space after it was founded: who joins, leaves, has new keys, closes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from rapport.sealed.protocol.changes import (
    Author,
    Made,
    begin_epoch,
    change_without_key,
    share_past,
)
from rapport.sealed.protocol.identity import (
    Identity,
    KeyStatement,
    make_identity,
    read_statement,
    sign_succession,
    state_keys,
)
from rapport.sealed.protocol.log_entry import SignedEntry, approve_entry
from rapport.sealed.protocol.member import Member
from rapport.sealed.protocol.primitives import deterministic
from rapport.sealed.protocol.space_log import SpaceState, replay
from rapport.sealed.vectors.scene import BEN, EVE, SPACE, Scene

LATER: Final = "2026-03-05T09:00:00Z"


@dataclass
class Life:
    """Entries one after the other, each with the grants it names."""

    scene: Scene
    entries: list[SignedEntry]
    names: list[str]
    keys: dict[int, bytes]
    grants: list[Mapping[str, bytes]] = field(default_factory=list)

    @property
    def ada(self) -> Member:
        return self.scene.ada

    @property
    def ben(self) -> Member:
        return self.scene.ben

    @property
    def eve(self) -> Member:
        return self.scene.eve

    @cached_property
    def proven(self) -> KeyStatement:
        """Ben's second generation, for which his first one vouches."""
        return self._next("ben proven", self.ben.statement.hash, vouched=True)

    @cached_property
    def lost(self) -> KeyStatement:
        """Ben's second generation after he had lost everything."""
        return self._next("ben lost", self.ben.statement.hash)

    @cached_property
    def unlinked(self) -> KeyStatement:
        """A second generation that names another first one."""
        return self._next("ben unlinked", "ab" * 32)

    @property
    def lost_author(self) -> Author:
        """Ben, who has lost everything, trying to do it alone."""
        return Author(_identity("ben lost"), self.lost, deterministic("lost"), LATER)

    @property
    def proven_author(self) -> Author:
        return Author(_identity("ben proven"), self.proven, deterministic("proven"), LATER)

    @property
    def statements(self) -> list[KeyStatement]:
        everybody = [self.ada.statement, self.ben.statement, self.eve.statement]
        return [*everybody, self.proven, self.lost, self.unlinked]

    def state(self, count: int = 0) -> SpaceState:
        """The space after so many entries; after all of them by default."""
        known = {each.hash: each for each in self.statements}
        return replay(self.entries[: count or None], sid=SPACE, statements=known)

    def add(self, name: str, made: Made, *approving: Identity) -> None:
        approvals = {each.user: approve_entry(made.entry.data, each) for each in approving}
        self.entries.append(SignedEntry(made.entry.data, made.entry.signature, approvals))
        self.names.append(name)
        self.grants.append(made.grants)
        if made.key:
            self.keys[self.state().epoch] = made.key

    def logged(self, entries: Sequence[SignedEntry] | None = None) -> dict[str, Any]:
        """As it travels."""
        return {
            "sid": SPACE,
            "statements": [travelling(each) for each in self.statements],
            "log": [carried(each) for each in (self.entries if entries is None else entries)],
        }

    def granted(self, number: int, user: str) -> dict[str, Any]:
        """One person's grant of one entry as it travels."""
        member = {BEN: self.ben, EVE: self.eve}[user]
        return {
            **self.logged(),
            "n": number,
            "sealed": self.grants[number][user].hex(),
            "user": user,
            "private": member.identity.x_private.hex(),
        }

    def _next(self, seed: str, previous: str, *, vouched: bool = False) -> KeyStatement:
        identity = _identity(seed)
        data, signature = state_keys(identity, made_at=LATER, previous=previous)
        succession = sign_succession(self.ben.identity, data) if vouched else b""
        SIGNATURES[data] = signature
        return read_statement(data, signature, user=BEN, succession=succession)


# Statements do not carry the signature they were verified with; a vector has to.
SIGNATURES: Final[dict[bytes, bytes]] = {}


def make_life(scene: Scene) -> Life:
    """Eve joins, gets the past, leaves; Ben gets new keys; Ada closes, opens, puts Ben out."""
    everybody = (scene.ada, scene.ben, scene.eve)
    SIGNATURES.update({each.statement.data: each.signature for each in everybody})
    first = SignedEntry(
        scene.founded.entry.data, scene.founded.entry.signature, {BEN: scene.approval}
    )
    keys = {1: scene.ada.places[SPACE].keys[1]}
    life = Life(scene, [first], ["create"], keys, [scene.founded.grants])
    ada, ben, eve = (each.author(LATER) for each in _fresh(everybody))
    a, b, e = (each.statement for each in everybody)
    life.add(
        "add",
        begin_epoch(life.state(), "add", [a, b, e], by=ada, ends={}),
        scene.ben.identity,
    )
    life.add("share", share_past(life.state(), life.keys, EVE, by=ada), scene.ben.identity)
    life.add("rotate", begin_epoch(life.state(), "rotate", [a, b, e], by=ben, ends={}))
    life.add("leave", change_without_key(life.state(), "leave", by=eve, last=2))
    life.add("rotate after leaving", begin_epoch(life.state(), "rotate", [a, b], by=ada, ends={}))
    vouched = begin_epoch(
        life.state(), "succeed", [a, life.proven], by=life.proven_author, ends={BEN: 4}
    )
    life.add("succeed", vouched)
    life.add("close", change_without_key(life.state(), "close", by=ada))
    life.add("reopen", change_without_key(life.state(), "reopen", by=ada), _identity("ben proven"))
    life.add(
        "remove",
        begin_epoch(life.state(), "remove", [a], by=ada, ends={BEN: 5}),
    )
    return life


def travelling(statement: KeyStatement) -> dict[str, str]:
    """A key statement as it travels."""
    told = {
        "statement": statement.data.decode(),
        "signature": SIGNATURES[statement.data].hex(),
        "user": statement.user,
    }
    if statement.succession:
        told["succession"] = statement.succession.hex()
    return told


def carried(entry: SignedEntry) -> dict[str, Any]:
    """An entry of a log as it travels."""
    return {
        "entry": entry.data.decode(),
        "signature": entry.signature.hex(),
        "approvals": {user: by.hex() for user, by in entry.approvals.items()},
    }


def _identity(seed: str) -> Identity:
    return make_identity(BEN, deterministic(f"vectors {seed}"), generation=2)


def _fresh(everybody: Sequence[Member]) -> list[Member]:
    """The same people with a new source of chance, so that each run makes the same life."""
    for each in everybody:
        each.random = deterministic(f"life {each.user}")
    return list(everybody)
