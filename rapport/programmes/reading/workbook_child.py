"""Opens one workbook in a process of its own, with little memory and time, and prints it as JSON.

It is a script: it imports nothing of Rapport and trusts nothing in the file. A workbook of a few
kilobytes can claim a cell at the far end of seventeen thousand million; then this process dies
and the server does not.
"""

import contextlib
import datetime
import io
import json
import re
import resource
import sys
import zipfile
from typing import Any
from xml.parsers import expat

import python_calamine as calamine

type Cell = (
    int
    | float
    | str
    | bool
    | datetime.time
    | datetime.date
    | datetime.datetime
    | datetime.timedelta
)
UNCOMPUTED = re.compile(
    rb"<(?:\w+:)?c\b(?P<about>[^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
WHERE = re.compile(rb'\br="([A-Z]+[0-9]+)"')
EMPTY_TEXT = b't="str"'


class TooMuch(Exception):
    """A sheet of more text than anybody typed: one long text that a million cells refer to."""


def main() -> None:
    limits = json.loads(sys.argv[1])
    data = sys.stdin.buffer.read()
    _hold(limits["memory"], limits["seconds"])
    try:
        answer: dict[str, Any] = {"sheets": _sheets(data, limits)}
    except (TooMuch, MemoryError):
        answer = {"problem": "too_heavy"}
    except calamine.PasswordError:
        answer = {"problem": "password"}
    except (calamine.CalamineError, zipfile.BadZipFile, expat.ExpatError):
        answer = {"problem": "damaged"}
    sys.stdout.write(json.dumps(answer))


def _hold(memory: int, seconds: int) -> None:
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _sheets(data: bytes, limits: dict[str, int]) -> list[dict[str, Any]]:
    workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    uncomputed = _uncomputed(data) if data.startswith(b"PK") else {}
    return [
        _sheet(workbook.get_sheet_by_name(about.name), limits)
        | {
            "hidden": about.visible != calamine.SheetVisibleEnum.Visible,
            "uncomputed": uncomputed.get(about.name, []),
        }
        for about in workbook.sheets_metadata
        if about.typ == calamine.SheetTypeEnum.WorkSheet
    ]


def _sheet(sheet: calamine.CalamineSheet, limits: dict[str, int]) -> dict[str, Any]:
    rows: list[tuple[int, list[str]]] = []
    too_long: list[tuple[int, int, int]] = []
    count = width = 0
    left = limits["sheet"]
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        texts = _trimmed(list(map(_text, cells)))
        if not texts:
            continue
        count, width = count + 1, max(width, len(texts))
        if count <= limits["rows"] and len(texts) <= limits["columns"]:
            too_long += _cut(texts, number, limits["cell"])
            left = _less(left, texts)
            rows.append((number, texts))
    merged = [[a + 1, b, c + 1, d] for (a, b), (c, d) in sheet.merged_cell_ranges or []]
    return {
        "name": sheet.name,
        "rows": rows,
        "row_count": count,
        "width": width,
        "merged": sorted(merged)[: limits["merged"]],
        "too_long": too_long,
    }


def _less(left: int, texts: list[str]) -> int:
    left -= sum(map(len, texts))
    if left < 0:
        raise TooMuch
    return left


def _trimmed(texts: list[str]) -> list[str]:
    while texts and not texts[-1].strip():
        texts.pop()
    return texts


def _cut(texts: list[str], number: int, longest: int) -> list[tuple[int, int, int]]:
    """Shorten what is too long in place, and say where it was and how long."""
    found = [(number, i, len(text)) for i, text in enumerate(texts) if len(text) > longest]
    for _number, i, _length in found:
        texts[i] = texts[i][:80]
    return found


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return str(cell)


def _uncomputed(data: bytes) -> dict[str, list[str]]:
    """Sheet name -> its first cells with a formula and no saved result (XLSX only)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
            return {}
        parts = _parts(archive)
        return {
            sheet: _uncomputed_cells(archive.read(part))
            for sheet, part in parts.items()
            if part in names
        }


def _uncomputed_cells(xml: bytes) -> list[str]:
    if not re.search(rb"<(?:\w+:)?f[ />]", xml):
        return []
    abouts = (match["about"] for match in UNCOMPUTED.finditer(xml))
    places = (WHERE.search(about) for about in abouts if EMPTY_TEXT not in about)
    return [place[1].decode() for place in places if place][:5]


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    targets = {
        about.get("Id", ""): about.get("Target", "")
        for about in _elements(archive.read("xl/_rels/workbook.xml.rels"), "Relationship")
    }
    sheets = _elements(archive.read("xl/workbook.xml"), "sheet")
    return {
        about.get("name", ""): _path(targets.get(about.get("r:id", ""), "")) for about in sheets
    }


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _elements(xml: bytes, tag: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []

    def notice(name: str, about: dict[str, str]) -> None:
        if name.rpartition(":")[2] == tag:
            found.append(about)

    parser = expat.ParserCreate()
    parser.StartElementHandler = notice
    parser.Parse(xml, True)
    return found


if __name__ == "__main__":
    main()
