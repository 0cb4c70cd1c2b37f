"""Attachments, made and spoiled by each implementation itself: the files would be too large here.

A case names a size; the content is byte i = 7·i modulo 256. The verdict holds the hash of what was
sealed, so all implementations seal the same bytes.
"""

from collections.abc import Iterator
from typing import Any, Final

from rapport.sealed.vectors.scene import ADA, GOAL, OTHER, SPACE

CHUNK: Final = 256 * 1024 + 16
KEY: Final = "5e" * 32
SALT: Final = "a1" * 32

type Case = dict[str, Any]


def blob_cases() -> Iterator[Case]:
    """`spoil` is a list of places in the list of chunks; `flip`, `cut` and `frame` change bytes."""
    small: dict[str, Any] = {"size": 1000}
    large: dict[str, Any] = {"size": 600_000}
    for name, given in [
        ("empty", {"size": 0}),
        ("small", small),
        ("exactly one chunk", {"size": 256 * 1024 - 1}),
        ("three chunks", large),
        ("the last chunk missing", {**large, "chunks": [0, 1]}),
        ("the first chunk missing", {**large, "chunks": [1, 2]}),
        ("two chunks swapped", {**large, "chunks": [1, 0, 2]}),
        ("a chunk twice", {**large, "chunks": [0, 0, 1, 2]}),
        ("the last chunk twice", {**large, "chunks": [0, 1, 2, 2]}),
        ("no chunk at all", {**small, "chunks": []}),
        ("a bit flipped", {**small, "flip": -20}),
        ("cut by one byte", {**small, "cut": 1}),
        ("another magic", {**small, "flip": 3}),
        ("suite 0", {**small, "flip": 4}),
        ("another header", {**small, "flip": 12}),
        ("another key", {**small, "open_key": "5f" * 32}),
        ("another space asked for", {**small, "open_sid": OTHER}),
        ("another object asked for", {**small, "open_oid": OTHER}),
    ]:
        whole = {"sid": SPACE, "oid": GOAL, "by": ADA, "key": KEY, "salt": SALT, **given}
        yield {"name": f"blob: {name}", "check": "blob", "given": whole}
