"""Makes the files that tests read: workbooks, OpenDocument sheets, old Excel files, bombs."""

import csv
import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

from openpyxl import Workbook

type Rows = Iterable[Sequence[object]]

PEOPLE: tuple[tuple[object, ...], ...] = (
    ("E-mail", "Name", "Role"),
    ("ada@example.org", "Ada Obi", "Mentor"),
    ("ben@example.org", "Ben Aydın", "Mentee"),
)


def xlsx(rows: Rows = PEOPLE, *, title: str = "Answers", merged: Sequence[str] = ()) -> bytes:
    return workbook({title: rows}, merged=merged)


def workbook(sheets: dict[str, Rows], *, merged: Sequence[str] = ()) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for place in merged:
            sheet.merge_cells(place)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def long_xlsx(rows: Rows) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Answers")
    for row in rows:
        sheet.append(list(row))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def text(rows: Rows = PEOPLE, *, delimiter: str = ",") -> str:
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter).writerows(rows)
    return held.getvalue()


def ods(rows: Rows = PEOPLE) -> bytes:
    cells = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
    )
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content{spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Answers">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped({"mimetype": mime, "META-INF/manifest.xml": manifest, "content.xml": content})


def _ods_cell(value: object) -> str:
    words = escape(str(value))
    return (
        f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'
    )


def zipped(parts: dict[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, packing)
    return held.getvalue()


def bomb(inflated: int) -> bytes:
    """A workbook whose second part unpacks to `inflated` bytes of zeros."""
    return zipped({"xl/workbook.xml": "<workbook/>", "xl/media/zeros.bin": b"\0" * inflated})


def lying_bomb(inflated: int, said: int) -> bytes:
    """The same bomb, whose directory says that the part unpacks to `said` bytes."""
    data = bomb(inflated)
    return data.replace(struct.pack("<I", inflated), struct.pack("<I", said))


def long_cell(length: int) -> bytes:
    """A workbook of a few kilobytes with one cell of `length` letters in B2."""
    data = xlsx([("E-mail", "Name"), ("ada@example.org", "@@")])
    return with_parts_changed(data, b"@@", b"x" * length)


def with_parts_changed(data: bytes, old: bytes, new: bytes) -> bytes:
    """The same workbook, with something replaced in its XML that openpyxl would not write."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped({name: part.replace(old, new) for name, part in parts.items()})


def far_cell(place: str) -> bytes:
    """A workbook of a few kilobytes that claims a filled cell far away from the others."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet[place] = "Name", "far away"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def old_xls(rows: Rows = PEOPLE) -> bytes:
    """The oldest Excel workbook that still counts: BIFF8 records in a compound file."""
    stream = _biff(rows).ljust(4096, b"\0")
    sectors = -(-len(stream) // 512)
    chain = [*range(1, sectors), -2, -2, -3]
    table = struct.pack(f"<{len(chain)}i", *chain).ljust(512, b"\xff")
    header = struct.pack(
        "<8s16x5H6x9I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, sectors, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0),
    )
    first = struct.pack("<I", sectors + 1).ljust(436, b"\xff")
    padded = stream.ljust(sectors * 512, b"\0")
    return (header + first)[:512] + padded + _directory(len(stream)) + table


def _directory(size: int) -> bytes:
    def entry(name: str, kind: int, child: int, start: int, length: int) -> bytes:
        words = name.encode("utf-16-le")
        return struct.pack(
            "<64sHBBiii36xIQ", words, len(words) + 2, kind, 1, -1, -1, child, start, length
        )

    root, book = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0), entry("Workbook", 2, -1, 0, size)
    return root + book + bytes(256)


def _biff(rows: Rows) -> bytes:
    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    begin = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    end = record(0x0A, b"")
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            words = str(value).encode("utf-16-le")
            head = struct.pack("<HHHHB", y, x, 0, len(words) // 2, 1)
            sheet += record(0x204, head + words)
    place = len(begin) + 4 + 6 + 2 + len("Answers") + len(end)
    return (
        begin + record(0x85, struct.pack("<IHBB", place, 0, 7, 0) + b"Answers") + end + sheet + end
    )


def like_a_form(people: int = 12) -> list[list[object]]:
    """Twenty-seven columns as a form export has them, for a made-up reading club of nurses."""
    grid = "How much do these matter to you in this mentorship? [%s]"
    header: list[object] = [
        "Timestamp",
        "Email Address",
        "Your Name",
        "Do you want to take part as a mentor or as a mentee?",
        "Which ward do you work on?",
        "What year are you?",
        "Who is your line manager? (Leave blank if nobody)",
        "Which fields interest you? Select all that apply.",
        "Tell us in a few sentences how you came to nursing.",
        *(grid % word for word in ("calm", "skills", "courage", "career", "friendship")),
        "What do you hope for?",
        "Any wishes about your mentor?",
        "How many people would you like to mentor?",
        "Any wishes about your mentees?",
        "Topics for the training?",
        "Name of your school",
        "Location of your school",
        "Diplomas:",
        "In person or online meetings with your mentor/mentees?",
        "Free in the first week? (03/02/26-03/09/26)",
        "If not, which days? (03/02/26-03/09/26)",
        "Are you in our chat?",
        "Anything else?",
    ]
    return [header, *(_form_answer(number) for number in range(1, people + 1))]


FIELDS = ("Wound care", "Palliative care", "Night shifts", "Leading a ward", "Teaching, guiding")
YEARS: tuple[object, ...] = (3, "5+", "1 (Just started)", 2.0, "")
NUMBERS: tuple[object, ...] = (2, "2-3", "two", "as many as needed", "", 1)


def _form_answer(number: int) -> list[object]:
    mentor = number % 3 != 0
    fields = ", ".join(FIELDS[(number + step) % 5] for step in range(1 + number % 4))
    answer: list[object] = [""] * 27
    answer[0] = datetime(2026, 1, 1 + number % 28, 9, number % 60, 12, 340000)  # noqa: DTZ001
    answer[1:4] = [number, f"person {number}", "Mentor" if mentor else "Mentee"]
    answer[5:8] = [YEARS[number % 5], f"chief {number % 4}" if number % 2 else "", fields]
    answer[16] = NUMBERS[number % 6] if mentor else ""
    return answer
