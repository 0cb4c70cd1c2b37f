"""Chooses the sheet with the people, and checks it against the limits."""

from collections.abc import Sequence

from rapport.domain.sentences import _
from rapport.programmes.reading.clues import known_headers
from rapport.programmes.reading.headers import find_header
from rapport.programmes.reading.limits import Limits
from rapport.programmes.reading.refused import Problem, Unreadable, finding, refuse
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.table import RawSheet

CHOSEN = _(
    "The file has several sheets; “%(sheet)s” looks like the people and was read. The others "
    "were left out: %(others)s."
)
SHOWN_FINDINGS = 5


def choose_sheet(name: str, sheets: Sequence[RawSheet], wanted: str | None) -> RawSheet:
    """The sheet asked for, or the one whose header knows most about people."""
    if wanted is not None:
        for sheet in sheets:
            if sheet.name == wanted:
                return sheet
        names = ", ".join(sheet.name for sheet in sheets)
        refuse(Problem.NO_SUCH_SHEET, name=name, sheet=wanted, sheets=names)
    if not sheets:
        refuse(Problem.NO_ROWS, name=name)
    return max(sheets, key=_likeness)


def _likeness(sheet: RawSheet) -> tuple[bool, bool, int, int]:
    place = find_header(sheet.rows)
    known = 0 if place is None else known_headers(sheet.rows[place].cells) if sheet.rows else 0
    return sheet.row_count > 0, not sheet.hidden, known, sheet.row_count


def note_choice(chosen: RawSheet, others: Sequence[str]) -> tuple[Sentence, ...]:
    if not others:
        return ()
    return (Sentence.of(CHOSEN, sheet=chosen.name, others=", ".join(others)),)


def check_limits(name: str, sheet: RawSheet, limits: Limits) -> None:
    """Raises Unreadable with one sentence for everything that is too much in this sheet."""
    findings = [
        *_too_much(Problem.TOO_MANY_ROWS, name, sheet.row_count, limits.rows),
        *_too_much(Problem.TOO_MANY_COLUMNS, name, sheet.width, limits.columns),
        *(
            finding(Problem.CELL_TOO_LONG, cell=cell, count=count, limit=limits.cell_characters)
            for cell, count in sheet.too_long[:SHOWN_FINDINGS]
        ),
        *(finding(Problem.FORMULA_WITHOUT_VALUE, cell=c) for c in sheet.uncomputed),
    ]
    if not sheet.row_count and not findings:
        findings.append(finding(Problem.NO_ROWS, name=name))
    if findings:
        raise Unreadable(*findings)


def _too_much(problem: Problem, name: str, count: int, limit: int) -> list[Sentence]:
    return [finding(problem, name=name, count=count, limit=limit)] if count > limit else []
