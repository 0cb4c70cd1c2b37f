"""Which fields a record has, and what each may look like: tables and one check for all."""

import re
from collections.abc import Mapping
from typing import Any, Final

from rapport.sealed.protocol.refusals import require

IDENTIFIER: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}\Z")
UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
HASH: Final = re.compile(r"[0-9a-f]{64}\Z")
HASH_OR_NONE: Final = re.compile(r"([0-9a-f]{64})?\Z")
TIME: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
WORD: Final = re.compile(r"[a-z0-9][a-z0-9_./-]{0,63}\Z")

type Field = re.Pattern[str] | int | type
type Shape = Mapping[str, Field]


def require_shape(record: Any, shape: Shape, name: str) -> None:
    """Raise `name` unless the record has exactly these fields.

    A field is a pattern for a string, a number for the smallest whole number, or a type.
    """
    require(isinstance(record, dict) and record.keys() == shape.keys(), name)
    for field, expected in shape.items():
        require(_fits(record[field], expected), name)


def require_map(record: Any, key: re.Pattern[str], value: re.Pattern[str], name: str) -> None:
    """Raise `name` unless every key and every value of the record matches its pattern."""
    require(isinstance(record, dict), name)
    for left, right in record.items():
        require(_fits(left, key) and _fits(right, value), name)


def require_counts(record: Any, name: str) -> None:
    """Raise `name` unless every key is an identifier and every value a whole number from 0."""
    require(isinstance(record, dict), name)
    for left, right in record.items():
        require(_fits(left, IDENTIFIER) and _fits(right, 0), name)


def _fits(value: Any, expected: Field) -> bool:
    if isinstance(expected, re.Pattern):
        return isinstance(value, str) and re.match(expected, value) is not None
    if isinstance(expected, int):
        return isinstance(value, int) and not isinstance(value, bool) and value >= expected
    return isinstance(value, expected)
