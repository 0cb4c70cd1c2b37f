"""Finds the row that names the columns, below titles and above people; makes its names unique."""

import re
from collections.abc import Sequence

from rapport.domain.sentences import _
from rapport.programmes.reading.cleaning import key_of, one_line
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.table import Column, Row, letters

SEARCHED_ROWS = 20
LONGEST_VALUE = 40
NUMBER_OR_DATE = re.compile(r"[-+]?[\d.,:/%\s-]*\d[\d.,:/%\s-]*(T[\d:.]+)?")

NO_NAME = _("Column %(column)s has no header; it is called “%(header)s” here.")
SAME_NAME = _(
    "More than one column is called “%(header)s”; column %(column)s is called “%(name)s”."
)
NO_HEADER = _(
    "The first row already holds a person, so the columns have no names. They are called by "
    "their letters here."
)
TITLES = _("Row %(row)s was taken as the header; the rows above it were left out.")


def find_header(rows: Sequence[Row]) -> int | None:
    """The place of the header among the filled rows; None when people start at once."""
    likely = [place for place in range(_first_person(rows)) if _names_columns(rows[place].cells)]
    if not likely:
        return None if rows and _first_person(rows) == 0 else 0
    most = max(_different(rows[place].cells) for place in likely)
    return next(place for place in likely if _different(rows[place].cells) >= most * 0.8)


def _first_person(rows: Sequence[Row]) -> int:
    """How many rows stand before the first that looks like a person rather than a heading."""
    for place, row in enumerate(rows[:SEARCHED_ROWS]):
        if any(map(_holds_address, row.cells)):
            return place
    return min(len(rows), SEARCHED_ROWS)


def _holds_address(cell: str) -> bool:
    before, at, after = cell.rpartition("@")
    return bool(before and at and "." in after and len(cell.split()) == 1)


def _is_value(cell: str) -> bool:
    return len(cell) <= LONGEST_VALUE and NUMBER_OR_DATE.fullmatch(cell) is not None


def _names_columns(cells: Sequence[str]) -> bool:
    """Names are words, and (nearly) all different; a merged title is one word many times."""
    filled = [cell for cell in cells if cell]
    words = [cell for cell in filled if not _is_value(cell)]
    return len(words) > len(filled) / 2 and _different(filled) >= len(filled) * 0.6


def _different(cells: Sequence[str]) -> int:
    return len({cell.casefold() for cell in cells if cell})


def name_columns(cells: Sequence[str]) -> tuple[tuple[Column, ...], tuple[Sentence, ...]]:
    """One column for each cell of the header row; blank and repeated names are made good."""
    columns: list[Column] = []
    notes: list[Sentence] = []
    seen: set[str] = set()
    for i, cell in enumerate(cells):
        header = one_line(cell) or f"Column {letters(i)}"
        name = _unused(header, seen)
        seen.add(key_of(name))
        columns.append(Column(letters(i), name))
        if not cell:
            notes.append(Sentence.of(NO_NAME, column=letters(i), header=name))
        elif name != header:
            notes.append(Sentence.of(SAME_NAME, column=letters(i), header=header, name=name))
    return tuple(columns), tuple(notes)


def _unused(header: str, seen: set[str]) -> str:
    name, count = header, 1
    while key_of(name) in seen:
        count += 1
        name = f"{header} ({count})"
    return name
