"""How long somebody stays signed in, and what a sign-out leaves behind."""

import time
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from rapport.people.tests.accounts import sign_in, with_account
from tests.cast import Cast

HOUR = 3600
PROFILE = "/profile/"


@pytest.fixture
def ada(cast: Cast) -> Client:
    client = Client()
    sign_in(client, with_account(cast.ada).email)
    client.get(PROFILE)
    return client


def move(client: Client, **seconds: int) -> None:
    """As if it had been so many seconds ago."""
    session = client.session
    for key, ago in seconds.items():
        session[key] = int(time.time()) - ago
    session.save()


@pytest.mark.parametrize(
    ("ago", "is_over"),
    [
        ({"seen_at": 29 * 60}, False),
        ({"seen_at": 31 * 60}, True),
        ({"began_at": 12 * HOUR - 60}, False),
        ({"began_at": 12 * HOUR + 60}, True),
    ],
)
def test_a_session_ends_by_itself(ada: Client, ago: dict[str, int], is_over: bool) -> None:
    move(ada, **ago)
    answer = ada.get(PROFILE)
    assert (answer.status_code == 302) is is_over
    # What was written offline while the time ran out waits in the browser, sealed.
    assert "Clear-Site-Data" not in answer.headers


def test_being_here_keeps_a_session_but_never_beyond_twelve_hours(ada: Client) -> None:
    move(ada, seen_at=20 * 60, began_at=11 * HOUR)
    assert ada.get("/accounts/alive/").status_code == 204
    assert time.time() - ada.session["seen_at"] < 60
    assert time.time() - ada.session["began_at"] > 10 * HOUR


def test_whoever_was_signed_out_reads_why(ada: Client) -> None:
    move(ada, seen_at=31 * 60)
    assert "half an hour" in ada.get(PROFILE, follow=True).content.decode()


def test_signing_out_makes_the_browser_forget(ada: Client) -> None:
    answer = ada.post("/accounts/logout/")
    assert answer.headers["Clear-Site-Data"] == '"storage"'
    assert ada.get(PROFILE).status_code == 302


def test_signing_out_needs_a_press(ada: Client) -> None:
    assert ada.get("/accounts/logout/").status_code == 200
    assert ada.get(PROFILE).status_code == 200


def test_another_device_is_signed_out(ada: Client, cast: Cast) -> None:
    phone = Client(HTTP_USER_AGENT="Phone")
    sign_in(phone, cast.ada.email)
    session = UserSession.objects.get(user_agent="Phone")
    assert ada.post(f"/accounts/sessions/{session.pk}/end/").status_code == 302
    assert phone.get(PROFILE).status_code == 302
    assert ada.get(PROFILE).status_code == 200


def test_nobody_ends_the_session_of_somebody_else(ada: Client, cast: Cast) -> None:
    eve = Client()
    sign_in(eve, with_account(cast.eve).email)
    session = UserSession.objects.get(user=cast.ada)
    assert eve.post(f"/accounts/sessions/{session.pk}/end/").status_code == 404
    assert ada.get(PROFILE).status_code == 200


def test_a_new_password_signs_all_others_out(ada: Client, cast: Cast) -> None:
    phone: Any = Client()
    sign_in(phone, cast.ada.email)
    new = {"oldpassword": "a long walk by the river", "password1": "four plain old teapots"}
    assert ada.post("/accounts/password/change/", new).status_code == 302
    assert ada.get(PROFILE).status_code == 200
    assert phone.get(PROFILE).status_code == 302


def test_nobody_is_thrown_out_by_signing_in_once_more(ada: Client, cast: Cast) -> None:
    """Their number is not limited, see `docs/reference/accounts.md`; each stands on her list."""
    for _device in range(12):
        sign_in(Client(), cast.ada.email)
    assert ada.get(PROFILE).status_code == 200
    assert UserSession.objects.filter(user=cast.ada).count() == 13
