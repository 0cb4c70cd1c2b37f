"""People out of one table or two, for the command line.

Knows how tables lie in files: one with a column for the role, one workbook with a sheet for each
side, or two files. What a cell means is the reader's business.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from rapport.domain.sentences import _
from rapport.programmes.reading import (
    LIMITS,
    Mapping,
    Outcome,
    Role,
    RowPlan,
    Sentence,
    SignUp,
    Table,
    Target,
    plan_import,
    read_table,
    suggest_mapping,
)

ROOMY = replace(
    LIMITS, file_bytes=2**31, inflated_bytes=2**33, rows=2_000_000, sheet_characters=2**31,
    reader_bytes=2**33, reader_seconds=1800,
)  # fmt: skip
"""Whoever uses the command line reads files of their own: only the machine sets limits."""

NOBODY_HERE = _(
    "“%(name)s” names no mentor and no mentee that could be paired. Say who is what: by a column "
    "with the role, by two sheets, or by --mentors with a second file."
)


class Unusable(Exception):
    """The files cannot be matched; says what to do."""


@dataclass(frozen=True)
class Source:
    """One table as it was understood."""

    table: Table
    mapping: Mapping
    rows: tuple[RowPlan, ...]
    notes: tuple[Sentence, ...]

    def set_aside(self) -> tuple[RowPlan, ...]:
        return tuple(row for row in self.rows if row.outcome is Outcome.SET_ASIDE)

    def sign_ups(self) -> tuple[SignUp, ...]:
        return tuple(row.sign_up for row in self.rows if row.sign_up is not None)


def read_sources(people: Path, mentors: Path | None, sheet: str | None) -> tuple[Source, ...]:
    """The tables of both sides; raises Unusable or Unreadable with what to do."""
    if mentors is not None:
        sides = ((people, sheet, Role.MENTEE), (mentors, None, Role.MENTOR))
        sources = tuple(read_side(*side) for side in sides)
    else:
        sources = tuple(read_alone(people, sheet))
    roles = {one.role for source in sources for one in source.sign_ups()}
    covered = {side for role in roles for side in (Role.MENTEE, Role.MENTOR) if role.covers(side)}
    if covered < {Role.MENTEE, Role.MENTOR}:
        raise Unusable(Sentence.of(NOBODY_HERE, name=people.name))
    return sources


def read_alone(path: Path, sheet: str | None) -> Iterable[Source]:
    """One table with a column for the role, or a sheet for each side."""
    table = read_table(path.name, path.read_bytes(), sheet=sheet, limits=ROOMY)
    mapping = suggest_mapping(table)
    names = (table.sheet, *table.other_sheets)
    sides = {role: name for name in names if (role := side_of(name))}
    if Target.ROLE not in mapping.targets() and len(sides) == 2 and sheet is None:
        for role, name in sides.items():
            yield read_side(path, name, role)
    else:
        yield understood(table, mapping)


def side_of(sheet: str) -> Role | None:
    """The side that a sheet is named after."""
    name = sheet.casefold()
    return next((role for role in (Role.MENTEE, Role.MENTOR) if role.value in name), None)


def read_side(path: Path, sheet: str | None, role: Role) -> Source:
    """A table in which everybody has one role, unless a column says otherwise."""
    table = read_table(path.name, path.read_bytes(), sheet=sheet, limits=ROOMY)
    return understood(table, suggest_mapping(table).with_role_for_all(role))


def understood(table: Table, mapping: Mapping) -> Source:
    """The rows as sign-ups; where nothing else says who somebody is, the name does."""
    if not mapping.targets() & {Target.EMAIL, Target.REFERENCE}:
        for column in mapping.columns:
            if column.target is Target.NAME:
                mapping = mapping.with_target(column.header, Target.REFERENCE)
    plan = plan_import(table, mapping)
    return Source(table, mapping, plan.rows, (*table.notes, *plan.problems))
