"""Suggests what each column becomes: first what was chosen last time, then header and values.

A suggestion is only that: a person sees it with its reason and can change every one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapport.domain.sentences import _
from rapport.programmes.reading.cleaning import key_of, words_of
from rapport.programmes.reading.clues import question_of, target_of_header
from rapport.programmes.reading.evidence import evidence_for, is_counting
from rapport.programmes.reading.mapping import ColumnMapping, Confidence, Mapping
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.table import Column, Table
from rapport.programmes.reading.targets import TARGETS, Role, Target
from rapport.programmes.reading.vocabulary import role_of

REMEMBERED = _("As last time.")
EMPTY = _("Nobody wrote anything here.")
HEADER_AND_VALUES = _("The header and what people wrote both say so.")
HEADER_ONLY = _("The header says so; what people wrote could be anything.")
VALUES_ONLY = _("The header does not say so, but what people wrote does.")
SYSTEM_COLUMN = _("The form program adds this column by itself.")
NOT_ADDRESSES = _(
    "The header says e-mail, but these are not addresses; each is there only once, so they can "
    "tell people apart."
)
AGAINST_HEADER = _("The header sounds like “%(target)s”, but what people wrote does not.")
TAKEN = _("Another column fits “%(target)s” better.")
JUST_COUNTING = _("These only count the answers; the e-mail address says who somebody is.")
QUESTION = _("This looks like a question of the sign-up.")

FROM_VALUES = (Target.EMAIL, Target.ROLE, Target.TIME_ZONE, Target.TOPICS)
STRENGTH = {Confidence.HIGH: 3, Confidence.MEDIUM: 2, Confidence.LOW: 1}


@dataclass(frozen=True)
class Claim:
    """One column's wish to become something."""

    target: Target
    confidence: Confidence
    reason: Sentence


def suggest_mapping(table: Table, remembered: Mapping | None = None) -> Mapping:
    """A mapping for every column of a table, with a confidence and a reason each.

    A remembered column is known again by its header, however it is spelled; columns that are new
    are suggested beside it. Several files may share one remembered mapping.
    """
    last_time = _last_time(remembered)
    claims = [
        last_time.get(key_of(column.header)) or claim(column.header, table.values(index))
        for index, column in enumerate(table.columns)
    ]
    claims = _one_each(claims)
    claims = _without_counting(table, claims)
    return Mapping(
        columns=tuple(map(_column_mapping, table.columns, claims)),
        role_words=remembered.role_words if remembered else (),
        role_for_all=_role_for_all(table, claims, remembered),
    )


def _last_time(remembered: Mapping | None) -> dict[str, Claim]:
    """What was chosen before; a column that was merely empty then is looked at afresh."""
    columns = remembered.columns if remembered else ()
    return {
        key_of(one.header): Claim(one.target, Confidence.HIGH, Sentence.of(REMEMBERED))
        for one in columns
        if one.reason.wording != EMPTY
    }


def claim(header: str, values: Sequence[str]) -> Claim:
    """What one column wants to become, for itself."""
    if not values:
        return Claim(Target.IGNORE, Confidence.HIGH, Sentence.of(EMPTY))
    target = target_of_header(header)
    if target is Target.IGNORE:
        return Claim(Target.IGNORE, Confidence.MEDIUM, Sentence.of(SYSTEM_COLUMN))
    if target is None:
        return _claim_of_values(values)
    evidence = evidence_for(target, values)
    if evidence is False:
        return _claim_against_header(target, values)
    if evidence:
        return Claim(target, Confidence.HIGH, Sentence.of(HEADER_AND_VALUES))
    return Claim(target, Confidence.MEDIUM, Sentence.of(HEADER_ONLY))


def _claim_of_values(values: Sequence[str]) -> Claim:
    for target in FROM_VALUES:
        if evidence_for(target, values):
            return Claim(target, Confidence.LOW, Sentence.of(VALUES_ONLY))
    return _answer(Sentence.of(QUESTION))


def _claim_against_header(target: Target, values: Sequence[str]) -> Claim:
    if target is Target.EMAIL and evidence_for(Target.REFERENCE, values):
        return Claim(Target.REFERENCE, Confidence.MEDIUM, Sentence.of(NOT_ADDRESSES))
    return _answer(_about(AGAINST_HEADER, target))


def _answer(reason: Sentence) -> Claim:
    return Claim(Target.ANSWER, Confidence.LOW, reason)


def _about(wording: str, target: Target) -> Sentence:
    return Sentence.of(wording, target=Sentence(TARGETS[target].label))


def _one_each(claims: Sequence[Claim]) -> list[Claim]:
    """Where only one column can be a target the surest keeps it, the first among equals."""
    winners: dict[Target, int] = {}
    for index in sorted(range(len(claims)), key=lambda i: -_rank(claims[i])):
        winners.setdefault(claims[index].target, index)
    return [
        _answer(_about(TAKEN, one.target))
        if TARGETS[one.target].once and winners[one.target] != index
        else one
        for index, one in enumerate(claims)
    ]


def _rank(one: Claim) -> int:
    return STRENGTH[one.confidence] + (10 if one.reason.wording == REMEMBERED else 0)


def _without_counting(table: Table, claims: Sequence[Claim]) -> list[Claim]:
    """Answer numbers of a form begin at 1 in every form, so they cannot tell people apart."""
    has_address = any(one.target is Target.EMAIL for one in claims)
    return [
        Claim(Target.IGNORE, Confidence.MEDIUM, Sentence.of(JUST_COUNTING))
        if has_address
        and one.target is Target.REFERENCE
        and one.reason.wording != REMEMBERED
        and is_counting(table.values(index))
        else one
        for index, one in enumerate(claims)
    ]


def _column_mapping(column: Column, one: Claim) -> ColumnMapping:
    question, item = question_of(column.header)
    return ColumnMapping(
        column.header, one.target, one.confidence, one.reason, question=question, item=item
    )


def _role_for_all(table: Table, claims: Iterable[Claim], remembered: Mapping | None) -> Role | None:
    """Only where no column says it: what the sheet or the file is called, or the last choice."""
    if any(one.target is Target.ROLE for one in claims):
        return None
    for name in (table.sheet, table.file_name.rpartition(".")[0]):
        words = words_of(name.replace("_", " "))
        roles = {role for word in words.split() if (role := role_of(word))}
        if len(roles) == 1:
            return roles.pop()
    return remembered.role_for_all if remembered else None
