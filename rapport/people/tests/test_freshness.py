"""Sensitive changes want a sign-in of the last five minutes."""

import time

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as RECORDS
from allauth.account.models import EmailAddress
from django.test import Client

from rapport.people.tests.accounts import letters_to, sign_in, with_account
from tests.cast import PASSWORD, Cast

SENSITIVE = [
    ("get", "/accounts/2fa/totp/activate/", {}),
    ("get", "/accounts/2fa/totp/picture/", {}),
    ("get", "/accounts/2fa/webauthn/add/", {}),
    ("post", "/accounts/email/", {"email": "new@example.org", "action_add": "1"}),
    ("post", "/accounts/2fa/recovery-codes/generate/", {}),
]


@pytest.fixture
def ada(cast: Cast) -> Client:
    client = Client()
    sign_in(client, with_account(cast.ada).email)
    return client


def grow_stale(client: Client, seconds: int = 301) -> None:
    session = client.session
    session[RECORDS] = [record | {"at": time.time() - seconds} for record in session[RECORDS]]
    session.save()


@pytest.mark.parametrize(("method", "path", "words"), SENSITIVE)
def test_it_asks_once_more(ada: Client, method: str, path: str, words: dict[str, str]) -> None:
    grow_stale(ada)
    answer = getattr(ada, method)(path, words)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/reauthenticate/?next=")
    assert not EmailAddress.objects.filter(email="new@example.org").exists()


def test_within_five_minutes_it_does_not_ask(ada: Client) -> None:
    grow_stale(ada, 290)
    assert ada.get("/accounts/2fa/totp/activate/").status_code == 200


def test_the_password_leads_back_to_where_she_was(ada: Client) -> None:
    grow_stale(ada)
    page = "/accounts/2fa/totp/activate/"
    asked = ada.get(page).headers["Location"]
    again = ada.post(asked, {"password": PASSWORD, "next": page})
    assert again.headers["Location"] == page
    assert ada.get(page).status_code == 200


def test_a_new_address_counts_when_its_mailbox_answers(ada: Client, cast: Cast) -> None:
    ada.post("/accounts/email/", {"email": "new@example.org", "action_add": "1"})
    cast.ada.refresh_from_db()
    assert cast.ada.email == "ada@example.org"
    link = next(w for w in letters_to("new@example.org")[0].split() if "confirm-email" in w)
    ada.post(link.removeprefix("http://localhost:8000"))
    cast.ada.refresh_from_db()
    assert cast.ada.email == "new@example.org"
    assert "new@example.org" in letters_to("ada@example.org")[-1]


def test_an_address_of_somebody_else_is_not_taken_over(ada: Client, cast: Cast) -> None:
    ada.post("/accounts/email/", {"email": "ben@example.org", "action_add": "1"})
    link = next(w for w in letters_to("ben@example.org")[0].split() if "confirm-email" in w)
    answer = ada.post(link.removeprefix("http://localhost:8000"), follow=True)
    assert answer.status_code == 200
    cast.ada.refresh_from_db()
    assert cast.ada.email == "ada@example.org"
