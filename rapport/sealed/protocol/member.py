"""A person with her keys, in one process: for demonstrations, tests and vectors.

In the product all of this happens in the browser; the server never has a `Member`.

    ada = Member.make("<uuid of the person>", seed="ada", made_at="2026-01-05T09:00:00Z")
    ben = Member.make("<uuid>", seed="ben", made_at="2026-01-05T09:00:00Z")
    ada.phrase, ada.code                      what a sign-in sheet prints
    ada.set_up()                              the JSON that the set-up page would post
    founded = ada.found_space(sid, [ada.statement, ben.statement], made_at=...)
    founded.posted()                          what the server stores
    ben.join_space(founded)                   opens his grant, approves; returns his approval
    ada.seal(sid, oid, "goal/1", {"wording": "Lead the team"}, written_at=...)   -> envelope
    ben.open(envelope, sid, oid)              -> {"wording": "Lead the team"}
    ada.sign_agreement(statement)             -> 64 bytes; see `agreement.make_statement`
    ada.wrapped_keyring()                     (revision, bytes) to store at the very end

With a `seed`, everything is the same on each run; without one it is random. A member counts her
own revisions and sequence, so one member must seal in the order in which the server stores.
"""

import os
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapport.sealed.protocol import keyring as rings
from rapport.sealed.protocol.agreement import sign_agreement
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.changes import Author
from rapport.sealed.protocol.envelope import (
    ENTRY,
    TOMB,
    TOMB_SCHEMA,
    Header,
    Wanted,
    make_body,
    open_envelope,
    seal_envelope,
    take_apart,
)
from rapport.sealed.protocol.grants import Epoch, open_grant, seal_grant
from rapport.sealed.protocol.identity import (
    Identity,
    KeyStatement,
    make_identity,
    read_statement,
    state_keys,
    wrap_identity,
)
from rapport.sealed.protocol.log_entry import SignedEntry, approve_entry, create_entry
from rapport.sealed.protocol.phrase import make_phrase
from rapport.sealed.protocol.primitives import Randomness, deterministic
from rapport.sealed.protocol.recovery_code import make_code
from rapport.sealed.protocol.slots import CODE, ITERATIONS, PHRASE, Blank, make_slot
from rapport.sealed.protocol.space_log import SpaceState, replay


@dataclass(frozen=True)
class Founded:
    """A new space as its first member hands it to the server."""

    sid: str
    entry: SignedEntry
    grants: Mapping[str, bytes]
    statements: tuple[KeyStatement, ...]

    def posted(self) -> dict[str, Any]:
        """What the founder's browser posts, and what `actions.found_space` takes."""
        return {
            "entry": self.entry.data.decode(),
            "signature": self.entry.signature.hex(),
            "grants": {user: sealed.hex() for user, sealed in self.grants.items()},
        }


@dataclass
class Place:
    """A space as one member knows it: its state, its keys, and where the chains stand."""

    state: SpaceState
    keys: dict[int, bytes]
    seq: int = 0
    aph: str = ""
    seen: str = ""
    objects: dict[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def key(self) -> bytes:
        """The newest epoch's."""
        return self.keys[self.state.epoch]


@dataclass
class Member:
    """One person, all her secrets included. See the module for how to use it."""

    user: str
    random: Randomness
    made_at: str
    amk: bytes
    identity: Identity
    phrase: str
    code: str
    statement: KeyStatement
    signature: bytes
    iterations: int = ITERATIONS
    keyring: rings.Keyring = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    @classmethod
    def make(
        cls, user: str, *, made_at: str, seed: str | None = None, iterations: int = ITERATIONS
    ) -> "Member":
        """Make a person's keys. Fewer iterations (≥ 600,000) save time in large demonstrations."""
        random = os.urandom if seed is None else deterministic(seed)
        identity = make_identity(user, random)
        data, signature = state_keys(identity, made_at=made_at)
        return cls(
            user=user,
            random=random,
            made_at=made_at,
            amk=random(32),
            identity=identity,
            phrase=make_phrase(random),
            code=make_code(random),
            statement=read_statement(data, signature, user=user),
            signature=signature,
            iterations=iterations,
            keyring=rings.empty_keyring(user),
        )

    def set_up(self) -> dict[str, Any]:
        """Return what the set-up page posts: statement, signature, bundle, keyring, two slots."""
        revision, ring = self.wrapped_keyring()
        return {
            "statement": self.statement.data.decode(),
            "signature": self.signature.hex(),
            "identity": wrap_identity(self.identity, self.amk, random=self.random).hex(),
            "keyring": ring.hex(),
            "keyring_rev": revision,
            "slots": [self._slot(PHRASE, self.phrase), self._slot(CODE, self.code)],
        }

    def found_space(self, sid: str, statements: Iterable[KeyStatement], *, made_at: str) -> Founded:
        """Make a space for these people, this one among them, and take the key into the ring."""
        everybody, key = tuple(statements), self.random(32)
        grants = {
            other: seal_grant(Epoch(sid), key, to=other, sender=self.statement, random=self.random)
            for other in everybody
        }
        entry = create_entry(sid, grants, key=key, author=self.identity, made_at=made_at)
        by_user = {other.user: sealed for other, sealed in grants.items()}
        founded = Founded(sid, entry, by_user, everybody)
        self._take(founded)
        return founded

    def join_space(self, founded: Founded) -> bytes:
        """Open the own grant, keep the key, and return the approval of the first entry."""
        self._take(founded)
        return approve_entry(founded.entry.data, self.identity)

    def seal(
        self, sid: str, oid: str, schema: str, words: Mapping[str, Any], *, written_at: str
    ) -> bytes:
        """Return the next revision of an object as an envelope."""
        return self._seal(sid, oid, make_body(schema, words, written_at=written_at))

    def bury(self, sid: str, oid: str, *, written_at: str) -> bytes:
        """Return the tomb that takes an object's place; it names what it stands for."""
        words = {"erased": [self.places[sid].objects[oid][1]]}
        body = make_body(TOMB_SCHEMA, words, written_at=written_at)
        return self._seal(sid, oid, body, cls=TOMB)

    def _seal(self, sid: str, oid: str, body: bytes, cls: str = ENTRY) -> bytes:
        place = self.places[sid]
        revision, previous = place.objects.get(oid, (0, ""))
        header = Header(
            sid=sid,
            ep=place.state.epoch,
            oid=oid,
            rev=revision + 1,
            prv=previous,
            by=self.user,
            kid=self.statement.hash,
            seq=place.seq + 1,
            aph=place.aph,
            seen=place.seen,
            cls=cls,
        )
        envelope = seal_envelope(
            header, body, key=place.key, author=self.identity, random=self.random
        )
        place.seq, place.aph = header.seq, digest(envelope)
        place.objects[oid] = (header.rev, place.aph)
        return envelope

    def open(self, envelope: bytes, sid: str, oid: str) -> dict[str, Any]:
        """Return the words of an envelope; later revisions by this member build upon it."""
        place = self.places[sid]
        header, body = open_envelope(
            envelope,
            wanted=Wanted(sid, oid),
            keys=place.keys,
            circle=place.state,
        )
        place.objects[oid] = (header.rev, take_apart(envelope).hash)
        if header.by != self.user:
            place.seen = digest(envelope)
        words: dict[str, Any] = body["words"]
        return words

    def sign_agreement(self, statement: bytes) -> bytes:
        """Return this member's signature under an agreement statement."""
        return sign_agreement(statement, self.identity)

    def wrapped_keyring(self) -> tuple[int, bytes]:
        """Return the revision and the wrapped bytes of the keyring as it is now."""
        return self.keyring["rev"], rings.wrap_keyring(self.keyring, self.amk, random=self.random)

    def author(self, made_at: str) -> Author:
        """Who makes an entry of a log; see `changes`."""
        return Author(self.identity, self.statement, self.random, made_at)

    def follow(
        self,
        sid: str,
        entries: Sequence[SignedEntry],
        statements: Iterable[KeyStatement],
        grants: Mapping[int, bytes],
    ) -> None:
        """Replay a log anew and open the own grants, by the number of their entry."""
        state = replay(entries, sid=sid, statements={each.hash: each for each in statements})
        place = self.places.setdefault(sid, Place(state, {}))
        place.state = state
        for number, sealed in grants.items():
            place.keys |= open_grant(sealed, state, self.identity, number=number)
        log = {"n": state.number, "head": state.head}
        self.keyring = rings.with_space(self.keyring, sid, keys=place.keys, log=log)

    def _take(self, founded: Founded) -> None:
        grants = {0: founded.grants[self.user]}
        self.follow(founded.sid, [founded.entry], founded.statements, grants)

    def _slot(self, kind: str, typed: str) -> dict[str, Any]:
        blank = Blank(
            type=kind,
            slot=str(uuid.UUID(bytes=self.random(16), version=4)),
            user=self.user,
            created=self.made_at,
            iterations=self.iterations,
        )
        return make_slot(blank, typed, self.amk, random=self.random)
