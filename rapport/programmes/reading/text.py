"""Reads CSV, TSV and their relatives. A cell that starts with = + - or @ is text as any other."""

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator

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
    found = _Found(limits)
    for number, record in _records(body, delimiter, 2 if declared else 1, limits):
        found.take(number, record)
    return RawSheet(
        name="",
        rows=tuple(found.rows),
        row_count=found.count,
        width=found.width,
        ragged=True,
        too_long=tuple(found.too_long),
        notes=decoded.notes,
    )


class _Found:
    """The filled rows so far; what goes over the limits is counted and not kept."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.rows: list[Row] = []
        self.too_long: list[tuple[str, int]] = []
        self.count = self.width = 0

    def take(self, number: int, record: list[str]) -> None:
        filled = [i for i, cell in enumerate(record, start=1) if cell.strip()]
        if not filled:
            return
        self.count += 1
        self.width = max(self.width, filled[-1])
        if self.count <= self.limits.rows and filled[-1] <= self.limits.columns:
            self._keep(Row(number, tuple(map(clean, record[: self.limits.columns]))))

    def _keep(self, row: Row) -> None:
        self.rows.append(row)
        self.too_long += [
            (f"{letters(i)}{row.number}", len(cell))
            for i, cell in enumerate(row.cells)
            if len(cell) > self.limits.cell_characters
        ]


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


def _records(
    text: str, delimiter: str, first: int, limits: Limits
) -> Iterator[tuple[int, list[str]]]:
    number = first
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield number, record
            number += 1
    except csv.Error:
        refuse(Problem.FIELD_TOO_LONG, row=number, limit=limits.cell_characters)
