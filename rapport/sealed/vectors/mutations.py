"""Ways to spoil something a little, so that exactly one check must notice."""

import copy
import json
from collections.abc import Mapping
from typing import Any

from rapport.sealed.protocol.canonical import canonical

type Given = dict[str, Any]


def flip(digits: str, at: int) -> str:
    """Flip the lowest bit of the byte at this place; negative places count from the end."""
    data = bytearray.fromhex(digits)
    data[at] ^= 1
    return data.hex()


def put(given: Mapping[str, Any], path: str, value: Any) -> Given:
    """Return a copy with the value at a path such as `log|0|entry`."""
    changed = copy.deepcopy(dict(given))
    before, _, last = path.rpartition("|")
    target = get(changed, before)
    target[_step(target, last)] = value
    return changed


def get(given: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a path; the empty path is the whole."""
    value: Any = given
    for part in path.split("|") if path else []:
        value = value[_step(value, part)]
    return value


def rewrite(text: str, fields: Mapping[str, Any]) -> str:
    """Return canonical JSON with some fields changed; `None` takes a field out."""
    record = {**json.loads(text), **fields}
    kept = {key: value for key, value in record.items() if value is not None}
    return canonical(kept).decode()


def _step(value: Any, part: str) -> int | str:
    return int(part) if isinstance(value, list) else part
