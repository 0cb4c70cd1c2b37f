"""An intake with mentors and mentees that nobody has paired yet, and Cora, who will."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rapport.domain.permissions import Role
from rapport.matching.actions.asking import ask_both_sides
from rapport.matching.actions.matching_round import form_pairs
from rapport.matching.models import Choice, MatchingRound, MatchingSettings, Mode
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


TODAY = timezone.localdate()
WEEK = TODAY + timedelta(days=7)


def in_mode(intake: Intake, mode: Mode) -> None:
    MatchingSettings.objects.update_or_create(programme=intake.programme, defaults={"mode": mode})


def make_round(cast: Cast, intake: Intake, mode: Mode) -> MatchingRound:
    """Ada and Nora mentor; Ben, who is here, and Finn, who is new, look for somebody."""
    in_mode(intake, mode)
    sign_up(intake, "Ada", "mentor", topics=["Law"])
    sign_up(intake, "Nora", "mentor", topics=["Art"])
    sign_up(intake, "Ben", "mentee", topics=["Law"])
    sign_up(intake, "Finn", "mentee", topics=["Art"])
    return form_pairs(intake, by=cast.cora)


def names(found: MatchingRound) -> set[tuple[str, str]]:
    pairs = found.proposals.filter(removed_at=None)
    return set(pairs.values_list("mentee__name", "mentor__name"))


def choice(found: MatchingRound, who: str, other: str) -> Choice:
    return Choice.objects.get(asking__round=found, asking__enrolment__name=who, other__name=other)


def asked(found: MatchingRound) -> set[tuple[str, str]]:
    return set(found.askings.values_list("enrolment__name", "side"))


@pytest.fixture
def approving(inside: Cast, intake: Intake) -> MatchingRound:
    """Ada is asked about Ben, Nora about Finn; Olaf has a place and nobody."""
    sign_up(intake, "Olaf", "mentor", topics=["Sea"])
    found = make_round(inside, intake, Mode.MENTOR_APPROVES)
    ask_both_sides(found, until=WEEK, by=inside.cora)
    return found
