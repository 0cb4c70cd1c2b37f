"""Every page of the account opens, at the root and inside an organisation."""

import pytest
from django.test import Client
from django.urls import reverse

from rapport.people.tests.accounts import sign_in, with_account
from tests.cast import Cast, MountedClient

VISITOR = ["account_login", "account_reset_password", "account_reset_password_done"]
VISITOR += ["account_signup", "account_inactive", "account_email_verification_sent"]
VISITOR += ["account_reset_password_from_key_done"]
OWN = ["profile", "kept", "mfa_index", "account_email", "account_change_password"]
OWN += ["usersessions_list", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_activate_totp"]
OWN += ["totp_picture", "account_reauthenticate", "account_logout", "organisations"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", VISITOR)
def test_a_visitor_opens_it(client: Client, name: str) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert "allauth" not in answer.content.decode()


@pytest.mark.parametrize("name", OWN)
def test_whoever_is_signed_in_opens_it(client: Client, cast: Cast, name: str) -> None:
    sign_in(client, with_account(cast.eve).email)
    answer = client.get(reverse(name))
    assert answer.status_code == 200


# The reauthentication page compares whole paths; a browser test opens it inside a mount.
@pytest.mark.parametrize("name", [*OWN[:-3], "account_logout"])
def test_a_member_opens_it_inside_the_organisation(cast: Cast, name: str) -> None:
    client = MountedClient(cast.organisation)
    sign_in(client, with_account(cast.ada).email)
    answer = client.get(reverse(name))
    assert answer.status_code == 200
