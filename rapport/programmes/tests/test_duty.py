"""Duties in a programme: given to members, and the last coordinator stays."""

import pytest
from django.test import Client

from rapport.domain.permissions import Role
from rapport.journal.models import Entry
from rapport.programmes.models import Intake, ProgrammeDuty
from tests.cast import Cast

AT = "/programmes/lighthouse/duties/"


def test_a_member_gets_a_duty_once(cora: Client, inside: Cast, intake: Intake) -> None:
    for _again in range(2):
        cora.post(AT, {"email": "ADA@example.org", "role": "facilitator"})
    assert intake.programme.duties.filter(person=inside.ada, role=Role.FACILITATOR).count() == 1
    assert Entry.objects.filter(event="DutyGiven").count() == 1


@pytest.mark.parametrize(
    ("email", "role", "sentence"),
    [
        ("eve@example.org", "facilitator", "Nobody in this organisation"),
        ("otto@example.org", "coordinator", "Nobody in this organisation"),
        ("sam@example.org", "safeguarding", "no safeguarding lead"),
    ],
)
def test_an_impossible_duty_is_refused(
    cora: Client, intake: Intake, email: str, role: str, sentence: str
) -> None:
    answer = cora.post(AT, {"email": email, "role": role})
    assert sentence in answer.content.decode()
    assert intake.programme.duties.count() == 1


def test_the_last_coordinator_stays(cora: Client, intake: Intake) -> None:
    duty = intake.programme.duties.get()
    cora.post(f"{AT}{duty.pk}/end/", headers={"referer": "http://testserver/o/harbour" + AT})
    assert ProgrammeDuty.objects.filter(pk=duty.pk).exists()


def test_a_duty_ends(cora: Client, inside: Cast, intake: Intake) -> None:
    duty = intake.programme.duties.create(person=inside.ada, role=Role.FACILITATOR)
    for _again in range(2):
        cora.post(f"{AT}{duty.pk}/end/")
    assert Entry.objects.filter(event="DutyTakenBack").count() == 1
    assert not ProgrammeDuty.objects.filter(pk=duty.pk).exists()
