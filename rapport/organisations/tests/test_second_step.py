"""Administrators are asked for a second step at sign-in; how strictly is a setting."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import override_settings

from rapport.organisations.second_step import SECOND_STEPS
from rapport.people.models import Person
from tests.cast import Cast, MountedClient

ASKED = "add a passkey or an app"


def client_of(cast: Cast, who: Person) -> MountedClient:
    client = MountedClient(cast.organisation)
    client.force_login(who)
    return client


def test_whoever_keeps_accounts_is_asked_once_a_session(cast: Cast) -> None:
    cora = client_of(cast, cast.cora)
    assert ASKED in cora.get("/members/").content.decode()
    assert ASKED not in cora.get("/members/").content.decode()


def test_members_without_a_duty_are_not_asked(cast: Cast) -> None:
    assert ASKED not in client_of(cast, cast.ada).get("/").content.decode()


@pytest.mark.parametrize("kind", SECOND_STEPS)
def test_whoever_has_a_second_step_is_not_asked(cast: Cast, kind: str) -> None:
    Authenticator.objects.create(user=cast.cora, type=kind, data={})
    assert ASKED not in client_of(cast, cast.cora).get("/members/").content.decode()


def test_recovery_codes_alone_are_no_second_step(cast: Cast) -> None:
    Authenticator.objects.create(user=cast.cora, type="recovery_codes", data={})
    assert ASKED in client_of(cast, cast.cora).get("/members/").content.decode()


@override_settings(SECOND_STEP="demand")
def test_where_it_is_demanded_nothing_opens_before(cast: Cast) -> None:
    cora = client_of(cast, cast.cora)
    for method in (cora.get, cora.post):
        answer = method("/members/")
        assert answer.headers["Location"].endswith("/accounts/2fa/")
    for page in ("/accounts/2fa/", "/profile/", "/kept/"):
        assert cora.get(page).status_code == 200
    Authenticator.objects.create(user=cast.cora, type="totp", data={})
    assert cora.get("/members/").status_code == 200


@override_settings(SECOND_STEP="demand")
def test_where_it_is_demanded_members_without_a_duty_go_on(cast: Cast) -> None:
    assert client_of(cast, cast.ada).get("/").status_code == 200


@override_settings(SECOND_STEP="off")
def test_where_it_is_off_nobody_is_asked(cast: Cast) -> None:
    assert ASKED not in client_of(cast, cast.cora).get("/members/").content.decode()
