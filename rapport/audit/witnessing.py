"""What a witness concludes from the log of an installation, and what she remembers of it.

She needs three things of the server: the log's public key, its newest checkpoint, and the proof
that the checkpoint she saw last is the beginning of it. She believes none of them unchecked.
"""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass

from rapport.audit.notes import BadNote, Checkpoint, opened, read_checkpoint
from rapport.audit.tree import is_consistent

type Ask = Callable[[str], str]
"""Gives the text behind an address of the installation."""

KEY, CHECKPOINT = "running/log/key", "running/log/checkpoint"
PROOF = "running/log/consistency?before={before}&size={size}"


@dataclass(frozen=True)
class Seen:
    """The log's key and the newest checkpoint of it that held; empty before the first."""

    key: str = ""
    note: str = ""


@dataclass(frozen=True)
class Sight:
    """What this look gave: what to remember, and a sentence for everything that does not hold."""

    seen: Seen
    findings: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        return not self.findings and bool(self.seen.note)


def look_at_log(ask: Ask, before: Seen) -> Sight:
    """Compare the log of now with what was seen before; where they part, the old one is kept."""
    key = ask(KEY).strip()
    if before.key and key != before.key:
        return Sight(before, ("The audit log is signed by another key than before.",))
    note = ask(CHECKPOINT)
    if not note:
        sentence = "The audit log has no checkpoint any more; it had one."
        return Sight(before, (sentence,) if before.note else ())
    try:
        now = checkpoint_in(note, key)
        finding = parted(ask, checkpoint_in(before.note, key) if before.note else None, now)
    except (BadNote, ValueError) as trouble:
        return Sight(before, (f"The checkpoint of the audit log does not hold: {trouble}",))
    return Sight(before, (finding,)) if finding else Sight(Seen(key, note))


def checkpoint_in(note: str, key: str) -> Checkpoint:
    checkpoint = read_checkpoint(opened(note, key))
    if checkpoint.origin != key.partition("+")[0]:
        raise BadNote("It is the checkpoint of another log.")
    return checkpoint


def parted(ask: Ask, before: Checkpoint | None, now: Checkpoint) -> str:
    """How the log of now departs from the one that was seen; empty when it goes on from it."""
    if before is None:
        return ""
    if now.size < before.size:
        missing = before.size - now.size
        return f"The audit log is shorter than before: {missing} lines were cut off."
    if now.size == before.size:
        return "" if now.root == before.root else "The audit log was rewritten, line by line."
    proof = [
        b64decode(line, validate=True)
        for line in ask(PROOF.format(before=before.size, size=now.size)).split()
    ]
    if not is_consistent(before.size, before.root, now.size, now.root, proof):
        return f"Among the first {before.size} lines of the audit log something was changed."
    return ""
