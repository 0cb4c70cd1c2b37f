"""The witness's own notebook: one line a look, each chained to the one before."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

BEGINNING = "0" * 64


class BrokenRecord(Exception):
    """A line of the notebook was changed, removed or put in."""


@dataclass(frozen=True)
class Look:
    """One look at an installation."""

    at: datetime
    address: str
    scripts: int
    findings: Sequence[str]
    log_key: str = ""
    checkpoint: str = ""

    def line(self, before: str) -> str:
        """One line of JSON that names the digest of the line before."""
        values = {
            "at": self.at.isoformat(timespec="seconds"),
            "address": self.address,
            "scripts": self.scripts,
            "findings": list(self.findings),
            "log_key": self.log_key,
            "checkpoint": self.checkpoint,
            "before": before,
        }
        return json.dumps(values, ensure_ascii=False, sort_keys=True)


def add(look: Look, file: Path) -> None:
    """Append a look; BrokenRecord when what stands there does not hang together."""
    last = check(file)
    with file.open("a", encoding="utf-8") as record:
        record.write(look.line(last) + "\n")


def last_seen(file: Path) -> tuple[str, str]:
    """The key and the newest checkpoint of the audit log that held; empty when there is none."""
    check(file)
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    for line in reversed(lines):
        values = json.loads(line)
        if values.get("checkpoint"):
            return values["log_key"], values["checkpoint"]
    return "", ""


def check(file: Path) -> str:
    """The digest of the last line, after every line was found chained to the one before."""
    last = BEGINNING
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    for number, line in enumerate(lines, 1):
        if json.loads(line)["before"] != last:
            raise BrokenRecord(f"Line {number} of {file} does not follow from the one before.")
        last = sha256(line.encode()).hexdigest()
    return last
