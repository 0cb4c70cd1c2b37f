"""Codes and passkeys: asked for after the password, used once, kept unreadable."""

import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from rapport.people.forms import without_unlocking
from rapport.people.tests.accounts import sign_in, with_account
from tests.cast import Cast

APP = "/accounts/2fa/totp/activate/"
SECOND = "/accounts/2fa/authenticate/"


def code_of(secret: str, steps: int = 0) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


@pytest.fixture
def secret(cast: Cast) -> str:
    """Ada has an authenticator app; this is what it holds."""
    client = Client()
    sign_in(client, with_account(cast.ada).email)
    secret = str(client.get(APP).context["form"].secret)
    # Should the half minute turn between the making of a code and its check, the next one fits.
    answers = (client.post(APP, {"code": code_of(secret, -1)}) for _ in range(2))
    assert any(each.status_code == 302 for each in answers)
    return secret


def at_second_step(cast: Cast) -> Any:
    client = Client()
    assert sign_in(client, cast.ada.email).url == SECOND
    return client


def test_the_password_alone_is_not_enough(secret: str, cast: Cast) -> None:
    client = at_second_step(cast)
    assert client.get("/profile/").status_code == 302
    assert client.get(SECOND).status_code == 200
    assert client.post(SECOND, {"code": code_of(secret)}).status_code == 302
    assert client.get("/profile/").status_code == 200


def test_a_code_works_once(secret: str, cast: Cast) -> None:
    code = code_of(secret)
    at_second_step(cast).post(SECOND, {"code": code})
    assert "fresh code" in at_second_step(cast).post(SECOND, {"code": code}).content.decode()


def test_a_sign_in_code_works_once_and_is_shown_once(secret: str, cast: Cast) -> None:
    client = at_second_step(cast)
    client.post(SECOND, {"code": code_of(secret)})
    client.post("/accounts/2fa/recovery-codes/generate/")
    shown = client.get("/accounts/2fa/recovery-codes/").context["unused_codes"]
    assert "****" in client.get("/accounts/2fa/recovery-codes/").context["unused_codes"]
    assert at_second_step(cast).post(SECOND, {"code": shown[0]}).status_code == 302
    assert at_second_step(cast).post(SECOND, {"code": shown[0]}).status_code == 200


def test_codes_are_not_guessed(secret: str, cast: Cast) -> None:
    client = at_second_step(cast)
    for _ in range(11):
        client.post(SECOND, {"code": "000000"})
    assert "too many tries" in client.post(SECOND, {"code": code_of(secret)}).content.decode()


def test_a_stolen_database_holds_no_seed(secret: str, cast: Cast) -> None:
    rows = Authenticator.objects.filter(user=cast.ada)
    assert {row.type for row in rows} == {"totp", "recovery_codes"}
    assert secret not in str([row.data for row in rows])


def test_what_a_passkey_unlocks_is_thrown_away() -> None:
    answer = {"id": "x", "clientExtensionResults": {"credProps": {"rk": True}, "prf": {"a": "b"}}}
    kept = without_unlocking(answer)
    assert kept == {"id": "x", "clientExtensionResults": {"credProps": {"rk": True}}}
