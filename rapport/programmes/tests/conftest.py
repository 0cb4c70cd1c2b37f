"""A programme that Cora coordinates, with an intake that nobody has joined yet."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.apps import apps
from django.test import Client

from rapport.domain.permissions import Role
from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Enrolment, Intake, Programme, ProgrammeDuty
from tests.cast import Cast, browser_of

AT = "/programmes/lighthouse/intakes/autumn/"


@pytest.fixture
def inside(cast: Cast) -> Iterator[Cast]:
    """The cast, with work done inside the organisation."""
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
        starts_on=date(2026, 9, 1),
        ends_on=date(2027, 6, 30),
    )


@pytest.fixture
def cora(inside: Cast, intake: Intake) -> Iterator[Client]:
    """Cora's browser."""
    with browser_of(inside.cora, inside.organisation) as client:
        yield client


def put_in_pair(enrolment: Enrolment) -> None:
    """A relationship with her alone in it: programmes know pairs only by the rows above them."""
    assert enrolment.person
    space = apps.get_model("sealed", "Space").objects.create(kind="relationship")
    relationship = apps.get_model("relationships", "Relationship").objects.create(
        intake=enrolment.intake, space=space
    )
    apps.get_model("relationships", "Participant").objects.create(
        relationship=relationship,
        person=enrolment.person,
        enrolment=enrolment,
        role=enrolment.role,
    )
