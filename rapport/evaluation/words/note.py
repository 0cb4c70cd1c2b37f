"""A sentence before it has a language: the key of its wording, and what stands in its places."""

from dataclasses import dataclass
from datetime import date
from typing import Self

type Value = str | int | float | date | Note


@dataclass(frozen=True)
class Note:
    """`n` among the values chooses between the wording for one and the wording for many."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, key: str, /, **values: Value) -> Self:
        return cls(key, tuple(values.items()))
