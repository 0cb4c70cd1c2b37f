"""A deck of behaviours that build trust in a mentoring relationship, and of some that damage it.

Trust takes time, and certain behaviours shorten or lengthen it. Each picks privately; what both
picked is seen in the same moment. The selection and the wording are our own.
"""

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.sentences import _

MOST_PICKS = 5
"""How many cards of each kind are asked for; more say less."""


class Effect(StrEnum):
    BUILDS = "builds"
    DAMAGES = "damages"


EFFECT_LABELS: dict[Effect, str] = {
    Effect.BUILDS: _("What builds trust"),
    Effect.DAMAGES: _("What damages trust"),
}


@dataclass(frozen=True)
class Behaviour:
    """One card: its key (kept in sealed words, never changed), what is done, and a question."""

    key: str
    effect: Effect
    text: str
    question: str


def builds(key: str, text: str, question: str) -> Behaviour:
    return Behaviour(key, Effect.BUILDS, text, question)


def damages(key: str, text: str, question: str) -> Behaviour:
    return Behaviour(key, Effect.DAMAGES, text, question)


DECK: tuple[Behaviour, ...] = (
    builds("keeps_word", _("Doing what was said, also in small things"),
           _("Which small promise would you like to begin with?")),
    builds("admits_mistakes", _("Admitting a mistake without being asked"),
           _("What would make it easy for you to admit one?")),
    builds("tells_of_failure", _("Telling of own failures, too"),
           _("Which failure has taught you most?")),
    builds("asks_before", _("Asking before passing anything on"),
           _("What may be told to others without asking?")),
    builds("remembers", _("Remembering what mattered to me last time"),
           _("What should the other not forget about you?")),
    builds("says_no", _("Saying no when it is a no"),
           _("How do you say no, and how should the other take it?")),
    builds("listens_without_fixing", _("Listening without repairing at once"),
           _("How do you notice that somebody only listens?")),
    builds("gives_time", _("Keeping the time free from phone and mail"),
           _("What shall be switched off while you talk?")),
    builds("asks_for_feedback", _("Asking for feedback, and not defending"),
           _("On what would you like feedback first?")),
    builds("shares_reasons", _("Saying why, not only what"),
           _("Where would you like to know the reasons behind?")),
    builds("notices_effort", _("Seeing what was good, and saying it"),
           _("What do you like to be noticed for?")),
    builds("stays_in_doubt", _("Staying interested when it goes badly"),
           _("What do you need when a plan has failed?")),
    damages("repeats", _("Repeating to others what was said here"),
            _("What would you do if it happened by accident?")),
    damages("cancels_late", _("Calling off at the last minute, again and again"),
            _("How much notice do you need?")),
    damages("asks_favours", _("Asking for favours that have nothing to do with it"),
            _("Which favour would be one too many?")),
    damages("judges", _("Judging before understanding"),
            _("By which words do you hear that you are being judged?")),
    damages("takes_credit", _("Taking the credit for another’s idea"),
            _("How shall an idea that came up here be named elsewhere?")),
    damages("knows_better", _("Knowing better, whatever it is"),
            _("How can the other stop you when you lecture?")),
    damages("empty_promises", _("Promising what is never done"),
            _("When is it better not to promise?")),
    damages("wastes_time", _("Coming with nothing and leaving with nothing"),
            _("How much preparation is fair to each other?")),
    damages("talks_about_others", _("Speaking ill of people who are not there"),
            _("How do you talk about managers and colleagues?")),
    damages("uses_contacts", _("Using the other’s name or contacts without asking"),
            _("When may you say that you know each other?")),
    damages("hides_trouble", _("Hiding that something is wrong"),
            _("How will you tell the other that something bothers you?")),
    damages("decides_for_me", _("Deciding over my head"),
            _("What must be decided by you alone?")),
)  # fmt: skip


def cards(effect: Effect) -> tuple[Behaviour, ...]:
    """The cards of one kind, in the order of the deck."""
    return tuple(each for each in DECK if each.effect is effect)
