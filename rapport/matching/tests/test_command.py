"""`rapport match`: tables as people have them, pairs, a page and exit codes. No database."""

import csv
import json
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from rapport.matching.command.guessing import guessed, is_protected, written
from rapport.matching.command.outcome import safe
from rapport.matching.command.people import gathered, number_of, offset_of, scale_of
from rapport.matching.command.reading import Unusable, read_sources
from rapport.matching.engine import read_criteria

HEAD = "Name,Email,Role,Topics,How many mentees?,Manager,Gender,Pace"
ROWS = (
    "Ada,ada@example.org,Mentor,Leading; Writing,2,Hedy,f,3",
    "Abe,abe@example.org,Mentor,Statistics,1,Hugo,m,5",
    "Ben,ben@example.org,Mentee,Leading,,Hugo,m,4",
    "Bea,bea@example.org,Mentee,Statistics,,Ada,f,1",
    "Bo,bo@example.org,Mentee,Writing,,,m,2",
)
NOON = datetime(2026, 1, 15, 12)  # noqa: DTZ001 - the zone is asked for


def table(folder: Path, rows: tuple[str, ...] = ROWS, head: str = HEAD) -> Path:
    path = folder / "people.csv"
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    return path


def run(*options: object) -> str:
    out = StringIO()
    call_command("match", *map(str, options), stdout=out, stderr=StringIO())
    return out.getvalue()


def pairs_in(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8-sig") as file:
        return {row["mentee"]: row["mentor"] for row in csv.DictReader(file)}


def test_one_table_becomes_pairs_a_page_and_json(tmp_path: Path) -> None:
    out, page, data = tmp_path / "pairs.csv", tmp_path / "report.html", tmp_path / "all.json"
    said = run("--people", table(tmp_path), "--out", out, "--report", page, "--json", data)
    assert pairs_in(out) == {"Ben": "Ada", "Bea": "Abe", "Bo": "Ada"}
    assert "no better choice exists" in said
    assert json.loads(data.read_text())["gap"] == 0
    assert "Both named Leading." in page.read_text()


def test_nobody_is_paired_with_her_manager(tmp_path: Path) -> None:
    rows = (
        "Ada,ada@example.org,Mentor,Leading,1,,f,1",
        "Bea,b@example.org,Mentee,Leading,,Ada,f,1",
    )
    run("--people", table(tmp_path, rows), "--out", tmp_path / "pairs.csv")
    assert pairs_in(tmp_path / "pairs.csv") == {}


def test_two_files(tmp_path: Path) -> None:
    mentees, mentors = tmp_path / "mentees.csv", tmp_path / "mentors.csv"
    mentees.write_text("Name,Email,Topics\nBen,ben@example.org,Leading\n")
    mentors.write_text("Name,Email,Topics\nAda,ada@example.org,Leading\n")
    run("--people", mentees, "--mentors", mentors, "--out", tmp_path / "pairs.csv")
    assert pairs_in(tmp_path / "pairs.csv") == {"Ben": "Ada"}


def test_one_workbook_with_a_sheet_for_each_side(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Mentors"  # type: ignore[union-attr]
    for name, person in (("Mentors", "Ada"), ("Mentees", "Ben")):
        sheet = book[name] if name in book.sheetnames else book.create_sheet(name)
        for line in (["Name", "Email", "Topics"], [person, f"{person}@example.org", "Leading"]):
            sheet.append(line)
    book.save(tmp_path / "people.xlsx")
    run("--people", tmp_path / "people.xlsx", "--out", tmp_path / "pairs.csv")
    assert pairs_in(tmp_path / "pairs.csv") == {"Ben": "Ada"}


def test_a_bad_row_is_told_and_does_not_stop_the_others(tmp_path: Path) -> None:
    rows = (*ROWS, "Bill,bill@example.org,Gardener,Leading,,,,")
    with pytest.raises(SystemExit) as ended:
        run("--people", table(tmp_path, rows), "--out", tmp_path / "pairs.csv")
    assert ended.value.code == 1
    assert len(pairs_in(tmp_path / "pairs.csv")) == 3


@pytest.mark.parametrize(
    ("rows", "options"),
    [(ROWS[:2], []), (ROWS, ["--criteria", "nowhere.toml"]), ((), [])],
    ids=["mentors alone", "no such criteria", "an empty table"],
)
def test_what_cannot_be_matched_is_refused(
    tmp_path: Path, rows: tuple[str, ...], options: list[str]
) -> None:
    with pytest.raises(CommandError) as refused:
        run("--people", table(tmp_path, rows), "--out", tmp_path / "pairs.csv", *options)
    assert refused.value.returncode == 2
    assert not (tmp_path / "pairs.csv").exists()


def test_the_guess_can_be_written_changed_and_given_back(tmp_path: Path) -> None:
    criteria = tmp_path / "criteria.toml"
    run("--people", table(tmp_path), "--write-criteria", criteria)
    first, again = tmp_path / "first.csv", tmp_path / "again.csv"
    run("--people", table(tmp_path), "--out", first)
    run("--people", table(tmp_path), "--out", again, "--criteria", criteria)
    assert first.read_text() == again.read_text()


def test_what_people_wrote_counts_a_little(tmp_path: Path) -> None:
    head = "Name,Email,Role,In a few sentences: what do you hope for?"
    long = "I hope to find somebody who knows how to write well and is read by many people {}"
    rows = ("Ada,a@example.org,Mentor,{}", "Ben,b@example.org,Mentee,{}")
    lines = tuple(row.format('"' + long.format(n) + '"') for n, row in enumerate(rows))
    (source,) = read_sources(table(tmp_path, lines, head), None, None)
    criteria, _ = guessed(gathered(source.sign_ups(), NOON))
    assert [one.kind for one in criteria.criteria] == ["meaning"]
    assert read_criteria(written(criteria)) == criteria


def test_traits_that_must_not_count_are_named_and_left_out(tmp_path: Path) -> None:
    (source,) = read_sources(table(tmp_path), None, None)
    criteria, guesses = guessed(gathered(source.sign_ups(), NOON))
    assert {one.question for one in criteria.criteria} == {"topics", "Pace"}
    assert any("Gender" in str(one.why) for one in guesses)
    assert read_criteria(written(criteria)) == criteria


@pytest.mark.parametrize(
    ("question", "protected"),
    [("Gender", True), ("Your age?", True), ("Which agency?", False), ("Religion", True)],
)
def test_protected_questions_are_known_by_their_words(question: str, protected: bool) -> None:
    assert is_protected(question) is protected


@pytest.mark.parametrize(
    ("text", "number"), [("5+", 5), ("1 (first year)", 1), ("2,5 years", 2.5), ("Senior", None)]
)
def test_a_stage_with_a_number_is_a_number(text: str, number: float | None) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("Europe/Berlin", 1), ("UTC+5:30", 5.5), ("-3", -3), ("the moon", None), ("", None)],
)
def test_time_zones_are_hours(zone: str, hours: float | None) -> None:
    assert offset_of(zone, NOON) == hours


def test_only_numbers_that_differ_are_a_scale() -> None:
    assert scale_of(["1", "3", "2"]) == (1, 3)
    assert scale_of(["1", "often"]) is None
    assert scale_of(["2", "2"]) is None


def test_no_cell_is_a_formula() -> None:
    assert safe("=1+1") == "'=1+1"


def test_one_side_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        read_sources(table(tmp_path, ROWS[:2]), None, None)
