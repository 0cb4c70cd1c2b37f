"""Reads XLSX, XLSB, XLS and ODS: looks into the archive, then lets a small process open the file.

It knows sheets and cells; where the header is and what a column means is asked elsewhere.
"""

import json
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

from rapport.programmes.reading.archive import inflates_too_much
from rapport.programmes.reading.cleaning import clean
from rapport.programmes.reading.kinds import Kind
from rapport.programmes.reading.limits import Limits
from rapport.programmes.reading.refused import Problem, refuse
from rapport.programmes.reading.table import RawSheet, Row, letters

CHILD = Path(__file__).with_name("workbook_child.py")


def read_workbook(name: str, data: bytes, kind: Kind, limits: Limits) -> tuple[RawSheet, ...]:
    """All sheets of a workbook. Raises Unreadable when it is locked, damaged or a bomb."""
    if kind is Kind.LOCKED:
        refuse(Problem.PASSWORD, name=name)
    if kind is Kind.ZIPPED:
        _look_inside(name, data, limits)
    answer = _ask_child(name, data, limits)
    if "problem" in answer:
        refuse(Problem(answer["problem"]), name=name)
    return tuple(map(_raw_sheet, answer["sheets"]))


def _look_inside(name: str, data: bytes, limits: Limits) -> None:
    try:
        bomb = inflates_too_much(data, limits)
    except (zipfile.BadZipFile, zlib.error, OSError):
        refuse(Problem.DAMAGED, name=name)
    if bomb:
        refuse(Problem.INFLATES_TOO_MUCH, name=name, limit=limits.inflated_bytes // 2**20)


def _ask_child(name: str, data: bytes, limits: Limits) -> dict[str, Any]:
    bounds = {
        "memory": limits.reader_bytes,
        "seconds": limits.reader_seconds,
        "rows": limits.rows,
        "columns": limits.columns,
        "cell": limits.cell_characters,
        "sheet": limits.sheet_characters,
        "merged": limits.merged_ranges,
    }
    command = [sys.executable, "-I", str(CHILD), json.dumps(bounds)]
    try:
        done = subprocess.run(  # noqa: S603 -- our own script, no word of the file in the command
            command,
            input=data,
            capture_output=True,
            timeout=limits.reader_seconds * 2,
            check=True,
        )
    except subprocess.TimeoutExpired:
        refuse(Problem.TOO_HEAVY, name=name)
    except subprocess.CalledProcessError as died:
        killed = died.returncode < 0
        refuse(Problem.TOO_HEAVY if killed else Problem.DAMAGED, name=name)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _raw_sheet(sheet: dict[str, Any]) -> RawSheet:
    return RawSheet(
        name=clean(sheet["name"]),
        rows=tuple(Row(number, tuple(map(clean, cells))) for number, cells in sheet["rows"]),
        row_count=sheet["row_count"],
        width=sheet["width"],
        hidden=sheet["hidden"],
        merged=tuple((a, b, c, d) for a, b, c, d in sheet["merged"]),
        uncomputed=tuple(sheet["uncomputed"]),
        too_long=tuple((f"{letters(i)}{number}", n) for number, i, n in sheet["too_long"]),
    )
