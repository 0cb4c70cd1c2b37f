"""An intake with mentors and mentees that nobody has paired yet, and Cora, who will."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from rapport.domain.permissions import Role
from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Enrolment, Intake, Programme, ProgrammeDuty
from tests.cast import Cast, browser_of

AT = "/programmes/lighthouse/intakes/autumn/pairs/"


@pytest.fixture
def inside(cast: Cast) -> Iterator[Cast]:
    """The cast, with work done inside the organisation."""
    with tenant(cast.organisation):
        yield cast


@pytest.fixture
def intake(inside: Cast) -> Intake:
    return make_intake(inside)


def make_intake(cast: Cast) -> Intake:
    programme = Programme.objects.create(name="Lighthouse", slug="lighthouse")
    ProgrammeDuty.objects.create(programme=programme, person=cast.cora, role=Role.COORDINATOR)
    return Intake.objects.create(
        programme=programme,
        name="Autumn",
        code="autumn",
        starts_on=date(2026, 9, 1),
        ends_on=date(2027, 6, 30),
    )


def sign_up(intake: Intake, name: str, role: str, **words: Any) -> Enrolment:
    """Somebody who named law and art, unless said."""
    given = {"email": f"{name.lower()}@example.org", "topics": ["Law", "Art"], **words}
    return intake.enrolments.create(name=name, role=role, **given)


@pytest.fixture
def cora(inside: Cast, intake: Intake) -> Iterator[Client]:
    """Cora's browser."""
    with browser_of(inside.cora, inside.organisation) as client:
        yield client
