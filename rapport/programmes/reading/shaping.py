"""Makes one table of a raw sheet: merged cells filled, header found, empty columns gone."""

from collections.abc import Sequence

from rapport.domain.sentences import _
from rapport.programmes.reading.cleaning import looks_broken
from rapport.programmes.reading.headers import (
    NO_HEADER,
    TITLES,
    find_header,
    name_columns,
)
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.table import Column, RawSheet, Row, Table

MERGED = _(
    "The sheet has merged cells; what stands in one counts for every row and column it spans."
)
REPEATED_HEADER = _("Row %(row)s repeats the header and was left out.")
BROKEN = _(
    "Some letters look broken, for example in row %(row)s. The file was already like this; export "
    "it again as “CSV UTF-8” or XLSX if you want the names to be right."
)


def shape(
    file_name: str, sheet: RawSheet, others: Sequence[str], notes: Sequence[Sentence]
) -> Table:
    """The table of a sheet that has at least one filled row."""
    filled = _fill_merged(sheet)
    place = find_header(filled)
    above = None if place is None else filled[place]
    below = filled if place is None else filled[place + 1 :]
    header = _header(sheet, above, below)
    people = [row for row in below if not above or row.cells != above.cells]
    columns, naming = name_columns(header)
    columns, rows = _without_empty_columns(header, columns, people)
    return Table(
        file_name=file_name,
        sheet=sheet.name,
        other_sheets=tuple(others),
        header_row=above.number if above else 0,
        columns=columns,
        rows=tuple(rows),
        notes=(
            *notes,
            *sheet.notes,
            *_notes_on_header(sheet, above, filled[0]),
            *(note for note in naming if above and _still_there(note, columns)),
            *_notes_on_repeats(above, below),
            *_broken_letters(rows),
        ),
    )


def _header(sheet: RawSheet, above: Row | None, below: Sequence[Row]) -> tuple[str, ...]:
    """The header as wide as the sheet; only in a text file may single rows go beyond it."""
    names = above.cells if above else ()
    longer = [row for row in below if any(row.cells[len(names) :])]
    if sheet.ragged and len(longer) <= len(below) / 2:
        return names
    width = max((len(row.cells) for row in below), default=0)
    return (*names, *[""] * (width - len(names)))


def _fill_merged(sheet: RawSheet) -> list[Row]:
    """Repeat each merged cell's text over its range, in the rows that hold anything at all."""
    cells = {row.number: list(row.cells) for row in sheet.rows}
    last = max(cells)
    for top, left, bottom, right in sheet.merged:
        source = cells.get(top, [])
        text = source[left] if left < len(source) else ""
        for number in range(top, min(bottom, last) + 1) if text else ():
            _spread(cells.get(number), text, left, min(right + 1, sheet.width))
    return [Row(number, tuple(found)) for number, found in sorted(cells.items())]


def _spread(row: list[str] | None, text: str, left: int, end: int) -> None:
    if row is not None:
        row.extend([""] * (end - len(row)))
        row[left:end] = [text] * (end - left)


def _without_empty_columns(
    header: Sequence[str], columns: Sequence[Column], rows: Sequence[Row]
) -> tuple[tuple[Column, ...], list[Row]]:
    """Drop columns with neither name nor value; make every row as long as the header."""
    used = {i for row in rows for i, cell in enumerate(row.cells) if cell}
    kept = [i for i in range(len(columns)) if header[i] or i in used]
    return tuple(columns[i] for i in kept), [
        Row(row.number, _cells(row.cells, kept, len(columns))) for row in rows if any(row.cells)
    ]


def _cells(cells: Sequence[str], kept: Sequence[int], width: int) -> tuple[str, ...]:
    have = len(cells)
    return (*(cells[i] if i < have else "" for i in kept), *cells[width:])


def _notes_on_header(sheet: RawSheet, above: Row | None, first: Row) -> list[Sentence]:
    notes = [Sentence.of(MERGED)] if sheet.merged else []
    if above is None:
        notes.append(Sentence.of(NO_HEADER))
    elif above is not first:
        notes.append(Sentence.of(TITLES, row=str(above.number)))
    return notes


def _notes_on_repeats(above: Row | None, below: Sequence[Row]) -> list[Sentence]:
    repeats = [row.number for row in below if above and row.cells == above.cells]
    return [Sentence.of(REPEATED_HEADER, row=str(number)) for number in repeats]


def _still_there(note: Sentence, columns: Sequence[Column]) -> bool:
    return dict(note.values)["column"] in {column.letters for column in columns}


def _broken_letters(rows: Sequence[Row]) -> list[Sentence]:
    for row in rows:
        if any(map(looks_broken, row.cells)):
            return [Sentence.of(BROKEN, row=str(row.number))]
    return []
