"""What is kept about a person: each application tells its part, for her alone to read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from rapport.people.models import Person


@dataclass(frozen=True)
class Kept:
    """One matter: what is kept, and why or until when."""

    title: str
    why: str
    facts: list[dict[str, Any]]
    """Of `term` and `text`."""


Keeper = Callable[[Person], Iterable[Kept]]


def kept_about(person: Person) -> list[Kept]:
    """Everything, in the order of the setting KEPT_ABOUT_A_PERSON."""
    keepers: list[Keeper] = [import_string(name) for name in settings.KEPT_ABOUT_A_PERSON]
    return [kept for keeper in keepers for kept in keeper(person)]


def account(person: Person) -> Iterable[Kept]:
    """Her account and how she signs in."""
    facts = [
        (_("Name"), person.name),
        (_("E-mail"), ", ".join(addresses(person)) or _("none yet")),
        (_("Language"), person.get_language_display()),
        (_("Time zone"), person.time_zone),
        (_("Here since"), date_format(person.joined_at, "DATE_FORMAT")),
    ]
    yield Kept(
        _("Your account"),
        _("So that you can sign in and people can address you. It goes with your account."),
        [{"term": term, "text": text} for term, text in facts],
    )
    yield sign_in(person)


def sign_in(person: Person) -> Kept:
    passkeys = Authenticator.objects.filter(user=person, type="webauthn").count()
    facts = [
        (_("Password"), _("only a fingerprint of it, which does not lead back to it")),
        (_("Passkeys"), _("%(n)s; of each only the public half") % {"n": passkeys}),
        (
            _("Devices"),
            _("%(n)s; of each its network address and browser") % {"n": devices(person)},
        ),
    ]
    return Kept(
        _("How you sign in"),
        _("So that nobody else signs in as you. A device is forgotten when it is signed out."),
        [{"term": term, "text": text} for term, text in facts],
    )


def addresses(person: Person) -> list[str]:
    known = EmailAddress.objects.filter(user=person).values_list("email", flat=True)
    return sorted({*known, *filter(None, [person.email])})


def devices(person: Person) -> int:
    return int(UserSession.objects.filter(user=person).count())
