"""An empty installation is set up once, by whoever reads its terminal."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from rapport.domain.permissions import Role
from rapport.domain.refusals import AlreadyDone
from rapport.organisations.access import duties_of
from rapport.organisations.actions.organisations import Founder, set_up_installation
from rapport.organisations.models import Membership
from rapport.organisations.setup_code import file, setup_code
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from tests.cast import PASSWORD, Cast

FORM = {
    "organisation": "Harbour University",
    "slug": "",
    "name": "Cora Lind",
    "email": "Cora@Example.org",
    "password": PASSWORD,
    "language": "en",
    "time_zone": "Europe/Berlin",
}
FOUNDER = Founder("Cora", "cora@example.org", PASSWORD, "en", "UTC")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Settings) -> None:
    settings.VAR = tmp_path


def test_the_terminal_shows_the_link_while_nobody_is_here(db: None) -> None:
    said = StringIO()
    call_command("setup_link", address="http://localhost:9", stdout=said)
    assert f"http://localhost:9/setup/?code={setup_code()}" in said.getvalue()
    assert file().stat().st_mode & 0o077 == 0


def test_the_terminal_says_nothing_once_somebody_is_here(cast: Cast) -> None:
    said = StringIO()
    call_command("setup_link", stdout=said)
    assert said.getvalue() == ""


def test_an_organisation_is_set_up_in_one_form(client: Client, db: None) -> None:
    answer = client.post("/setup/", FORM | {"code": setup_code()})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/o/harbour-university/programmes/"
    cora = Person.objects.get(email="cora@example.org")
    assert client.session["_auth_user_id"] == str(cora.pk)
    assert not file().exists()
    assert client.get("/setup/").status_code == 404


def test_the_founder_has_both_duties(db: None) -> None:
    organisation, cora = set_up_installation("Harbour", "harbour", FOUNDER)
    with tenant(organisation):
        assert Membership.objects.get().person == cora
        assert duties_of(cora) == {Role.ADMINISTRATOR, Role.COORDINATOR}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("code", "guessed", "not the code"),
        ("password", "short", "at least 12"),
        ("password", "password123456", "first that somebody would guess"),
        ("email", "nobody", "valid email"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(
    client: Client, db: None, field: str, value: str, sentence: str
) -> None:
    page = client.post("/setup/", FORM | {"code": setup_code()} | {field: value}).content.decode()
    assert sentence in page
    assert "Harbour University" in page
    assert not Person.objects.exists()


def test_codes_are_not_guessed(client: Client, db: None) -> None:
    for _ in range(10):
        client.post("/setup/", FORM | {"code": "guessed"})
    assert client.post("/setup/", FORM | {"code": setup_code()}).status_code == 429


def test_set_up_twice_it_is_set_up_once(db: None) -> None:
    set_up_installation("Harbour", "harbour", FOUNDER)
    with pytest.raises(AlreadyDone):
        set_up_installation("Hill", "hill", FOUNDER)
