"""What the operator of an installation can read: the page's table, and every column behind it.

Each text-like column of each model of ours belongs to one kind. A new column fails the tests until
somebody has said here what it shows; a kind that people must know about has a line on the page.
"""

from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    """A line of the page: what is visible, and why it has to be."""

    what: Promise
    why: Promise


class Visible(Enum):
    """Every kind of readable thing."""

    WHO = Kind(
        _("Your name, e-mail address, language and time zone"),
        _("So that you can sign in and be written to."),
    )
    ACCOUNT = Kind(
        _("Which kinds of sign-in you use, on which kinds of devices and when"),
        _("So that you can see and end your own sign-ins."),
    )
    PAIRED = Kind(
        _("Who is paired with whom, and in which role"),
        _("The programme makes pairs and has to know them."),
    )
    COURSE = Kind(
        _(
            "Phase, dates and length of meetings, whether the agreement is signed, which goals are "
            "reached or dropped, pauses, moves and endings – never their words"
        ),
        _("So that nobody drifts away unnoticed."),
    )
    SHARED = Kind(
        _("The agreement, if all of you chose to share it with the programme"),
        _("Then it is a signed document outside your sealed pages."),
    )
    SIGN_UP = Kind(
        _("What you answered when you signed up, and wishes about partners"),
        _("Coordinators need it to propose good pairs."),
    )
    PULSE = Kind(
        _("Answers to the short questions about your relationship, as figures"),
        _("Only pooled figures from five people up are shown to anybody."),
    )
    PERSONNEL = Kind(
        _("What your personnel office exports for an evaluation, until the day it is erased"),
        _(
            "So that a report can say who stays. It is encrypted with a key of the server, and "
            "never joined with what you answered about your relationships."
        ),
    )
    SURVEY = Kind(
        _("What you answered to the two questions before a programme began, until it is erased"),
        _(
            "So that a report can tell what made people join from what the programme did. It is "
            "encrypted with a key of the server, and only pooled figures come out of it."
        ),
    )
    LEARNING = Kind(
        _("Courses, workshops and their boards"),
        _("These are the programme's pages, not sealed ones."),
    )
    PROGRAMME = Kind(
        _("What coordinators write about programmes, and what the system was told to do"),
        _("It is their own work and is not sealed."),
    )
    WRITING = Kind(
        _("On which day something was written, by whom, how many things there are, padded sizes"),
        _("Without that the server could not keep order among envelopes."),
    )
    PUBLIC_KEY = Kind(
        _("Your public keys, the log of who is in which pages, and how your key is wrapped"),
        _("The browsers of those you work with check yours with them; they open nothing."),
    )
    MAIL = Kind(
        _("That a letter was sent to you, without what any of you wrote"),
        _("So that nothing is sent twice."),
    )
    SYSTEM = Kind(
        _("Settings, numbers and the history of what happened, by numbers of things"),
        _("It keeps the installation running and accountable."),
    )
