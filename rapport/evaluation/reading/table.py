"""From the bytes of a file to a frame of texts with row numbers, fast where the file is tidy.

A tidy text file goes straight to polars, a million rows in a second. Workbooks, untidy text and
odd encodings go through the reader that the import of people uses.
"""

import csv
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import polars as pl

from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.questions import Unusable
from rapport.evaluation.words import Note
from rapport.programmes.reading import LIMITS, Row, Table, Unreadable, read_table
from rapport.programmes.reading.encoding import decode
from rapport.programmes.reading.headers import find_header, name_columns
from rapport.programmes.reading.kinds import Kind, kind_of
from rapport.programmes.reading.text import DECLARED, likely_delimiter

SAMPLE = 65_536
LARGE = replace(
    LIMITS,
    file_bytes=2 * 2**30,
    inflated_bytes=2 * 2**30,
    rows=3_000_000,
    sheet_characters=2_000_000_000,
    reader_bytes=6 * 2**30,
    reader_seconds=280,
)
UTF8_MARK = b"\xef\xbb\xbf"
SEARCHED = 20

type Choice = Callable[[Sequence[str]], Mapping[str, str]]


@dataclass(frozen=True)
class Laid:
    """How a tidy text file is laid out: where its header stands and what parts its cells."""

    delimiter: str
    header_row: int
    headers: tuple[str, ...]


class Readable(Protocol):
    """A file, or what came in as one: a path is one, and so are bytes with a name."""

    @property
    def name(self) -> str: ...

    def read_bytes(self) -> bytes: ...


@dataclass(frozen=True)
class Given:
    """Bytes that never were a file here."""

    name: str
    content: bytes

    def read_bytes(self) -> bytes:
        return self.content


def read_frame(file: str, path: Readable, choose: Choice, ledger: Ledger) -> pl.DataFrame:
    """The chosen columns as texts under their field names, and `row`, the number of each row.

    `choose` is given the headers and says which header each field has. Blank cells are null.
    Raises Unusable when the file cannot be read at all.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unusable(Note.of("refused_no_file", file=str(path))) from error
    frame = _tidy(path.name, data, choose, ledger)
    if frame is None:
        frame = _careful(file, path.name, data, choose, ledger)
    filled = pl.any_horizontal(pl.exclude("row").is_not_null())
    odd = not data.isascii() or b"\t" in data
    frame = frame.with_columns(_cleaned(pl.exclude("row"), odd)).filter(filled)
    ledger.read[file] = frame.height + ledger.total(file)
    return frame


def _cleaned(cell: pl.Expr, odd: bool) -> pl.Expr:
    """Without spaces around, `odd` ones made plain first; null for nothing."""
    plain = cell.str.replace_all("[\u00a0\u202f\u2007\t]", " ") if odd else cell
    plain = plain.str.strip_chars(" \ufeff\u200b")
    return pl.when(plain == "").then(None).otherwise(plain).name.keep()


def _tidy(name: str, data: bytes, choose: Choice, ledger: Ledger) -> pl.DataFrame | None:
    """None when the file is not text with one header, even rows and closed quotes."""
    if not data or len(data) > LARGE.file_bytes or not _is_text(data):
        return None
    data, guessed = _as_utf8(name, data)
    laid = None if data.count(b'"') % 2 else _layout(data)
    if laid is None:
        return None
    columns = choose(laid.headers)
    places = {field: f"column_{laid.headers.index(said) + 1}" for field, said in columns.items()}
    beyond = f"column_{len(laid.headers) + 1}"  # filled where a row has slipped to the right
    try:
        frame = pl.read_csv(
            data,
            has_header=False,
            skip_lines=laid.header_row,
            separator=laid.delimiter,
            schema={f"column_{place}": pl.String for place in range(1, len(laid.headers) + 2)},
            columns=[*sorted(set(places.values())), beyond],
            missing_columns="insert",
            row_index_name="row",
            row_index_offset=laid.header_row + 1,
        )
    except (pl.exceptions.PolarsError, ValueError):
        return None
    if frame[beyond].is_not_null().any():
        return None
    if guessed:
        ledger.note("note_encoding", file=name)
    return frame.select("row", *(pl.col(place).alias(field) for field, place in places.items()))


def _is_text(data: bytes) -> bool:
    try:
        return kind_of(data) is Kind.TEXT
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _as_utf8(name: str, data: bytes) -> tuple[bytes, bool]:
    """The same text as UTF-8 without a mark, and whether its letters had to be guessed."""
    try:
        if b"\x00" not in data[:4096]:
            data.decode("utf-8")
            return data.removeprefix(UTF8_MARK), False
    except UnicodeDecodeError:
        pass
    try:
        decoded = decode(name, data)
    except Unreadable as error:
        raise Unusable(Note.of("refused_file", why=str(error))) from error
    return decoded.text.encode(), bool(decoded.notes)


def _layout(data: bytes) -> Laid | None:
    """The header among the first rows; None where a quoted cell there runs over a line."""
    text = data[:SAMPLE].decode("utf-8", errors="ignore")
    declared = DECLARED.match(text)
    delimiter = declared[1] if declared else likely_delimiter(text)
    lines = text.splitlines()[:SEARCHED]
    cells = [next(csv.reader([line], delimiter=delimiter), []) for line in lines]
    if any(line.count('"') % 2 for line in lines):
        return None
    rows = [
        Row(number, tuple(cell.strip() for cell in row))
        for number, row in enumerate(cells, start=1)
        if any(cell.strip() for cell in row) and not (declared and number == 1)
    ]
    place = find_header(rows)
    if place is None:
        return None
    columns, _notes = name_columns(rows[place].cells)
    return Laid(delimiter, rows[place].number, tuple(column.header for column in columns))


def _careful(file: str, name: str, data: bytes, choose: Choice, ledger: Ledger) -> pl.DataFrame:
    """Through the reader of the import: any workbook, merged cells, slipped rows."""
    try:
        table = read_table(name, data, limits=LARGE)
    except Unreadable as error:
        raise Unusable(Note.of("refused_file", why=str(error))) from error
    headers = [column.header for column in table.columns]
    columns = choose(headers)
    width = len(headers)
    slipped = [row.number for row in table.rows if len(row.cells) > width]
    ledger.set_aside(file, "slipped", slipped)
    rows = [row for row in table.rows if len(row.cells) <= width]
    _note_sheets(table, file, ledger)
    cells = {field: headers.index(header) for field, header in columns.items()}
    return pl.DataFrame(
        {
            "row": pl.Series([row.number for row in rows], dtype=pl.UInt32),
            **{
                field: pl.Series([row.cells[place] for row in rows], dtype=pl.String)
                for field, place in cells.items()
            },
        }
    )


def _note_sheets(table: Table, file: str, ledger: Ledger) -> None:
    if table.other_sheets:
        others = ", ".join(table.other_sheets)
        ledger.note("note_sheets", file=file, sheet=table.sheet, others=others)
