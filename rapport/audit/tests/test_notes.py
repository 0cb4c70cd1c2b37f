"""Signed notes: the format of C2SP, and every way in which one can be wrong."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rapport.audit.notes import BadNote, Checkpoint, opened, read_checkpoint, signed, verifier_key

KEY, OTHER = (Ed25519PrivateKey.from_private_bytes(bytes([number] * 32)) for number in (1, 2))
NAME = "rapport.example/audit"
VERIFIER = verifier_key(NAME, KEY.public_key())
CHECKPOINT = Checkpoint(NAME, 7, bytes(range(32)))
NOTE = signed(CHECKPOINT.text(), NAME, KEY)


def test_a_checkpoint_comes_back_as_it_was_signed() -> None:
    assert read_checkpoint(opened(NOTE, VERIFIER)) == CHECKPOINT


def test_a_note_looks_as_the_format_says() -> None:
    lines = NOTE.split("\n")
    assert lines[:2] == [NAME, "7"]
    assert lines[3] == ""
    assert lines[4].startswith(f"— {NAME} ")


def test_a_witness_may_sign_below() -> None:
    witness = signed(CHECKPOINT.text(), "witness.example", OTHER).splitlines()[-1]
    assert opened(f"{NOTE}{witness}\n", VERIFIER) == CHECKPOINT.text()


WRONG = {
    "another size": NOTE.replace("\n7\n", "\n8\n"),
    "another key": signed(CHECKPOINT.text(), NAME, OTHER),
    "another name": signed(CHECKPOINT.text(), "x", KEY),
    "no signature": CHECKPOINT.text(),
    "no base64": NOTE.replace("— rapport.example/audit ", "— rapport.example/audit !"),
    "nothing": "",
}


@pytest.mark.parametrize("what", WRONG)
def test_a_note_with_a_fault_is_refused(what: str) -> None:
    with pytest.raises(BadNote):
        opened(WRONG[what], VERIFIER)


NO_CHECKPOINTS = ("", "x\n", "x\n1\n", "x\none\nAAAA\n", "x\n-1\nAAAA\n", "x\n1\nAA==\n")


@pytest.mark.parametrize("text", NO_CHECKPOINTS)
def test_a_text_that_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(BadNote, match="no checkpoint"):
        read_checkpoint(text)
