"""A sentence for a person: a wording and its values, so that a page says it in any language.

It knows no language and no translation: whoever shows it looks the wording up and fills it in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

type Value = str | int | Sentence


@dataclass(frozen=True)
class Sentence:
    """A wording with %(name)s places, and what stands in them: texts, counts, wordings."""

    wording: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, wording: str, **values: Value) -> Self:
        return cls(wording, tuple(values.items()))

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of `translate` (for example Django's gettext)."""
        shown = {name: _shown(value, translate) for name, value in self.values}
        return translate(self.wording) % shown if shown else translate(self.wording)

    def __str__(self) -> str:
        return self.said(str)


def _shown(value: Value, translate: Callable[[str], str]) -> str:
    if isinstance(value, Sentence):
        return value.said(translate)
    return f"{value:,}" if isinstance(value, int) else value
