"""Reads CSV, TSV and their relatives. A cell that starts with = + - or @ is text as any other."""

import csv
import io
import itertools
import re
from collections import Counter

from rapport.programmes.reading.cleaning import clean
from rapport.programmes.reading.encoding import decode
from rapport.programmes.reading.limits import Limits
from rapport.programmes.reading.refused import Problem, refuse
from rapport.programmes.reading.table import RawSheet, Row, letters

DELIMITERS = (",", ";", "\t", "|")
DECLARED = re.compile(r"\A\"?sep=(.)\"?\r?\n")


def read_text(name: str, data: bytes, limits: Limits) -> RawSheet:
    """The one sheet of a text file. Raises Unreadable when letters or quotes cannot be told."""
    decoded = decode(name, data)
    text = decoded.text.replace("\x00", "")
    declared = DECLARED.match(text)
    delimiter = declared[1] if declared else likely_delimiter(text)
    body = text[declared.end() :] if declared else text
    _check_quotes(name, body, delimiter)
    records = _records(body, delimiter, limits)
    rows = tuple(row for row in _rows(records, 2 if declared else 1) if any(row.cells))
    return RawSheet(
        name="",
        rows=rows[: limits.rows],
        row_count=len(rows),
        width=max((len(row.cells) for row in rows), default=0),
        ragged=True,
        too_long=_too_long(rows, limits),
        notes=decoded.notes,
    )


def likely_delimiter(text: str) -> str:
    """The delimiter that cuts the first lines into the most columns, the same in most lines."""
    sample = text[:20_000]
    return max(DELIMITERS, key=lambda delimiter: _regularity(sample, delimiter))


def _regularity(sample: str, delimiter: str) -> float:
    try:
        widths = [len(record) for record in csv.reader(io.StringIO(sample), delimiter=delimiter)]
    except csv.Error:
        return 0
    split = Counter(width for width in widths[:60] if width > 1)
    if not split:
        return 0
    (width, lines) = split.most_common(1)[0]
    return lines / len(widths[:60]) * min(width, 4)


def _check_quotes(name: str, text: str, delimiter: str) -> None:
    """Python's forgiving reader swallows the rest of a file after an open quote; find that out."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    complete = itertools.count(1)
    try:
        for _record in rows:
            next(complete)
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            refuse(Problem.OPEN_QUOTE, name=name, row=next(complete))


def _records(text: str, delimiter: str, limits: Limits) -> list[list[str]]:
    records: list[list[str]] = []
    try:
        records.extend(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        refuse(Problem.FIELD_TOO_LONG, row=len(records) + 1, limit=limits.cell_characters)
    return records


def _rows(records: list[list[str]], first: int) -> list[Row]:
    return [
        Row(number, _trimmed([clean(cell) for cell in record]))
        for number, record in enumerate(records, start=first)
    ]


def _trimmed(cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _too_long(rows: tuple[Row, ...], limits: Limits) -> tuple[tuple[str, int], ...]:
    return tuple(
        (f"{letters(i)}{row.number}", len(cell))
        for row in rows
        for i, cell in enumerate(row.cells)
        if len(cell) > limits.cell_characters
    )
