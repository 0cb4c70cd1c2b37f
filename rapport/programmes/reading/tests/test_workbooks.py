"""What people's workbooks look like, and what is read from them."""

import datetime
from collections.abc import Callable

import pytest

from rapport.programmes.reading import Table, read_table
from rapport.programmes.reading.tests import making

HEADER = ("E-mail", "Name", "Role")
ADA = ("ada@example.org", "Ada Obi", "Mentor")


def headers(table: Table) -> list[str]:
    return [column.header for column in table.columns]


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def said(table: Table) -> str:
    return " ".join(map(str, table.notes))


@pytest.mark.parametrize("make", [making.xlsx, making.ods, making.old_xls])
def test_xlsx_ods_and_xls_read_the_same(make: Callable[[], bytes]) -> None:
    table = read_table("people", make())
    assert headers(table) == list(HEADER)
    assert cells(table) == [ADA, ("ben@example.org", "Ben Aydın", "Mentee")]
    assert [row.number for row in table.rows] == [2, 3]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (2.5, "2.5"),
        ("5+", "5+"),
        ("1 (Incoming first year)", "1 (Incoming first year)"),
        (datetime.date(2026, 3, 2), "2026-03-02"),
        (datetime.datetime(2026, 3, 2, 9, 5), "2026-03-02T09:05:00"),  # noqa: DTZ001
        (True, "TRUE"),
        ("  spaced\u00a0out ", "spaced out"),
        ("Zoe\u0308", "Zoë"),
        ("مريم 🌱", "مريم 🌱"),
        ("'+49 170", "'+49 170"),
        ("two\r\nlines", "two\nlines"),
    ],
)
def test_a_cell_becomes_the_text_a_person_saw(value: object, text: str) -> None:
    table = read_table("a.xlsx", making.xlsx([HEADER, ("ada@example.org", value, "Mentor")]))
    assert table.rows[0].cells[1] == text


def test_a_formula_counts_with_its_saved_result() -> None:
    data = making.xlsx([HEADER, ("ada@example.org", "=1+1", "Mentor")])
    saved = making.with_parts_changed(data, b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
    assert saved != data
    assert read_table("a.xlsx", saved).rows[0].cells[1] == "2"


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell() -> None:
    data = making.xlsx([HEADER, ("ada@example.org", '=""', "Mentor")])
    saved = making.with_parts_changed(data, b'<c r="B2">', b'<c r="B2" t="str">')
    assert read_table("a.xlsx", saved).rows[0].cells == ("ada@example.org", "", "Mentor")


def test_titles_above_the_header_are_left_out_and_said() -> None:
    rows = [("Mentoring 2026",), (), ("As of May", "", "draft"), HEADER, ADA]
    table = read_table("a.xlsx", making.xlsx(rows))
    assert headers(table) == list(HEADER)
    assert table.header_row == 4
    assert table.rows[0].number == 5
    assert "Row 4 was taken as the header" in said(table)


def test_a_title_merged_over_all_columns_is_not_a_header() -> None:
    rows = [("Mentoring 2026",), HEADER, ADA]
    table = read_table("a.xlsx", making.xlsx(rows, merged=["A1:C1"]))
    assert headers(table) == list(HEADER)
    assert cells(table) == [ADA]


def test_a_merged_cell_counts_for_every_row_it_spans() -> None:
    rows = [(*HEADER, "Site"), (*ADA, "Kyoto"), ("ben@example.org", "Ben Aydın", "Mentee")]
    table = read_table("a.xlsx", making.xlsx(rows, merged=["D2:D3"]))
    assert [row.cells[3] for row in table.rows] == ["Kyoto", "Kyoto"]
    assert "merged cells" in said(table)


def test_a_header_merged_downwards_is_read_once() -> None:
    rows = [("E-mail", "Wishes", ""), ("", "Topic", "Place"), ("ada@example.org", "Law", "Kyoto")]
    table = read_table("a.xlsx", making.xlsx(rows, merged=["A1:A2", "B1:C1"]))
    assert headers(table) == ["E-mail", "Topic", "Place"]


def test_the_sheet_with_people_is_chosen_and_said() -> None:
    notes = [("Remember to call the venue",)] * 40
    data = making.workbook({"Notes": notes, "People": [HEADER, ADA], "Empty": []})
    table = read_table("a.xlsx", data)
    assert (table.sheet, table.other_sheets) == ("People", ("Notes",))
    assert "“People” looks like the people and was read" in said(table)


def test_a_hidden_sheet_is_read_only_when_it_is_asked_for() -> None:
    data = making.workbook({"Now": [HEADER, ADA], "Old": [*making.PEOPLE, ADA, ADA]})
    shown = b'name="Old" sheetId="2" state="visible"'
    hidden = making.with_parts_changed(data, shown, shown.replace(b"visible", b"hidden"))
    assert read_table("a.xlsx", data).sheet == "Old"
    assert read_table("a.xlsx", hidden).sheet == "Now"
    assert read_table("a.xlsx", hidden, sheet="Old").sheet == "Old"


def test_another_sheet_can_be_asked_for() -> None:
    data = making.workbook({"Mentors": [HEADER, ADA], "Mentees": making.PEOPLE})
    assert read_table("a.xlsx", data, sheet="Mentees").rows[1].cells[1] == "Ben Aydın"


def test_stray_blanks_far_away_are_no_rows_and_no_columns() -> None:
    rows = [(*HEADER, *[""] * 30, " "), ADA, *[("",)] * 500, (" ", "\u00a0")]
    table = read_table("a.xlsx", making.xlsx(rows))
    assert headers(table) == list(HEADER)
    assert cells(table) == [ADA]


def test_blank_and_repeated_headers_get_names_of_their_own() -> None:
    rows = [("E-mail", "", "Comments", "comments"), ("ada@example.org", "x", "y", "z")]
    table = read_table("a.xlsx", making.xlsx(rows))
    assert headers(table) == ["E-mail", "Column B", "Comments", "comments (2)"]
    assert "Column B has no header" in said(table)
    assert "column D is called “comments (2)”" in said(table)


def test_people_without_any_header_are_not_taken_for_one() -> None:
    table = read_table("a.xlsx", making.xlsx([ADA, ADA]))
    assert headers(table) == ["Column A", "Column B", "Column C"]
    assert len(table.rows) == 2
    assert "The first row already holds a person" in said(table)


def test_a_header_repeated_in_the_middle_is_left_out() -> None:
    table = read_table("a.xlsx", making.xlsx([HEADER, ADA, HEADER, ADA]))
    assert len(table.rows) == 2
    assert "Row 3 repeats the header" in said(table)
