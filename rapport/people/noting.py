"""What the library of accounts does is noted in the audit log; it tells us by signals."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as factors
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver

from rapport.audit.actions import note
from rapport.domain.audit import Deed
from rapport.people.models import Person

PASSWORD = [account.password_set, account.password_changed, account.password_reset]
FACTOR = [
    factors.authenticator_added,
    factors.authenticator_removed,
    factors.authenticator_reset,
]


@receiver(user_logged_in)
def signed_in(sender: Any, user: Person, **_: Any) -> None:
    note(Deed.SIGNED_IN, by=user.pk, about=user.pk)


@receiver(user_login_failed)
def sign_in_failed(sender: Any, credentials: dict[str, Any], **_: Any) -> None:
    """Noted for the person whose address was tried; an unknown address is nobody's."""
    tried = credentials.get("email") or credentials.get("login") or credentials.get("username")
    person = Person.objects.filter(email=str(tried or "").strip().lower()).first()
    if person is not None:
        note(Deed.SIGN_IN_FAILED, by=None, about=person.pk)


@receiver(PASSWORD)
def password_changed(sender: Any, user: Person, **_: Any) -> None:
    note(Deed.PASSWORD_CHANGED, by=user.pk, about=user.pk)


@receiver(FACTOR)
def second_factor_changed(sender: Any, user: Person, **_: Any) -> None:
    note(Deed.SECOND_FACTOR_CHANGED, by=user.pk, about=user.pk)
