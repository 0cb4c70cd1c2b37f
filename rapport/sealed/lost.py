"""What can be lost, and the way back: the rows of the page, in the order in which people look."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Loss:
    """One row: what is gone, what helps, who decides, and the page that does it."""

    name: str
    lost: Promise
    way_back: Promise
    decides: Promise
    page: str = ""
    label: Promise | str = ""
    query: str = ""


YOU: Final = _("You alone")
PARTNER: Final = _("The other person")
NOBODY: Final = _("Nobody can")

LOSSES: Final = (
    Loss(
        "password",
        _("My password, or the second step of signing in"),
        _(
            "Ask for a new password on the sign-in page; without any second step, ask whoever "
            "keeps the accounts of your organisation. Both open your account, not your sealed "
            "pages: those still need your phrase, your passkey or your recovery card."
        ),
        _("The server, by e-mail, or an administrator"),
        "account_reset_password",
        _("A new password"),
    ),
    Loss(
        "phrase",
        _("My phrase; I still have a passkey that opens my pages"),
        _("Open your pages with the passkey, then draw a new phrase."),
        YOU,
        "keys_phrase",
        _("A new key phrase"),
    ),
    Loss(
        "passkey",
        _("My passkey"),
        _("Open your pages with the phrase or the recovery code, then add another passkey."),
        YOU,
        "keys_passkey",
        _("Open with a passkey"),
    ),
    Loss(
        "phrase-and-passkey",
        _("Phrase and passkey; I still have my recovery card"),
        _("Open your pages with the code. It serves once: you get a new card right afterwards."),
        YOU,
        "keys_unlock",
        _("Open with the code"),
    ),
    Loss(
        "everything",
        _("Everything, and I can still reach the other person"),
        _(
            "Make new keys. Then meet or call, compare your numbers, and the other person presses "
            "“Share our pages again”. Your shared pages come back; your private journal does not."
        ),
        PARTNER,
        "keys_again",
        _("Make new keys"),
    ),
    Loss(
        "journal",
        _("Everything, and it is about my private journal"),
        _("It cannot be opened again. Nobody ever had another key to it."),
        NOBODY,
    ),
    Loss(
        "partner-gone",
        _("Everything, and the other person is gone"),
        _(
            "The pages cannot be opened again. They stay sealed here until the programme erases "
            "them, in case you find your card."
        ),
        NOBODY,
    ),
    Loss(
        "stolen",
        _("I fear that somebody knows my phrase, or has my card or my device"),
        _(
            "Open your pages once more, and replace everything in one go: keys, phrase, card, and "
            "the key of each of your shared pages. What somebody has already copied and opened "
            "stays open to her."
        ),
        YOU,
        "keys_again",
        _("Replace everything"),
        "why=stolen",
    ),
)
