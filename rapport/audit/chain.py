"""Whether lines of the log hang together, and with checkpoints that were kept elsewhere.

Each line names the digest of the one before. Whoever can write to the database can make a new
chain, so only a checkpoint kept elsewhere shows that the end was cut off or all of it rewritten.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from rapport.audit.notes import Checkpoint
from rapport.audit.tree import EMPTY, leaf_digest, root_of

VERSION = "rapport/audit/1"
NOBODY = "-"


@dataclass(frozen=True)
class Line:
    """One line of the log as the database keeps it; `detail` is text, byte for byte."""

    number: int
    at: datetime
    actor: UUID | None
    action: str
    subject: UUID | None
    organisation: UUID | None
    detail: str
    before: bytes
    digest: bytes

    def written(self) -> bytes:
        """The bytes whose digest the line carries; the database makes the same ones."""
        at = self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        parts = (self.number, at, self.actor, self.action, self.subject, self.organisation)
        words = [NOBODY if part is None else str(part) for part in parts]
        return "\n".join([VERSION, *words, self.detail, self.before.hex()]).encode()


def faults(lines: Iterable[Line]) -> Iterator[str]:
    """A sentence for each line that does not follow from the one before; the first is the cause."""
    before, number = EMPTY, 0
    for line in lines:
        number += 1
        if line.number != number:
            yield f"Line {number} is missing: {line.number} stands in its place."
            number = line.number
        elif line.before != before:
            yield f"Line {number} does not follow from the line before."
        if line.digest != leaf_digest(line.written()):
            yield f"Line {number} was changed after it was written."
        before = line.digest


def fault_against(digests: Sequence[bytes], checkpoint: Checkpoint) -> str | None:
    """What a kept checkpoint says about the log of today; None when they agree."""
    if checkpoint.size > len(digests):
        missing = checkpoint.size - len(digests)
        return f"The log once had {checkpoint.size} lines; the last {missing} were cut off."
    if root_of(digests[: checkpoint.size]) != checkpoint.root:
        return f"Among the first {checkpoint.size} lines something was changed since then."
    return None
