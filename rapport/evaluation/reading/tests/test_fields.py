"""Headers as systems write them find their field, and the documentation names every field."""

import re
from pathlib import Path

import pytest

from rapport.evaluation.reading.columns import columns_of
from rapport.evaluation.reading.fields import FILES
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.questions import Unusable

SYSTEMS = {
    "Workday": [
        "Employee ID",
        "Hire Date",
        "Termination Date",
        "Termination Reason",
        "Cost Center",
    ],
    "BambooHR": ["Employee Number", "Hire Date", "Rehire Date", "Termination Date", "Department"],
    "Personio": ["Personalnummer", "Eintrittsdatum", "Letzter Arbeitstag", "Kündigungsdatum"],
    "SuccessFactors": ["Person ID External", "Effective Date", "Original Hire Date", "Event"],
    "SAP": ["PERNR", "BEGDA", "ENDDA", "Austrittsdatum"],
    "UKG": ["Employee Number", "Adjusted Service Date", "Last Day Worked", "Pay Grade"],
}
MEANT = {
    "Workday": ["person", "hired", "left", "reason", "department"],
    "BambooHR": ["person", "hired", "rehired", "left", "department"],
    "Personio": ["person", "hired", "left", "notice"],
    "SuccessFactors": ["person", "changed", "first_hired", "status"],
    "SAP": ["person", "changed", "until", "left"],
    "UKG": ["person", "first_hired", "left", "level"],
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_columns_of_a_system_are_recognised(system: str) -> None:
    found = columns_of("workforce", SYSTEMS[system], {}, Ledger())
    assert [name for name, _header in found.items()] == MEANT[system]


def test_the_plan_wins_over_the_header() -> None:
    headers = ["ID", "Hire date", "Start of everything"]
    found = columns_of("workforce", headers, {"hired": "start of everything"}, Ledger())
    assert found["hired"] == "Start of everything"


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(Unusable) as refused:
        columns_of("workforce", ["ID", "Hire date"], {"left": "Gone"}, Ledger())
    assert refused.value.notes[0].key == "refused_no_column"


def test_of_two_columns_that_fit_the_first_is_used_and_said() -> None:
    ledger = Ledger()
    headers = ["ID", "Hire date", "Termination date", "Last day of work"]
    assert columns_of("workforce", headers, {}, ledger)["left"] == "Termination date"
    assert ledger.notes[0].key == "note_second_column"


@pytest.mark.parametrize("file", FILES)
def test_every_field_stands_in_the_reference(file: str) -> None:
    page = (Path(__file__).parents[4] / "docs" / "reference" / "evaluation-files.md").read_text()
    missing = [field.name for field in FILES[file] if not re.search(rf"\b{field.name}\b", page)]
    assert missing == []
