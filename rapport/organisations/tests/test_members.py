"""Members and duties: seen and changed by whoever keeps the accounts, never left without one."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rapport.domain.permissions import Role
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.organisations.access import duties_of
from rapport.organisations.actions.duties import give_duty, take_duty_back
from rapport.organisations.models import Duty, Membership
from rapport.organisations.queries import changes_of_duties, members
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.people.tests.accounts import sign_in, with_account
from tests.cast import Cast, MountedClient, browser_of

PAGES = ["/members/", "/members/changes/", "/invitations/", "/invitations/new/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("who", "status"), [("cora", 200), ("ada", 404), ("otto", 404)])
def test_only_whoever_keeps_the_accounts_sees_it(
    cast: Cast, page: str, who: str, status: int
) -> None:
    with browser_of(getattr(cast, who), cast.organisation) as browser:
        assert browser.get(page).status_code == status


def test_a_duty_is_given_and_taken_back_with_who_and_when(cast: Cast) -> None:
    with tenant(cast.organisation):
        give_duty(cast.sam, Role.ADMINISTRATOR, by=cast.cora)
        assert Duty.objects.get(person=cast.sam).given_by == cast.cora
        take_duty_back(cast.sam, Role.ADMINISTRATOR, by=cast.cora)
        changes = changes_of_duties(cast.sam)
    assert [(c.is_given, c.person, c.by) for c in changes] == [
        (False, "Sam", "Cora"),
        (True, "Sam", "Cora"),
    ]


def test_a_duty_given_twice_is_given_once(cast: Cast) -> None:
    with tenant(cast.organisation):
        for _ in range(2):
            give_duty(cast.sam, Role.COORDINATOR, by=cast.cora)
        assert len(changes_of_duties(cast.sam)) == 1


def test_the_last_administrator_stays(cast: Cast) -> None:
    with tenant(cast.organisation):
        with pytest.raises(NotNow, match="only administrator"):
            take_duty_back(cast.cora, Role.ADMINISTRATOR, by=cast.cora)
        give_duty(cast.sam, Role.ADMINISTRATOR, by=cast.cora)
        take_duty_back(cast.cora, Role.ADMINISTRATOR, by=cast.cora)
        assert duties_of(cast.cora) == {Role.COORDINATOR}


def test_a_stranger_gets_no_duty(cast: Cast) -> None:
    with tenant(cast.organisation), pytest.raises(NotAcceptable):
        give_duty(cast.eve, Role.ADMINISTRATOR, by=cast.cora)


def test_giving_a_duty_wants_a_fresh_sign_in(cast: Cast) -> None:
    path, role = f"/members/{cast.sam.pk}/duties/", {"role": "administrator"}
    with browser_of(cast.cora, cast.organisation) as stale:
        assert "/reauthenticate/" in stale.post(path, role).url  # type: ignore[attr-defined]
    fresh = MountedClient(cast.organisation)
    sign_in(fresh, with_account(cast.cora).email)
    assert "/reauthenticate/" not in fresh.post(path, role).url  # type: ignore[attr-defined]
    with tenant(cast.organisation):
        assert duties_of(cast.sam) == {Role.ADMINISTRATOR}


@pytest.mark.parametrize("path", ["/members/{}/duties/", "/members/{}/duties/coordinator/end/"])
def test_duties_of_people_elsewhere_are_out_of_reach(cast: Cast, path: str) -> None:
    client = MountedClient(cast.organisation)
    sign_in(client, with_account(cast.cora).email)
    for person in (cast.otto.pk, uuid.uuid4()):
        assert client.post(path.format(person), {"role": "coordinator"}).status_code == 404


def test_a_word_finds_name_or_address(cast: Cast) -> None:
    with tenant(cast.organisation):
        found = {word: len(members(word, None)) for word in ("ada", "BEN@ex", "zzz", "a ex", "")}
    assert found == {"ada": 1, "BEN@ex": 1, "zzz": 0, "a ex": 4, "": 4}


def add_members(cast: Cast, how_many: int) -> None:
    people = Person.objects.bulk_create(
        Person(name=f"P{i:03}", email=f"p{i}@example.org") for i in range(how_many)
    )
    with tenant(cast.organisation):
        org = cast.organisation
        Membership.objects.bulk_create(Membership(person=p, organisation=org) for p in people)
        Duty.objects.bulk_create(
            Duty(person=p, role=Role.COORDINATOR, organisation=org) for p in people
        )


@pytest.mark.usefixtures("no_second_note")
@pytest.mark.parametrize("page", ["/members/", "/invitations/", "/members/changes/"])
def test_the_lists_take_as_many_queries_for_300_as_for_few(cast: Cast, page: str) -> None:
    counts = []
    with browser_of(cast.cora, cast.organisation) as browser:
        browser.get(page)
        for how_many in (0, 300):
            add_members(cast, how_many)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert browser.get(page).status_code == 200
            counts.append(len(queries))
    assert counts[0] == counts[1]
