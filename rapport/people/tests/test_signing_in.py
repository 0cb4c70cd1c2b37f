"""Signing in tells nobody who has an account, and does not let anybody try for ever."""

import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from rapport.people.models import Person
from rapport.people.tests.accounts import letters_to, sign_in, with_account
from tests.cast import PASSWORD, Cast

WRONG = "not the password at all"
TOO_MANY = "too many tries"
RESET = "/accounts/password/reset/"


def page_of(answer: Any, email: str) -> str:
    """The answer without what differs in any case: the token, and the address as typed."""
    text = answer.content.decode()
    return "".join(line for line in text.splitlines() if "csrf" not in line).replace(email, "…")


def test_known_and_unknown_get_the_same_answer(cast: Cast) -> None:
    with_account(cast.ada)
    answers = [
        (answer.status_code, page_of(answer, email))
        for email in ("ada@example.org", "nobody@example.org")
        if (answer := sign_in(Client(), email, WRONG))
    ]
    assert answers[0] == answers[1]
    assert "do not fit together" in answers[0][1]


def test_asking_for_a_new_password_answers_the_same(cast: Cast) -> None:
    with_account(cast.ada)
    emails = ("ada@example.org", "nobody@example.org")
    answers = [Client().post(RESET, {"email": email}, follow=True) for email in emails]
    pages = {page_of(a, e) for a, e in zip(answers, emails, strict=True)}
    assert {a.status_code for a in answers} == {200}
    assert len(pages) == 1
    assert "/password/reset/key/" in letters_to("ada@example.org")[0]
    assert "no account" in letters_to("nobody@example.org")[0]


def test_the_twelfth_try_on_one_account_is_refused_from_everywhere(cast: Cast) -> None:
    with_account(cast.ada)
    for i in range(11):
        sign_in(Client(), "ada@example.org", WRONG, REMOTE_ADDR=f"192.0.2.{i}")
    answer = sign_in(Client(), "ada@example.org", PASSWORD, REMOTE_ADDR="192.0.2.99")
    assert TOO_MANY in answer.content.decode()
    assert sign_in(Client(), with_account(cast.ben).email).status_code == 302


def test_the_twelfth_try_from_one_address_is_refused(cast: Cast) -> None:
    for i in range(11):
        sign_in(Client(), f"person{i}@example.org", WRONG)
    answer = sign_in(Client(), with_account(cast.ada).email)
    assert TOO_MANY in answer.content.decode()


@pytest.mark.parametrize(
    "trick",
    [
        {"HTTP_ACCEPT": "application/json"},
        {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"},
        {"HTTP_X_FORWARDED_FOR": "198.51.100.7"},
    ],
)
def test_no_header_makes_a_try_uncounted(cast: Cast, trick: dict[str, str]) -> None:
    with_account(cast.ada)
    for _ in range(11):
        sign_in(Client(), "ada@example.org", WRONG, **trick)
    assert TOO_MANY in sign_in(Client(), "ada@example.org", PASSWORD).content.decode()


def test_another_port_in_the_host_is_not_another_account(cast: Cast) -> None:
    with_account(cast.ada)
    for i in range(11):
        where = {"HTTP_HOST": f"localhost:{9000 + i}", "REMOTE_ADDR": f"192.0.2.{i}"}
        sign_in(Client(), "ada@example.org", WRONG, **where)
    answer = sign_in(Client(), "ada@example.org", REMOTE_ADDR="192.0.2.99")
    assert TOO_MANY in answer.content.decode()


def test_trying_many_accounts_makes_nothing_forgotten(cast: Cast) -> None:
    cache.set("a-count", [1], 900)
    for i in range(cache._max_entries + 20):
        cache.set(f"b-try-{i}", [1], 900)
    assert cache.get("a-count") == [1]


SIX_TRIES = (
    "import os; os.environ['DJANGO_SETTINGS_MODULE']='config.settings'\n"
    "import django; django.setup()\n"
    "from django.test import Client\n"
    "for _ in range(6): Client(SERVER_NAME='localhost').post('/accounts/login/',"
    " {'login': 'ada@example.org', 'password': 'not the password at all'})\n"
)


def test_tries_in_two_processes_are_counted_together(committed_cast: Cast) -> None:
    with_account(committed_cast.ada)
    for _ in range(6):
        sign_in(Client(), "ada@example.org", WRONG, REMOTE_ADDR="192.0.2.1")
    subprocess.run([sys.executable, "-c", SIX_TRIES], cwd=settings.ROOT, check=True)  # noqa: S603  # ours
    answer = sign_in(Client(), "ada@example.org", REMOTE_ADDR="192.0.2.2")
    assert TOO_MANY in answer.content.decode()


@pytest.mark.parametrize("typed", ["", "None", "none@", " "])
def test_nobody_without_an_address_signs_in(db: None, typed: str) -> None:
    Person.objects.create_user(None, PASSWORD, name="Zoe")
    client = Client()
    sign_in(client, typed)
    assert "_auth_user_id" not in client.session


def test_an_unconfirmed_address_is_confirmed_first(cast: Cast) -> None:
    cast.ada.set_password(PASSWORD)
    cast.ada.save()
    client = Client()
    answer = sign_in(client, "ada@example.org")
    assert answer.url == "/accounts/confirm-email/"
    assert "_auth_user_id" not in client.session
    assert "/accounts/confirm-email/" in letters_to("ada@example.org")[0]


def test_nobody_signs_up_by_herself(client: Client, db: None) -> None:
    new = {"email": "new@example.org", "password1": PASSWORD}
    assert "by invitation" in client.post("/accounts/signup/", new).content.decode()
    assert not Person.objects.exists()


def test_links_in_letters_lead_where_the_operator_said(cast: Cast) -> None:
    with_account(cast.ada)
    Client().post(RESET, {"email": "ada@example.org"}, headers={"host": "127.0.0.1:666"})
    assert f"{settings.ADDRESS}/accounts/" in letters_to("ada@example.org")[0]
