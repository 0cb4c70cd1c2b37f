"""Every way in which a file can be bad, with the sentence that answers it. Nothing is stored."""

from collections.abc import Callable

import pytest

from rapport.programmes.reading import LIMITS, Unreadable, read_table
from rapport.programmes.reading.refused import WORDINGS, Problem
from rapport.programmes.reading.tests import making

MB = 1024 * 1024
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
HEADER = ("E-mail", "Name", "Role")


def many_rows(count: int) -> list[tuple[str, ...]]:
    return [HEADER, *((f"p{n}@example.org", f"Person {n}", "Mentee") for n in range(count))]


def csv_of_many_rows() -> bytes:
    return making.text(many_rows(50_000)).encode()


def wide() -> bytes:
    return making.text([[f"Question {n}" for n in range(201)], ["yes"] * 201]).encode()


def million_references() -> bytes:
    data = making.xlsx([HEADER, *([("ada@example.org", "@@", "Mentor")] * 2_000)])
    return making.with_parts_changed(data, b"@@", b"x" * 30_000)


type Case = tuple[str, Callable[[], bytes], str]

CASES: dict[str, Case] = {
    "nothing at all": ("a.csv", bytes, "The file “a.csv” is empty"),
    "too large a file": ("a.csv", lambda: b"a" * (11 * MB), "has 11.0 MB and an import takes"),
    "a PDF": ("a.pdf", lambda: b"%PDF-1.7 ...", "is a PDF and not a table"),
    "a PNG called xlsx": ("a.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(9), "is a picture and"),
    "a JPEG": ("a.jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(9), "is a picture and"),
    "a Word document called xlsx": (
        "a.xlsx",
        lambda: making.zipped({"word/document.xml": "<w/>"}),
        "is a Word document and not a table",
    ),
    "slides": ("a.pptx", lambda: making.zipped({"ppt/x.xml": "<p/>"}), "is a presentation"),
    "Apple Numbers": ("a.numbers", lambda: making.zipped({"Index/a.iwa": "x"}), "is a Numbers"),
    "a ZIP of tables": ("a.zip", lambda: making.zipped({"a.csv": "x"}), "is a packed archive"),
    "an old Word document": ("a.xls", lambda: OLD_WORD, "is an old Office document that is not"),
    "a web page called xls": ("a.xls", lambda: b"<html><table></table>", "is a web page and"),
    "bytes of no kind": ("a.csv", lambda: bytes(range(256)) * 9, "is a file of an unknown kind"),
    "a locked workbook": ("a.xlsx", lambda: LOCKED, "is locked with a password"),
    "a workbook cut off": ("a.xlsx", lambda: making.xlsx()[:3000], "is damaged or was cut off"),
    "a workbook without insides": (
        "a.xlsx",
        lambda: making.zipped({"xl/workbook.xml": "<workbook"}),
        "is damaged or was cut off",
    ),
    "a zip bomb": ("a.xlsx", lambda: making.bomb(300 * MB), "unpacks to more than 200 MB"),
    "a zip bomb that says it is small": (
        "a.xlsx",
        lambda: making.lying_bomb(201 * MB, said=10),
        "unpacks to more than 200 MB",
    ),
    "a zip that says it is a bomb": (
        "a.xlsx",
        lambda: making.lying_bomb(12_345, said=3000 * MB),
        "unpacks to more than 200 MB",
    ),
    "one text in a million cells": ("a.xlsx", million_references, "too much memory or time"),
    "a zip of too many parts": (
        "a.xlsx",
        lambda: making.zipped({"xl/workbook.xml": "", **{f"x{n}": "" for n in range(2_001)}}),
        "unpacks to more than 200 MB",
    ),
    "a cell at the end of the world": (
        "a.xlsx",
        lambda: making.far_cell("XFD1048576"),
        "too much memory or time",
    ),
    "a cell far to the right": (
        "a.xlsx",
        lambda: making.far_cell("XFD4000"),
        "too much memory or time",
    ),
    "a cell of 20 MB": (
        "a.xlsx",
        lambda: making.long_cell(20 * MB),
        "Cell B2 holds 20,971,520 characters and a cell may hold at most 32,767",
    ),
    "a CSV cell of 9 MB": (
        "a.csv",
        lambda: b"E-mail,Name\nada@example.org," + b"x" * (9 * MB),
        "A cell in row 2 is longer than 32,767 characters",
    ),
    "a CSV cell a little too long": (
        "a.csv",
        lambda: b"E-mail,Name\nada@example.org," + b"x" * 40_000,
        "Cell B2 holds 40,000 characters",
    ),
    "50,000 rows of CSV": ("a.csv", csv_of_many_rows, "There are 50,001 filled rows"),
    "50,000 rows of XLSX": (
        "a.xlsx",
        lambda: making.long_xlsx(many_rows(50_000)),
        "There are 50,001 filled rows in “a.xlsx” and an import takes at most 20,000",
    ),
    "201 columns": ("a.csv", wide, "There are 201 columns in “a.csv”"),
    "a sheet without rows": ("a.xlsx", lambda: making.xlsx([]), "not a single filled row"),
    "blank lines only": ("a.csv", lambda: b"\n\n , \n", "not a single filled row"),
    "a header and no rows": ("a.csv", lambda: b"E-mail,Name\n", "a header in “a.csv” but no row"),
    "formulas never computed": (
        "a.xlsx",
        lambda: making.xlsx([HEADER, ("ada@example.org", '="A"&"da"', "Mentor")]),
        "Cell B2 holds a formula whose result was never saved",
    ),
    "letters of no encoding": (
        "a.csv",
        lambda: b"E-mail,Name\nada@example.org,\x81\x8d\xff\n",
        "Line 2 of “a.csv” holds letters in an encoding that nobody can tell",
    ),
    "UTF-16 cut off": (
        "a.csv",
        lambda: making.text(making.PEOPLE).encode("utf-16")[:-3],
        "is damaged or was cut off",
    ),
    "an open quotation mark": (
        "a.csv",
        lambda: b'E-mail,Name\nada@example.org,"Ada\nben@example.org,Ben\n',
        "A quotation mark opened in row 2",
    ),
}


def sentences_for(name: str, data: bytes) -> list[str]:
    with pytest.raises(Unreadable) as refused:
        read_table(name, data)
    return [str(finding) for finding in refused.value.findings]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_bad_file_is_refused_with_a_sentence(case: Case) -> None:
    name, make, expected = case
    sentences = sentences_for(name, make())
    assert expected in sentences[0]
    assert all("nothing is stored" in sentence for sentence in sentences)


def test_every_problem_says_that_nothing_is_stored_and_what_to_do() -> None:
    assert set(WORDINGS) == set(Problem)
    for wording in WORDINGS.values():
        kept, _, advice = wording.partition("nothing is stored. ")
        assert kept
        assert advice.endswith(".")


def test_each_finding_has_its_own_sentence() -> None:
    cells = ["x" * 40_000, "y" * 40_000, "z"]
    sentences = sentences_for("a.csv", making.text([cells, cells]).encode())
    assert [said[:7] for said in sentences] == ["Cell A1", "Cell B1", "Cell A2", "Cell B2"]


def test_a_sheet_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(Unreadable, match="Choose one of its sheets: Mentors, Mentees"):
        read_table("a.xlsx", making.workbook({"Mentors": [HEADER], "Mentees": []}), sheet="Staff")


def test_the_largest_allowed_file_is_read() -> None:
    rows = many_rows(LIMITS.rows - 1)
    assert len(read_table("a.csv", making.text(rows).encode()).rows) == LIMITS.rows - 1


def test_a_name_that_plays_tricks_is_only_shown() -> None:
    sentences = sentences_for("../../etc/%(passwd)s\n" + "a" * 500, b"")
    assert "“../../etc/%(passwd)s aaa" in sentences[0]
    assert len(sentences[0]) < 400
