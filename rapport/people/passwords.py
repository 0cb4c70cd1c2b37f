"""Which passwords are refused: too short, or known to everybody who guesses passwords.

Nobody outside is asked. The list is Django's (20,000 passwords from published breaches); since
few of its entries have twelve characters, a password is also undressed: of digits and signs
around it, of letters written as figures, of repetition, and of being two known ones in a row.
There are no rules of composition: they make passwords worse.
"""

import re
from functools import cache

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rapport.people.models import Person

SHORTEST, LONGEST = 12, 128
FEWEST_CHARACTERS = 5
"""Different characters a password has at least."""
SHORTEST_KNOWN = 4
"""Entries of the list that are shorter than this are found inside any good password."""

OURS = frozenset({"rapport", "mentor", "mentee", "mentoring", "mentorship", "programme"})
AS_FIGURES = [str.maketrans("013457@$!+", f"o{one}eastasit") for one in "il"]
RUNS: tuple[str, ...] = ("abcdefghijklmnopqrstuvwxyz", "1234567890", "qwertyuiopasdfghjklzxcvbnm")
RUNS += (
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "qwertzuiopasdfghjklyxcvbnm",
)


@cache
def known() -> frozenset[str]:
    """The list, and the words of our own field."""
    return frozenset(CommonPasswordValidator().passwords) | OURS


def is_guessable(password: str) -> bool:
    """Whether the password, or what is left of it undressed, is known."""
    return any(
        form in known() or is_run(form) or is_two_known(form) for form in undressed(password)
    )


def undressed(password: str) -> set[str]:
    """The password in the ways in which people dress up a known one."""
    lower = password.lower()
    joined = re.sub(r"[\s_.\-]+", "", lower)
    forms = {lower, joined}
    forms |= {form.translate(table) for form in list(forms) for table in AS_FIGURES}
    forms |= {re.sub(r"^[\W\d_]+|[\W\d_]+$", "", form) for form in [*forms]}
    forms |= {unit(form) for form in [*forms]}
    return {each for form in forms if len(form) >= SHORTEST_KNOWN for each in (form, form[::-1])}


def unit(text: str) -> str:
    """The shortest piece that gives the text when repeated: `abcabc` → `abc`."""
    at = (text + text).find(text, 1)
    return text[:at] if text else text


def is_run(text: str) -> bool:
    """A walk along the alphabet, the figures or the keyboard, in one direction."""
    return any(text in run * 3 for run in RUNS)


def is_two_known(text: str) -> bool:
    """Two known ones in a row; four plain words in a row are a good password and pass."""
    cuts = range(SHORTEST_KNOWN, len(text) - SHORTEST_KNOWN + 1)
    return any(text[:cut] in known() and text[cut:] in known() for cut in cuts)


class LengthValidator:
    """Twelve to 128 characters, whatever they are."""

    def validate(self, password: str, user: Person | None = None) -> None:
        if len(password) < SHORTEST:
            raise ValidationError(
                _("This password is short. Take at least %(shortest)s characters."),
                params={"shortest": SHORTEST},
            )
        if len(password) > LONGEST:
            raise ValidationError(
                _("This password is too long. %(longest)s characters are the most."),
                params={"longest": LONGEST},
            )

    def get_help_text(self) -> str:
        return _("At least 12 characters. Four plain words in a row are good, and easy to keep.")


class BreachedPasswordValidator:
    """Not on the list of known passwords, however it is dressed up."""

    def validate(self, password: str, user: Person | None = None) -> None:
        if len(set(password)) < FEWEST_CHARACTERS or is_guessable(password):
            raise ValidationError(
                _(
                    "This password is among the first that somebody would guess. "
                    "Take four plain words that have nothing to do with each other."
                )
            )

    def get_help_text(self) -> str:
        return _("Nothing that others use as well.")
