"""The one form of JSON that may be signed, hashed or bound to a key.

Objects, arrays, strings, whole numbers within ±(2⁵³−1), and true or false. Keys are sorted by
ASCII, there is no white space, and a reader builds the bytes again and compares them.
"""

import hashlib
import json
import re
from typing import Any, Final

from rapport.sealed.protocol.refusals import Refused, require

LARGEST_INTEGER: Final = 2**53 - 1
DEEPEST: Final = 16
KEY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}\Z")


def canonical(value: object) -> bytes:
    """Return the bytes of a value; raise `not-canonical` where it has no such form."""
    _check(value, 0)
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode()


def parse_canonical(data: bytes) -> Any:
    """Return the value behind the bytes; raise `not-canonical` unless they are its only form."""
    try:
        value = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise Refused("not-canonical") from None
    require(canonical(value) == data, "not-canonical")
    return value


def digest(data: bytes) -> str:
    """Return the SHA-256 of the bytes as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _check(value: object, depth: int) -> None:
    require(depth <= DEEPEST, "not-canonical")
    if isinstance(value, dict):
        for key, part in value.items():
            require(isinstance(key, str) and KEY.match(key) is not None, "not-canonical")
            _check(part, depth + 1)
    elif isinstance(value, list):
        for part in value:
            _check(part, depth + 1)
    else:
        _check_leaf(value)


def _check_leaf(value: object) -> None:
    if isinstance(value, str):
        require(not any("\ud800" <= letter <= "\udfff" for letter in value), "not-canonical")
    elif not isinstance(value, bool):
        require(isinstance(value, int) and abs(value) <= LARGEST_INTEGER, "not-canonical")
