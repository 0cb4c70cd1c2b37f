"""CSV and its relatives: letters, delimiters, quotes, and cells that look like formulas."""

import codecs

import pytest

from rapport.programmes.reading import Table, read_table
from rapport.programmes.reading.tests import making

ROWS = [("E-mail", "Name"), ("zoe@example.org", "Zoë Grünwald"), ("ben@example.org", "Ben Aydin")]
TEXT = making.text(ROWS)


def names(table: Table) -> list[str]:
    return [row.cells[1] for row in table.rows]


def said(table: Table) -> str:
    return " ".join(map(str, table.notes))


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 marked", "utf-16", "utf-16 unmarked", "utf-16-be", "unix", "old mac"],
)
def test_letters_are_read_however_they_are_written(data: bytes) -> None:
    table = read_table("a.csv", data)
    assert names(table) == ["Zoë Grünwald", "Ben Aydin"]
    assert not table.notes


def test_windows_letters_are_read_and_said_to_be_a_guess() -> None:
    table = read_table("a.csv", TEXT.encode("cp1252"))
    assert names(table)[0] == "Zoë Grünwald"
    assert "reads well as Windows-1252" in said(table)


def test_mixed_letters_are_repaired_line_by_line_and_the_lines_are_named() -> None:
    data = TEXT.encode() + "eva@example.org,Eva Müller\r\n".encode("cp1252")
    table = read_table("a.csv", data)
    assert names(table) == ["Zoë Grünwald", "Ben Aydin", "Eva Müller"]
    assert "all others as UTF-8: 4." in said(table)


def test_letters_broken_before_they_came_are_noticed() -> None:
    table = read_table("a.csv", TEXT.encode().decode("cp1252").encode())
    assert "Some letters look broken, for example in row 2" in said(table)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [("E-mail", "Topics"), ("a@example.org", "law, art; war"), ("b@example.org", "art, law")]
    table = read_table("a.csv", making.text(rows, delimiter=delimiter).encode())
    assert [row.cells for row in table.rows] == rows[1:]


def test_a_delimiter_declared_for_excel_is_believed() -> None:
    table = read_table("a.csv", b"sep=;\r\nE-mail;Name\r\nada@example.org;Obi, Ada\r\n")
    assert table.rows[0].cells == ("ada@example.org", "Obi, Ada")
    assert (table.header_row, table.rows[0].number) == (2, 3)


@pytest.mark.parametrize("cell", ["=1+1", "+49 170 1", "-2", "@ada", '=HYPERLINK("http://x")'])
def test_a_cell_that_looks_like_a_formula_stays_a_text(cell: str) -> None:
    data = making.text([("E-mail", "Wish"), ("ada@example.org", cell)])
    assert read_table("a.csv", data.encode()).rows[0].cells[1] == cell


def test_quotes_hold_delimiters_and_line_ends() -> None:
    data = b'E-mail,Wish\nada@example.org,"law, ""art""\nand war"\nben@example.org,none\n'
    table = read_table("a.csv", data)
    assert table.rows[0].cells[1] == 'law, "art"\nand war'
    assert [row.number for row in table.rows] == [2, 3]


def test_a_row_with_more_cells_than_the_header_keeps_them() -> None:
    table = read_table("a.csv", b"E-mail,Wish\nada@example.org,law,art\n,,\nb@x.org,law\n")
    assert table.rows[0].cells == ("ada@example.org", "law", "art")
    assert len(table.columns) == 2


def test_a_column_without_a_name_is_no_slipped_row() -> None:
    table = read_table("a.csv", b"E-mail,Wish,\nada@example.org,law,art\nben@example.org,law,\n")
    assert [column.header for column in table.columns] == ["E-mail", "Wish", "Column C"]
    table = read_table("a.csv", b"E-mail,Wish\nada@example.org,law,art\nben@example.org,,war\n")
    assert [column.header for column in table.columns] == ["E-mail", "Wish", "Column C"]


def test_blank_columns_at_the_end_are_dropped() -> None:
    table = read_table("a.csv", b"E-mail,Wish,,\nada@example.org,law,,\nE-mail,Wish,,\n")
    assert [row.cells for row in table.rows] == [("ada@example.org", "law")]


def test_one_column_of_addresses_is_a_table() -> None:
    table = read_table("a.txt", b"ada@example.org\nben@example.org\n")
    assert [row.cells for row in table.rows] == [("ada@example.org",), ("ben@example.org",)]
