"""Circles put together by hand: seats that fit, nobody under her own manager, everybody let in."""

from datetime import date

import pytest

from rapport.domain.formats import Format
from rapport.domain.permissions import Role
from rapport.domain.refusals import NotAcceptable
from rapport.matching.actions.circle import begin_circle
from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Enrolment, Intake, Programme, ProgrammeDuty
from rapport.relationships.models import Relationship
from tests.cast import Cast, browser_of

A, E, P = Role.MENTOR, Role.MENTEE, Role.PEER


@pytest.fixture
def intake(cast: Cast) -> Intake:
    """Four sign-ups; Mia's manager is Max."""
    with tenant(cast.organisation):
        programme = Programme.objects.create(name="Lighthouse", slug="lighthouse")
        ProgrammeDuty.objects.create(programme=programme, person=cast.cora, role=Role.COORDINATOR)
        intake = Intake.objects.create(
            programme=programme,
            name="Autumn",
            code="autumn",
            starts_on=date(2026, 9, 1),
            ends_on=date(2027, 6, 30),
        )
        for name, never in (("Max", []), ("Mia", ["Max"]), ("Noa", []), ("Leo", [])):
            Enrolment.objects.create(
                intake=intake,
                name=name,
                email=f"{name.lower()}@example.org",
                role="either",
                never_with=never,
            )
        return intake


def seats(intake: Intake, **roles: Role) -> dict[Enrolment, Role]:
    return {intake.enrolments.get(name=name): role for name, role in roles.items()}


FORMATS: list[tuple[Format, dict[str, Role], int]] = [
    (Format.GROUP, {"Leo": A, "Mia": E, "Noa": E}, 3),
    (Format.PEER, {"Mia": P, "Noa": P}, 1),
    (Format.FLASH, {"Leo": A, "Mia": E}, 1),
    (Format.TEAM, {"Leo": A, "Noa": Role.CO_MENTOR, "Mia": E}, 1),
]


@pytest.mark.parametrize(("shaped", "roles", "relationships"), FORMATS)
def test_a_circle_begins_in_its_format(
    shaped: Format, roles: dict[str, Role], relationships: int, cast: Cast, intake: Intake
) -> None:
    with tenant(cast.organisation):
        it = begin_circle(intake, shaped, seats(intake, **roles), by=cast.cora)
        assert (it.format, Relationship.objects.count()) == (shaped, relationships)
        assert {each.person.name for each in it.participants.all()} == set(roles)


@pytest.mark.parametrize(
    ("shaped", "roles"),
    [
        (Format.GROUP, {"Max": A, "Mia": E, "Noa": E}),
        (Format.PEER, {"Max": P, "Mia": P}),
        (Format.GROUP, {"Leo": A, "Mia": E}),
        (Format.FLASH, {"Leo": P, "Mia": P}),
        (Format.PEER, {}),
    ],
)
def test_what_does_not_fit_begins_nothing_and_invites_nobody(
    shaped: Format, roles: dict[str, Role], cast: Cast, intake: Intake
) -> None:
    with tenant(cast.organisation):
        with pytest.raises(NotAcceptable):
            begin_circle(intake, shaped, seats(intake, **roles), by=cast.cora)
        assert not Relationship.objects.exists()
        assert not Enrolment.objects.filter(person__isnull=False).exists()


def test_the_coordinator_does_it_on_one_page(cast: Cast, intake: Intake) -> None:
    address = "/programmes/lighthouse/intakes/autumn/circles/new/"
    with tenant(cast.organisation), browser_of(cast.cora, cast.organisation) as browser:
        fields = {f"seat_{each.pk.hex}": "peer" for each in intake.enrolments.exclude(name="Max")}
        refused = browser.post(address, {"shaped": "flash", **fields})
        begun = browser.post(address, {"shaped": "peer", **fields})
        assert "do not fill the seats" in refused.text
        assert begun.status_code == 302
        assert Relationship.objects.get().participants.count() == 3
