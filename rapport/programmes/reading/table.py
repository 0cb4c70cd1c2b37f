"""What a file holds once it is read: one table of words. It knows nothing about people or roles."""

from dataclasses import dataclass

from rapport.programmes.reading.sentences import Sentence


@dataclass(frozen=True)
class Column:
    """`letters` as the spreadsheet shows them; `header` is unique in its table and never empty."""

    letters: str
    header: str


@dataclass(frozen=True)
class Row:
    """`number` as the spreadsheet shows it. More cells than columns means the row slipped."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Every cell is text: 3.0 reads "3", a date reads as ISO 8601, an empty cell reads ""."""

    file_name: str
    sheet: str
    other_sheets: tuple[str, ...]
    header_row: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Sentence, ...] = ()

    def values(self, index: int) -> tuple[str, ...]:
        """The filled cells of one column, from top to bottom."""
        return tuple(row.cells[index] for row in self.rows if row.cells[index])


@dataclass(frozen=True)
class RawSheet:
    """A sheet as it lies in the file, before anybody asked where its header is.

    `rows` are the filled rows only; `row_count` and `width` count also what was not taken over.
    `merged` ranges are (first row, first column, last row, last column), rows counted from 1,
    columns from 0.
    """

    name: str
    rows: tuple[Row, ...]
    row_count: int
    width: int
    hidden: bool = False
    ragged: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()
    uncomputed: tuple[str, ...] = ()
    too_long: tuple[tuple[str, int], ...] = ()
    notes: tuple[Sentence, ...] = ()


def letters(index: int) -> str:
    """The spreadsheet's letters of a column counted from 0: 0 is A, 26 is AA."""
    name = ""
    while index >= 0:
        index, place = divmod(index, 26)
        name = chr(ord("A") + place) + name
        index -= 1
    return name
