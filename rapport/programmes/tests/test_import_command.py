"""`rapport import`: the same import for the command line, with a code for scripts."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from rapport.programmes.models import ImportRun, Intake
from rapport.programmes.tests.tables import PEOPLE, csv_file
from tests.cast import Cast

BAD = ("", "Gil", "not an address", "Mentee", "", "")


def command(file: Path, *options: object) -> int:
    """The exit code."""
    words = [str(file), "--organisation=harbour", "--intake=lighthouse/autumn"]
    try:
        call_command("import", *words, *map(str, options))
    except SystemExit as end:
        return int(str(end.code))
    except CommandError as error:
        return error.returncode
    return 0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_bytes(csv_file().read())
    return path


def test_people_come_in(inside: Cast, intake: Intake, file: Path) -> None:
    assert command(file) == 0
    assert intake.enrolments.count() == 3


def test_it_says_columns_counts_and_rows_set_aside(
    inside: Cast, intake: Intake, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(csv_file([*PEOPLE, BAD]).read())
    assert command(file) == 1
    told = capsys.readouterr().out
    assert "E-mail address" in told
    assert "      3  New" in told
    assert "Row 5: “not an address” is not an e-mail address" in told


@pytest.mark.parametrize("options", [["--dry-run"], ["--write-mapping", "/dev/null"]])
def test_looking_stores_nothing(
    inside: Cast, intake: Intake, file: Path, options: list[str]
) -> None:
    assert command(file, *options) == 0
    assert not intake.enrolments.exists()
    assert not ImportRun.objects.exists()


def test_a_mapping_is_written_corrected_and_used(
    inside: Cast, intake: Intake, file: Path, tmp_path: Path
) -> None:
    mapping = tmp_path / "mapping.json"
    assert command(file, "--write-mapping", mapping) == 0
    values = json.loads(mapping.read_text())
    assert values["columns"]["Topics"] == "topics"
    mapping.write_text(json.dumps({"columns": {"Topics": "ignore"}}))
    assert command(file, "--mapping", mapping) == 0
    assert intake.enrolments.get(email="ben@example.org").topics == []


@pytest.mark.parametrize(
    "content", ["", "[]", '{"columns": {"Nobody": "name"}}', '{"columns": {"Topics": "king"}}']
)
def test_a_mapping_that_makes_no_sense_stores_nothing(
    inside: Cast, intake: Intake, file: Path, tmp_path: Path, content: str
) -> None:
    mapping = tmp_path / "mapping.json"
    mapping.write_text(content)
    assert command(file, "--mapping", mapping) == 2
    assert not intake.enrolments.exists()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"Name\nAda\n"])
def test_a_file_that_is_refused_ends_with_two(
    inside: Cast, intake: Intake, file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    assert command(file) == 2
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize(
    "wrong", ["--organisation=nowhere", "--intake=lighthouse/spring", "--intake=lighthouse"]
)
def test_an_unknown_place_is_said(inside: Cast, intake: Intake, file: Path, wrong: str) -> None:
    assert command(file, wrong) == 2


def test_a_missing_file_is_said(inside: Cast, intake: Intake, tmp_path: Path) -> None:
    assert command(tmp_path / "nothing.csv") == 2
