"""From the bytes of a file to one table of words, or to the sentences why not. Stores nothing."""

import zipfile

from rapport.programmes.reading.cleaning import clean, one_line
from rapport.programmes.reading.kinds import Kind, kind_of
from rapport.programmes.reading.limits import LIMITS, Limits
from rapport.programmes.reading.refused import Problem, refuse
from rapport.programmes.reading.shaping import shape
from rapport.programmes.reading.sheets import check_limits, choose_sheet, note_choice
from rapport.programmes.reading.table import RawSheet, Table
from rapport.programmes.reading.text import read_text
from rapport.programmes.reading.workbook import read_workbook


def read_table(
    name: str, data: bytes, *, sheet: str | None = None, limits: Limits = LIMITS
) -> Table:
    """The table of people in a file (XLSX, XLSB, XLS, ODS, CSV or TSV).

    `name` is shown in sentences and believed in nothing else. `sheet` asks for one sheet by its
    name. Raises Unreadable, with a sentence for each finding, when the file is refused whole.
    """
    name = one_line(clean(name))[:200]
    _check_size(name, data, limits)
    sheets = _sheets(name, data, limits)
    chosen = choose_sheet(name, sheets, sheet)
    check_limits(name, chosen, limits)
    others = [other.name for other in sheets if other is not chosen and other.row_count]
    table = shape(name, chosen, others, note_choice(chosen, others) if sheet is None else ())
    if not table.rows:
        refuse(Problem.NO_ANSWERS, name=name)
    return table


def _check_size(name: str, data: bytes, limits: Limits) -> None:
    if not data:
        refuse(Problem.EMPTY_FILE, name=name)
    if len(data) > limits.file_bytes:
        megabytes = f"{len(data) / 2**20:.1f}"
        limit = limits.file_bytes // 2**20
        refuse(Problem.TOO_BIG, name=name, megabytes=megabytes, limit=limit)


def _sheets(name: str, data: bytes, limits: Limits) -> tuple[RawSheet, ...]:
    try:
        kind = kind_of(data)
    except (zipfile.BadZipFile, ValueError, OSError):
        refuse(Problem.DAMAGED, name=name)
    if not isinstance(kind, Kind):
        refuse(Problem.WRONG_TYPE, name=name, kind=kind)
    if kind is Kind.TEXT:
        return (read_text(name, data, limits),)
    return read_workbook(name, data, kind, limits)
