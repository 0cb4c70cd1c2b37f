"""A witness signs only a log that goes on from what she saw, and says how another one parts."""

from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client
from pytest_django import Settings

from rapport.audit.actions import note, sign_checkpoint
from rapport.audit.cosigning import cosigned, cosigned_at, cosigner_key
from rapport.audit.notes import BadNote, Checkpoint, opened, signed, verifier_key
from rapport.audit.queries import see_all_lines
from rapport.audit.tree import consistency_proof, leaf_digest, root_of
from rapport.audit.witnessing import CHECKPOINT, KEY, Seen, Sight, look_at_log
from rapport.domain.audit import Deed
from rapport.installation.witness.record import Look, add, last_seen

LOG, OTHER, WITNESS = (Ed25519PrivateKey.from_private_bytes(bytes([n] * 32)) for n in (1, 2, 3))
ORIGIN, NAME = "rapport.example/audit", "council.example/witness"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Server:
    """An installation's log, honest as long as nobody makes it otherwise."""

    def __init__(self, size: int, *, first: str = "line", key: Ed25519PrivateKey = LOG) -> None:
        self.leaves = [leaf_digest(f"{first} {number}".encode()) for number in range(size)]
        self.key, self.origin = key, ORIGIN

    def ask(self, path: str) -> str:
        if path == KEY:
            return verifier_key(self.origin, self.key.public_key())
        if path == CHECKPOINT:
            checkpoint = Checkpoint(self.origin, len(self.leaves), root_of(self.leaves))
            return signed(checkpoint.text(), self.origin, self.key)
        before = int(path.partition("before=")[2].partition("&")[0])
        proof = consistency_proof(self.leaves, before)
        return "".join(f"{b64encode(each).decode()}\n" for each in proof)


def seen(server: Server) -> Seen:
    sight = look_at_log(server.ask, Seen())
    assert sight.is_new
    return sight.seen


@pytest.mark.parametrize("size", [5, 6, 8, 13])
def test_a_log_that_grew_is_taken(size: int) -> None:
    sight = look_at_log(Server(size).ask, seen(Server(5)))
    assert sight.is_new
    assert f"\n{size}\n" in sight.seen.note


def broken(server: Server) -> Server:
    honest = server.ask
    server.ask = lambda path: "" if "consistency" in path else honest(path)  # type: ignore[method-assign]  # a liar
    return server


def silent(server: Server) -> Server:
    honest = server.ask
    server.ask = lambda path: "" if path == CHECKPOINT else honest(path)  # type: ignore[method-assign]  # a liar
    return server


def of_another_log(server: Server) -> Server:
    honest = server.ask
    server.origin = "other.example/audit"
    other = server.ask(CHECKPOINT)
    server.origin = ORIGIN
    server.ask = lambda path: other if path == CHECKPOINT else honest(path)  # type: ignore[method-assign]  # a liar
    return server


LIARS: dict[str, tuple[Any, str]] = {
    "the end was cut off": (Server(3), "2 lines were cut off"),
    "rewritten, as long as before": (Server(5, first="x"), "was rewritten"),
    "rewritten and longer": (Server(9, first="x"), "Among the first 5 lines"),
    "no proof": (broken(Server(9)), "Among the first 5 lines"),
    "another key": (Server(9, key=OTHER), "another key than before"),
    "nothing any more": (silent(Server(9)), "no checkpoint any more"),
    "another log": (of_another_log(Server(9)), "does not hold"),
}


@pytest.mark.parametrize("what", LIARS)
def test_a_log_that_parts_is_named_and_what_was_seen_is_kept(what: str) -> None:
    (server, words), before = LIARS[what], seen(Server(5))
    sight = look_at_log(server.ask, before)
    assert not sight.is_new
    assert words in sight.findings[0]
    assert sight.seen == before


def test_a_cosigned_checkpoint_is_still_the_logs_own() -> None:
    before = seen(Server(5))
    note_ = cosigned(before.note, NAME, WITNESS, NOON)
    assert opened(note_, before.key) == opened(before.note, before.key)
    assert cosigned_at(note_, cosigner_key(NAME, WITNESS.public_key())) == NOON


def test_a_cosignature_counts_for_its_witness_text_and_time_alone() -> None:
    note_ = cosigned(seen(Server(5)).note, NAME, WITNESS, NOON)
    hers = cosigner_key(NAME, WITNESS.public_key())
    wrong = {
        "of another": (note_, cosigner_key(NAME, OTHER.public_key())),
        "of another name": (note_, cosigner_key("x", WITNESS.public_key())),
        "another size": (note_.replace("\n5\n", "\n6\n"), hers),
        "none": (seen(Server(5)).note, hers),
        "no note": ("x", hers),
    }
    for text, key in wrong.values():
        with pytest.raises(BadNote):
            cosigned_at(text, key)


def test_the_record_remembers_the_last_that_held(tmp_path: Path) -> None:
    record = tmp_path / "record"
    assert last_seen(record) == ("", "")
    add(Look(NOON, "https://x", 2, [], "key", "one"), record)
    add(Look(NOON, "https://x", 2, ["It was cut."]), record)
    assert last_seen(record) == ("key", "one")


@pytest.fixture
def log(db: None, settings: Settings, tmp_path: Path) -> Client:
    settings.LOG_KEY = tmp_path / "log-key"
    return Client()


def grow(lines: int) -> None:
    see_all_lines()
    for _line in range(lines):
        note(Deed.SIGNED_IN, by=None)
    sign_checkpoint()


def test_the_installation_answers_what_a_witness_asks(log: Client) -> None:
    def ask(path: str) -> str:
        return log.get(f"/{path}").content.decode()

    assert look_at_log(ask, Seen()) == Sight(Seen())
    grow(5)
    first = look_at_log(ask, Seen())
    grow(4)
    second = look_at_log(ask, first.seen)
    assert second.is_new
    assert "\n9\n" in second.seen.note


@pytest.mark.parametrize("asked", ["", "?before=x&size=2", "?before=1&size=2", "?before=5&size=5"])
def test_a_proof_is_given_between_checkpoints_alone(log: Client, asked: str) -> None:
    grow(5)
    assert log.get(f"/running/log/consistency{asked}").status_code == 404
