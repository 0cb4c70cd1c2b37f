"""No number of a report, and no two of them together, point at one to four people."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from rapport.domain.findings import LEAST, coarse
from rapport.domain.permissions import Role
from rapport.evaluation.models import AnalysisPlan, PersonnelFile, ReportEdition
from rapport.evaluation.reading.table import Given
from rapport.evaluation.report.document import from_data
from rapport.evaluation.tests.conftest import AT, taken_in
from rapport.evaluation.tests.staged import backdate, set_goals
from rapport.evaluation.tests.test_evaluation_report import made
from rapport.relationships.models import Participant
from tests.cast import Cast

TOO_EARLY = datetime(1990, 1, 1, tzinfo=UTC)
SHORT_OF = re.compile(r"\b(11[6-9]|[1-4] (people|rows|participants))\b")
"""What is left of 120 without one to four, and one to four themselves."""


@pytest.fixture
def edition(file: PersonnelFile, inside: Cast) -> ReportEdition:
    """A report on 120 people; two of them joined before they were hired, so they are set aside."""
    programme = file.plan.programme
    set_goals(programme, 1)
    seats = Participant.objects.filter(relationship__intake__programme=programme, role=Role.MENTEE)
    backdate({seat.relationship_id: TOO_EARLY for seat in seats[:2]})
    return made(file, inside).editions.get(language="en")


def counts_in(found: Any) -> Iterator[float]:
    """Every number of people anywhere in the findings."""
    if isinstance(found, dict):
        if found.get("unit") == "people":
            yield from (found["value"], found["low"], found["high"])
        yield from (found[key] for key in ("n", "count", "read") if found.get(key) is not None)
        found = list(found.values())
    for inner in found if isinstance(found, list) else []:
        yield from counts_in(inner)


def test_two_who_are_set_aside_are_told_by_no_number(edition: ReportEdition) -> None:
    findings = json.loads(edition.findings)
    counts = list(counts_in(findings))
    assert len(counts) > 20
    assert [count for count in counts if count % LEAST] == []
    reasons = {one["reason"]: one for one in findings["ledger"]["participants"]["set_aside"]}
    early = reasons["joined_before_hire"]
    assert (early["hidden"], "count" in early) == ("few", False)


def test_the_table_of_figures_keeps_to_it(edition: ReportEdition) -> None:
    rows = list(csv.DictReader(io.StringIO(edition.figures)))
    assert [row for row in rows if row["n"] and int(row["n"]) % LEAST] == []
    shares = [row["value"] for row in rows if row["part"] != "difference" and row["value"]]
    assert shares
    assert [share for share in shares if len(share.partition(".")[2]) > 2] == []


def test_the_pages_keep_to_it(edition: ReportEdition) -> None:
    document = from_data(edition.document)
    assert SHORT_OF.findall(document.words()) == []
    method = document.pages[-1]
    cells = [row for block in method.blocks for row in getattr(block, "rows", ())]
    joined = "Joined before the first day of employment."
    assert ("Participants", joined, "fewer than 5") in cells


def test_the_page_on_which_a_file_is_read_keeps_to_it(
    cora: Client, locked: AnalysisPlan, workforce: Given, inside: Cast
) -> None:
    nonsense = b"\nX1,soon,,,,,,\nX2,later,,,,,,\n"
    file = taken_in(locked, Given("staff.csv", workforce.content.rstrip() + nonsense), inside)
    page = cora.get(f"{AT}files/{file.pk}/questions/").content.decode()
    told = "Cannot be read as a day: the first day of employment."
    assert f"{told} (fewer than 5)" in page
    assert "1,202" not in page


@pytest.mark.parametrize(("people", "told"), [(5, 5), (7, 5), (8, 10), (118, 120), (1_212, 1_210)])
def test_people_are_told_to_the_nearest_five(people: int, told: int) -> None:
    assert coarse(people) == told
