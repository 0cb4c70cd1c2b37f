"""Where somebody goes after signing in."""

from django.test import Client

from rapport.organisations.models import Membership
from rapport.organisations.tenancy import tenant
from rapport.people.tests.accounts import sign_in, with_account
from tests.cast import Cast


def page_of(cast: Cast, name: str) -> tuple[int, str]:
    client = Client()
    sign_in(client, with_account(getattr(cast, name)).email)
    answer = client.get("/organisations/")
    return answer.status_code, answer.headers.get("Location", answer.content.decode())


def test_with_one_organisation_she_goes_straight_there(cast: Cast) -> None:
    assert page_of(cast, "ada") == (302, "/o/harbour/")


def test_with_several_she_chooses(cast: Cast) -> None:
    with tenant(cast.elsewhere):
        Membership.objects.create(person=cast.ada)
    status, page = page_of(cast, "ada")
    assert status == 200
    assert "/o/harbour/" in page
    assert "/o/hill/" in page


def test_with_none_she_reads_what_to_do(cast: Cast) -> None:
    status, page = page_of(cast, "eve")
    assert status == 200
    assert "no organisation yet" in page
    assert "/o/" not in page
