"""A second step of signing in was lost: it is forgotten, and the password alone lets her in."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from rapport.people.actions.erasure import end_sessions_of
from rapport.people.models import Person


def has_second_step(person: Person) -> bool:
    """Passkeys, an app, or sign-in codes."""
    return bool(Authenticator.objects.filter(user=person).exists())


@transaction.atomic
def forget_second_step(person: Person) -> None:
    """Every device is signed out too: who holds the lost one may be sitting at it.

    Her sealed pages do not open by this. Nothing the server has ever opened them.
    """
    Authenticator.objects.filter(user=person).delete()
    end_sessions_of(person)
