"""The two people, the space and the envelope that all cases of this protocol are made from."""

from dataclasses import dataclass
from typing import Any, Final

from rapport.sealed.protocol.agreement import Terms, make_statement
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.member import Founded, Member
from rapport.sealed.protocol.slots import FEWEST_ITERATIONS

ADA: Final = "ada00000-0000-4000-8000-000000000001"
BEN: Final = "be000000-0000-4000-8000-000000000002"
EVE: Final = "e0e00000-0000-4000-8000-000000000003"
SPACE: Final = "5face000-0000-4000-8000-000000000001"
OTHER: Final = "5face000-0000-4000-8000-000000000002"
GOAL: Final = "60a10000-0000-4000-8000-000000000001"
DAY: Final = "2026-01-05T09:00:00Z"
WORDS: Final = {"wording": "Führe das Team – mit Mut 🌱", "steps": ["ask", "listen"], "by": 7}

type Given = dict[str, Any]


@dataclass(frozen=True)
class Scene:
    """Everything made once, the same on every run."""

    ada: Member
    ben: Member
    eve: Member
    founded: Founded
    approval: bytes
    envelope: bytes
    agreement: bytes
    set_up: Given


def make_scene() -> Scene:
    """Ada and Ben found a space, Ben joins, Ada writes a goal, both have an agreement."""
    ada, ben, eve = (_member(user) for user in (ADA, BEN, EVE))
    founded = ada.found_space(SPACE, [ada.statement, ben.statement], made_at=DAY)
    approval = ben.join_space(founded)
    envelope = ada.seal(SPACE, GOAL, "goal/1", WORDS, written_at=DAY)
    terms = Terms(
        agreement="a9e00000-0000-4000-8000-000000000001",
        version=1,
        sid=SPACE,
        parties={ADA: ada.statement.hash, BEN: ben.statement.hash},
        public={"rhythm": "every two weeks"},
        sealed={"oid": GOAL, "rev": 1, "hash": digest(envelope)},
    )
    agreement = make_statement(terms)
    return Scene(ada, ben, eve, founded, approval, envelope, agreement, ada.set_up())


def stated(member: Member) -> Given:
    """Return a member's key statement as it travels."""
    return {
        "statement": member.statement.data.decode(),
        "signature": member.signature.hex(),
        "user": member.user,
    }


def logged(scene: Scene) -> Given:
    """Return the space's log as it travels, with Ben's approval."""
    entry = scene.founded.entry
    return {
        "sid": SPACE,
        "statements": [stated(scene.ada), stated(scene.ben)],
        "log": [
            {
                "entry": entry.data.decode(),
                "signature": entry.signature.hex(),
                "approvals": {BEN: scene.approval.hex()},
            }
        ],
    }


def enveloped(scene: Scene) -> Given:
    """Return what is needed to open Ada's goal."""
    return {
        **logged(scene),
        "envelope": scene.envelope.hex(),
        "keys": {"1": scene.ada.places[SPACE].key.hex()},
        "wanted": {"sid": SPACE, "oid": GOAL},
    }


def _member(user: str) -> Member:
    seed = f"vectors {user}"
    return Member.make(user, made_at=DAY, seed=seed, iterations=FEWEST_ITERATIONS)
