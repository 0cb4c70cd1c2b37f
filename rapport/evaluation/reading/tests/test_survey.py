"""What everybody said before: it meets its person by number, and counts only from before."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rapport.evaluation.reading.columns import columns_of
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.questions import Answers, Unusable
from rapport.evaluation.reading.sources import read_sources
from rapport.evaluation.reading.tests.files import PARTICIPANTS, read, reasons
from rapport.evaluation.survey import survey_sheet

HEAD = "id,engagement,intention to stay,date\n"


def test_the_sheet_that_is_handed_out_is_understood_when_it_comes_back() -> None:
    sheet = load_workbook(BytesIO(survey_sheet())).worksheets[0]
    headers = [str(cell.value) for cell in sheet[1]]
    found = columns_of("survey", headers, {}, Ledger())
    assert set(found) == {"person", "engagement", "intention", "answered"}


def test_answers_lie_beside_their_person(tmp_path: Path) -> None:
    answers = f"{HEAD}2,3,4,2021-01-05\n1,6,7,2021-01-04\n"
    facts = read(tmp_path, survey=answers).workforce.facts.sort("person")
    assert facts["engagement"].to_list() == [6, 3]
    assert facts["intention"].to_list() == [7, 4]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,6,7,2021-05-01", "answered_late"),
        ("1,6,7,", "no_answer_day"),
        ("9,6,7,2021-01-04", "not_in_workforce"),
    ],
)
def test_what_may_not_count_is_set_aside(row: str, reason: str, tmp_path: Path) -> None:
    sources = read(tmp_path, survey=f"{HEAD}{row}\n2,3,4,2022-01-05\n")
    assert reasons(sources, "survey") == {reason: 1}
    assert sources.workforce.facts.sort("person")["engagement"].to_list() == [None, 3]


def test_of_two_answers_the_first_counts(tmp_path: Path) -> None:
    sources = read(tmp_path, survey=f"{HEAD}2,3,4,2021-02-01\n2,5,5,2021-01-01\n")
    assert reasons(sources, "survey") == {"answered_again": 1}
    assert sources.workforce.facts.sort("person")["engagement"].to_list() == [None, 5]


def test_without_a_personnel_file_there_is_a_sentence(tmp_path: Path) -> None:
    list_of = tmp_path / "participants.csv"
    list_of.write_text(PARTICIPANTS)
    with pytest.raises(Unusable) as refused:
        read_sources({"participants": list_of}, Answers())
    assert refused.value.notes[0].key == "refused_no_workforce"
