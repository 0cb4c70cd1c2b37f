"""Who looked at my data: noted by the pages that show it, read by the person alone."""

from uuid import UUID

import pytest
from django.test import Client

from rapport.audit.models import AuditLine
from rapport.audit.queries import see_all_lines
from rapport.domain.audit import Deed
from rapport.domain.events import DutyGiven
from rapport.organisations.noting import note_duty
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.relationships.models import Relationship
from tests.cast import Cast, browser_of

PASSWORD = "a quiet room with two chairs"


def deeds_about(person: UUID) -> list[str]:
    see_all_lines()
    return [line.action for line in AuditLine.objects.filter(subject=person)]


def page_of(cast: Cast, person: Person, path: str = "/profile/looks/") -> str:
    with browser_of(person, cast.organisation) as browser:
        return browser.get(path).content.decode()


@pytest.mark.django_db
def test_a_coordinators_look_stands_on_the_pages_of_both(
    cast: Cast, relationship: Relationship
) -> None:
    page_of(cast, cast.cora, f"/desk/relationships/{relationship.code}/")
    for person in (cast.ada, cast.ben):
        page = page_of(cast, person)
        assert f"{cast.cora.name} looked at the course of a relationship of yours." in page


@pytest.mark.django_db
def test_her_own_doings_stand_there_when_she_asks(cast: Cast, relationship: Relationship) -> None:
    cast.ada.set_password(PASSWORD)
    cast.ada.save()
    Client().post("/accounts/login/", {"login": cast.ada.email, "password": PASSWORD})
    assert "You signed in." not in page_of(cast, cast.ada)
    assert "You signed in." in page_of(cast, cast.ada, "/profile/looks/?all=1")


@pytest.mark.django_db
def test_a_failed_try_is_told_to_whose_address_it_was(cast: Cast) -> None:
    for address in (cast.ada.email, "nobody@example.org"):
        Client().post("/accounts/login/", {"login": address, "password": "wrong" * 4})
    assert deeds_about(cast.ada.pk) == [Deed.SIGN_IN_FAILED]
    assert AuditLine.objects.filter(action=Deed.SIGN_IN_FAILED).count() == 1


@pytest.mark.django_db
def test_nobody_reads_what_stands_about_others(cast: Cast, relationship: Relationship) -> None:
    page_of(cast, cast.cora, f"/desk/relationships/{relationship.code}/")
    assert "looked at the course" not in page_of(cast, cast.eve)


@pytest.mark.django_db
def test_a_duty_given_is_noted(cast: Cast) -> None:
    with tenant(cast.organisation):
        note_duty(DutyGiven(person=cast.eve.pk, role="facilitator", by=cast.cora.pk))
    assert deeds_about(cast.eve.pk) == [Deed.DUTY_GIVEN]
