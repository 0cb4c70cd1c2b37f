"""What each column of a file becomes, as it is suggested, corrected by hand and remembered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from rapport.domain.sentences import _
from rapport.programmes.reading.cleaning import words_of
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.targets import TARGETS, Role, Target

BY_HAND = _("You chose this.")
TWICE = _(
    "%(count)s columns are meant as “%(target)s”: %(columns)s. Keep one and change the others."
)
NOBODY = _(
    "No column says who somebody is. Choose a column with e-mail addresses, or one with a number "
    "or code for each person."
)
NO_ROLE = _(
    "No column says who is a mentor and who is a mentee. Choose one, or say what all people in "
    "this file are."
)


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True)
class ColumnMapping:
    """`question` and `item` are what an answer is kept under; item is the row of a grid."""

    header: str
    target: Target
    confidence: Confidence
    reason: Sentence
    question: str = ""
    item: str = ""


@dataclass(frozen=True)
class RoleWord:
    """What a word in the role column means here, in the form of words_of()."""

    word: str
    role: Role


@dataclass(frozen=True)
class Mapping:
    """`role_for_all` counts where no column, or a blank cell, says a role."""

    columns: tuple[ColumnMapping, ...]
    role_words: tuple[RoleWord, ...] = ()
    role_for_all: Role | None = None

    def with_target(self, header: str, target: Target) -> Self:
        """The same mapping with one column changed by hand.

        An unknown header, or the target that it has already, changes nothing.
        """
        changed = (
            replace(column, target=target, confidence=Confidence.HIGH, reason=Sentence.of(BY_HAND))
            if column.header == header and column.target is not target
            else column
            for column in self.columns
        )
        return replace(self, columns=tuple(changed))

    def with_role_word(self, word: str, role: Role) -> Self:
        """The same mapping, remembering what a word in the role column means."""
        key = words_of(word)
        others = tuple(known for known in self.role_words if known.word != key)
        return replace(self, role_words=(*others, RoleWord(key, role)))

    def with_role_for_all(self, role: Role | None) -> Self:
        return replace(self, role_for_all=role)

    def targets(self) -> frozenset[Target]:
        return frozenset(column.target for column in self.columns)

    def problems(self) -> tuple[Sentence, ...]:
        """What should be put right before anything is stored; empty when all is well."""
        return tuple(self._problems())

    def _problems(self) -> Iterable[Sentence]:
        for target, about in TARGETS.items():
            headers = [column.header for column in self.columns if column.target is target]
            if about.once and len(headers) > 1:
                names, label = ", ".join(headers), Sentence(about.label)
                yield Sentence.of(TWICE, count=len(headers), target=label, columns=names)
        if not self.targets() & {Target.EMAIL, Target.REFERENCE}:
            yield Sentence.of(NOBODY)
        if Target.ROLE not in self.targets() and self.role_for_all is None:
            yield Sentence.of(NO_ROLE)
