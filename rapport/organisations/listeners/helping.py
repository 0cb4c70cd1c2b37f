"""Somebody changed how a person is signed in: her mailbox hears of it at once, in plain words."""

from django.utils import translation

from rapport.domain.events import SecondStepForgotten, SessionsEnded
from rapport.domain.sentences import _
from rapport.organisations.models import Organisation
from rapport.organisations.scope import current_organisation_id
from rapport.people.letters import Letter, absolute, compose
from rapport.people.models import Person

HELLO = _("Hello %(name)s,")
NOT_YOU = _(
    "If you did not ask for this, change your password now, and tell somebody in your organisation "
    "whom you trust. What you sealed stays sealed: no administrator can open it."
)
ENDED = Letter(
    _("You were signed out on all your devices"),
    (
        HELLO,
        _(
            "%(by)s, who keeps the accounts of %(organisation)s, signed you out on all your "
            "devices. Sign in again as ever:"
        ),
        "%(url)s",
        NOT_YOU,
    ),
)
FORGOTTEN = Letter(
    _("Your second step of signing in was removed"),
    (
        HELLO,
        _(
            "%(by)s, who keeps the accounts of %(organisation)s, confirmed to have recognised "
            "you, and removed passkeys, app and codes from your account. Your password lets you "
            "in; add a new second step there right away:"
        ),
        "%(url)s",
        NOT_YOU,
    ),
)
LETTERS = {
    SessionsEnded: (ENDED, "/accounts/login/"),
    SecondStepForgotten: (FORGOTTEN, "/accounts/2fa/"),
}


def send_word_of_help(event: SessionsEnded | SecondStepForgotten) -> None:
    """Never put off: whoever did not ask for it has to know within minutes."""
    person = Person.objects.filter(pk=event.person, email__isnull=False).first()
    if person is None:
        return
    letter, path = LETTERS[type(event)]
    values = {
        "name": person.first_name,
        "by": str(Person.objects.get(pk=event.by)) if event.by else "",
        "organisation": Organisation.objects.get(pk=current_organisation_id()).name,
    }
    with translation.override(person.language):
        compose(letter, str(person.email), url=absolute(path), **values).send()
