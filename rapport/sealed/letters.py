"""The letter that says that a way to open somebody's sealed pages was changed."""

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from rapport.domain.sentences import _
from rapport.people.letters import Letter, absolute, compose
from rapport.people.models import Person
from rapport.sealed.noting import KeyChange

WHAT: dict[KeyChange, str] = {
    KeyChange.MADE: _("keys were made for your sealed pages."),
    KeyChange.RENEWED: _(
        "all your keys were replaced by new ones. Your partner has to compare numbers with you "
        "before your shared pages open again."
    ),
    KeyChange.PHRASE: _("a new key phrase opens your sealed pages; the one before does not."),
    KeyChange.CODE: _("a new recovery code opens your sealed pages; the card before does not."),
    KeyChange.PASSKEY: _("a passkey now opens your sealed pages."),
    KeyChange.PASSKEY_REMOVED: _("a passkey no longer opens your sealed pages."),
    KeyChange.CODE_USED: _(
        "your recovery code was used to open your sealed pages. It serves once: print a new card."
    ),
}
CHANGED = Letter(
    _("A way to open your sealed pages was changed"),
    (
        _("Hello,"),
        "%(what)s",
        _("If that was you, nothing is left to do."),
        _(
            "If it was not you, set a new password at once, draw a new phrase and a new code, and "
            "tell whoever runs your programme. What can be done is written here:"
        ),
        "%(url)s",
    ),
)


def send_word_of_keys(person: Person, change: KeyChange) -> None:
    """In her language; nobody writes to somebody without an address."""
    if person.email:
        with translation.override(person.language):
            what = gettext(WHAT[change])
            compose(CHANGED, person.email, what=what, url=absolute(reverse("keys_lost"))).send()
