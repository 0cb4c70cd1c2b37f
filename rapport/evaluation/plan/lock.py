"""Locks a plan with the hash of what it decides, and finds out whether it was changed since.

Answers about the files and names of columns may still be added; they decide nothing.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

OPEN = frozenset({"lock", "answers", "columns", "language"})


@dataclass(frozen=True)
class Lock:
    """`at` is the moment of locking as ISO 8601, `hash` is what the plan was then."""

    at: str
    hash: str


def fingerprint(document: Mapping[str, Any]) -> str:
    """SHA-256 of everything the plan decides, whatever the order and spacing in its file."""
    decided = {name: value for name, value in document.items() if name not in OPEN}
    canonical = json.dumps(decided, sort_keys=True, ensure_ascii=False, default=str)
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


def is_intact(document: Mapping[str, Any], lock: Lock) -> bool:
    return fingerprint(document) == lock.hash


def locked_text(text: str, document: Mapping[str, Any], at: str) -> str:
    """The plan's file with its lock below, everything else as it was written."""
    return f'{text.rstrip()}\n\n[lock]\nat = "{at}"\nhash = "{fingerprint(document)}"\n'
