"""A programme that Cora runs, and a made-up firm whose people signed up for it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rapport.audit.models import AuditLine
from rapport.domain.permissions import Role
from rapport.evaluation.actions.analysis_plan import begin_plan, change_plan, lock_plan
from rapport.evaluation.actions.personnel_file import (
    answer_questions,
    name_columns,
    upload_personnel_file,
)
from rapport.evaluation.models import AnalysisPlan, PersonnelFile
from rapport.evaluation.queries.columns import columns_in
from rapport.evaluation.reading.table import Given
from rapport.evaluation.tests.simulated import ANSWERS, Firm, export
from rapport.evaluation.tests.staged import stage
from rapport.organisations.scope import CLOCK, setting
from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Intake, Programme, ProgrammeDuty
from tests.cast import Cast, browser_of

AT = "/programmes/lighthouse/evaluation/"
FIRM = Firm(people=1_200, participants=120, effect=0.5)
DECIDED = {
    "title": "Lighthouse",
    "outcomes": {"primary": ["goals", "retention"]},
    "retention": {"months": [12], "counted": "most"},
}


@pytest.fixture
def inside(cast: Cast) -> Iterator[Cast]:
    with tenant(cast.organisation):
        yield cast


@pytest.fixture
def intake(inside: Cast) -> Intake:
    programme = Programme.objects.create(name="Lighthouse", slug="lighthouse")
    ProgrammeDuty.objects.create(programme=programme, person=inside.cora, role=Role.COORDINATOR)
    return Intake.objects.create(
        programme=programme,
        name="Autumn",
        code="autumn",
        starts_on=date(2020, 9, 1),
        ends_on=date(2021, 6, 30),
    )


@pytest.fixture
def plan(intake: Intake, inside: Cast) -> AnalysisPlan:
    return begin_plan(intake.programme, by=inside.cora)


@pytest.fixture
def locked(plan: AnalysisPlan, inside: Cast) -> AnalysisPlan:
    change_plan(plan, DECIDED, expected=120, by=inside.cora)
    lock_plan(plan, by=inside.cora)
    return plan


@pytest.fixture
def files(intake: Intake, inside: Cast, tmp_path: Path) -> dict[str, Path]:
    """The firm's files; its participants are in the records of the programme."""
    paths = export(FIRM, tmp_path)
    stage(intake, paths["participants"], inside.ada)
    return paths


@pytest.fixture
def workforce(files: dict[str, Path]) -> Given:
    return Given("staff.csv", files["workforce"].read_bytes())


@pytest.fixture
def file(locked: AnalysisPlan, workforce: Given, inside: Cast) -> PersonnelFile:
    """Taken in, its columns named and all questions answered."""
    return taken_in(locked, workforce, inside)


def taken_in(plan: AnalysisPlan, given: Given, cast: Cast) -> PersonnelFile:
    erase_on = timezone.localdate() + timedelta(days=30)
    file = upload_personnel_file(plan, "workforce", given, erase_on=erase_on, by=cast.cora)
    columns = {one.field: one.header for one in columns_in("workforce", given) if one.field}
    name_columns(file, columns, by=cast.cora)
    answer_questions(file, ANSWERS, by=cast.cora)
    return file


def noted() -> list[tuple[str, str]]:
    """What the log says was done to which row, in order."""
    with setting(CLOCK, "on"):
        lines = AuditLine.objects.order_by("number").values_list("action", "detail")
        return [(action, str(detail)) for action, detail in lines]


def followed(client: Client, answer: Any) -> Any:
    """The page a redirect leads to, inside the mount."""
    return client.get(answer.headers["Location"].removeprefix("/o/harbour"))


@pytest.fixture
def cora(inside: Cast) -> Iterator[Client]:
    with browser_of(inside.cora, inside.organisation) as client:
        yield client
