"""Every trap that a real export holds: read, asked about, or set aside with its reason."""

from pathlib import Path

import pytest

from rapport.evaluation.reading.questions import Unanswered, Unusable
from rapport.evaluation.reading.tests.files import SETTLED, WORKFORCE, notes, read, reasons, spells

GERMAN = (
    "Personalnummer;Eintrittsdatum;Austrittsdatum;Austrittsgrund;Gehalt;Abteilung\n"
    "00001;01.03.2019;31.12.9999;;51.234,50;Büro\n"
    "00002;01.03.2019;31.01.2022;Eigenkündigung;41.000,00;Vertrieb\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_letters_and_delimiters_are_found_out(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    rows = GERMAN.replace(",", ".").replace(";", delimiter)
    found = read(tmp_path, rows.encode(encoding))
    assert spells(found) == [("1", "2019-03-01", ""), ("2", "2019-03-01", "2022-01-31")]
    assert found.workforce.facts["department"].to_list() == ["Büro", "Vertrieb"]


def test_a_decimal_comma_and_a_day_that_means_never_are_understood_and_said(tmp_path: Path) -> None:
    found = read(tmp_path, GERMAN)
    assert found.workforce.facts["salary"].to_list() == [51234.5, 41000.0]
    assert {"note_comma", "note_never", "note_zeros"} <= notes(found)


def test_an_order_that_nobody_can_tell_is_asked_about(tmp_path: Path) -> None:
    rows = "id,hired,left\n1,03/04/2019,\n2,05/06/2019,\n"
    with pytest.raises(Unanswered) as asked:
        read(tmp_path, rows)
    assert [question.name for question in asked.value.questions] == ["date_order_workforce"]
    found = read(tmp_path, rows, answers=SETTLED | {"date_order_workforce": "month_first"})
    assert spells(found)[0] == ("1", "2019-03-04", "")


def test_all_open_questions_come_at_once(tmp_path: Path) -> None:
    rows = "id,hired,left,reason,grade\n1,03/04/2019,,,A\n2,05/06/2019,01/02/2020,ZA-17,B\n"
    with pytest.raises(Unanswered) as asked:
        read(tmp_path, rows, answers={})
    names = {question.name for question in asked.value.questions}
    expected = {
        "date_order_workforce",
        "export_day",
        "leavers_since",
        "exit_ZA-17",
        "attributes",
        "counted",
    }
    assert names == expected


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",2019-03-01,,", "no_person"),
        ("1.2E+07,2019-03-01,,", "broken_person"),
        ("3,,,", "no_hired"),
        ("3,soon,,", "unreadable_hired"),
        ("3,2019-03-01,2018-01-01,", "left_before_hired"),
        ("3,2024-03-01,,", "hired_later"),
        ("3,2019-03-01,,Terminated", "undated_exit"),
        ("1,2019-03-01,,Active", "repeated"),
        ("3,2019-03-01,,Active,Ltd", "slipped"),
        ("3,2019-03-01,,Active,Ltd,more", "slipped"),
    ],
)
def test_a_row_that_cannot_be_used_is_set_aside_with_its_reason(
    tmp_path: Path, row: str, reason: str
) -> None:
    found = read(tmp_path, f"id,hired,left,status\n1,2019-03-01,,Active\n{row}\n")
    assert reasons(found) == {reason: 1}
    assert found.ledger.entries[0].rows == (3,)
    assert spells(found) == [("1", "2019-03-01", "")]


@pytest.mark.parametrize(
    ("again", "kept"),
    [
        ("2020-01-30", [("1", "2019-01-01", "")]),
        ("2020-01-31", [("1", "2019-01-01", "2020-01-01"), ("1", "2020-01-31", "")]),
    ],
)
def test_a_gap_of_thirty_days_makes_a_second_spell(
    tmp_path: Path, again: str, kept: list[tuple[str, str, str]]
) -> None:
    rows = f"id,hired,left\n1,2019-01-01,2020-01-01\n1,{again},\n"
    assert spells(read(tmp_path, rows)) == kept


def test_a_move_to_a_sister_company_is_no_exit(tmp_path: Path) -> None:
    rows = (
        "id,hired,left,company,reason\n"
        "1,2019-01-01,2020-06-30,Rapport AG,Konzernwechsel\n1,2020-07-01,,Rapport Ltd,\n"
    )
    found = read(tmp_path, rows)
    assert spells(found) == [("1", "2019-01-01", "")]
    assert "note_employer" in notes(found)


def test_people_who_left_before_leavers_were_kept_are_set_aside(tmp_path: Path) -> None:
    answers = SETTLED | {"leavers_since": "2022-06-01"}
    assert reasons(read(tmp_path, WORKFORCE, answers=answers)) == {"left_before_window": 1}


def test_an_announced_leaving_is_not_yet_one(tmp_path: Path) -> None:
    found = read(tmp_path, "id,hired,left\n1,2019-03-01,2024-02-28\n")
    assert spells(found) == [("1", "2019-03-01", "")]
    assert "note_announced" in notes(found)


def test_one_row_for_each_change_gives_one_spell_and_dated_facts(tmp_path: Path) -> None:
    rows = (
        "id,effective date,entry date,hired,status,level\n"
        "1,2019-03-01,2019-02-01,2019-03-01,Active,A\n"
        "1,2021-03-01,2021-04-01,2019-03-01,Active,B\n"
        "1,2022-08-15,2022-08-01,2019-03-01,Terminated,B\n"
        "2,2020-01-01,2020-01-01,2020-01-01,Active,A\n"
    )
    found = read(tmp_path, rows, answers={"leavers_since": "always", "export_day": "2023-12-31"})
    assert spells(found) == [("1", "2019-03-01", "2022-08-15"), ("2", "2020-01-01", "")]
    assert found.workforce.dated
    assert {"note_per_change", "note_entered"} <= notes(found)


def test_a_fact_that_is_blank_for_those_who_left_is_barred(tmp_path: Path) -> None:
    here = "".join(f"{i},2019-03-01,,Sales,f\n" for i in range(1, 31))
    gone = "".join(f"{i},2019-03-01,2021-01-31,,m\n" for i in range(31, 61))
    found = read(tmp_path, f"id,hired,left,department,gender\n{here}{gone}")
    assert dict(found.barred) == {"department": "blank_for_leavers"}


def test_facts_of_today_are_barred_and_those_for_good_are_not(tmp_path: Path) -> None:
    rows = "id,hired,left,department,gender\n1,2019-03-01,,Sales,f\n2,2019-03-01,,IT,m\n"
    found = read(tmp_path, rows, answers=SETTLED | {"attributes": "today"})
    assert dict(found.barred) == {"department": "as_of_today"}


def test_a_file_of_another_kind_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as refused:
        read(tmp_path, b"%PDF-1.7 \x00\x00")
    assert refused.value.notes[0].key == "refused_file"


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as refused:
        read(tmp_path, "id,left\n1,2020-01-01\n2,\n")
    assert dict(refused.value.notes[0].values)["name"] == "hired"


def test_reading_a_file_twice_over_changes_nothing(tmp_path: Path) -> None:
    body = WORKFORCE.partition("\n")[2]
    assert spells(read(tmp_path, WORKFORCE + body)) == spells(read(tmp_path, WORKFORCE))
