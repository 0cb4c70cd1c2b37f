"""People of the cast with accounts, for tests that sign in for real."""

from typing import Any

from django.core import mail
from django.test import Client

from rapport.people.actions.accounts import trust_email
from rapport.people.models import Person
from tests.cast import PASSWORD

SIGN_IN = "/accounts/login/"


def with_account(person: Person) -> Person:
    """She has a password and a confirmed address."""
    person.set_password(PASSWORD)
    person.save()
    trust_email(person)
    return person


def sign_in(client: Client, email: str | None, password: str = PASSWORD, **extra: Any) -> Any:
    """Posts the form as a browser does; the answer is the test's to judge."""
    form = {"login": email or "", "password": password}
    return client.post(SIGN_IN, form, **extra)


def letters_to(address: str) -> list[str]:
    """The texts of the mails to this address, the oldest first."""
    return [str(each.body) for each in mail.outbox if each.to == [address]]
