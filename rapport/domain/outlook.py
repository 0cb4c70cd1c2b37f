"""Whether a pair could wind up: four signs laid side by side, none of them a verdict.

Goals beside what came of them, how sure the mentee feels, how much time is left, who leads now. The
view is shown first to whoever must be sensitive about it, the mentor, and then to all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapport.domain.lead import Course
from rapport.domain.permissions import Role
from rapport.domain.readiness import Facts, are_most_goals_reached, is_term_near
from rapport.domain.sentences import _

CONFIDENCE = range(11)
"""How sure somebody feels to go on alone: 0 (not at all) to 10 (fully)."""

SURE = 8
"""From here on a mentee's own word counts as a sign that she could go on alone."""

MUCH = 2
"""So many of the four signs are worth a talk about winding up."""

LEARNING = frozenset({Role.MENTEE, Role.PEER})
"""Those whose confidence it is about."""


@dataclass(frozen=True)
class Outlook:
    """What the record says, in values; `confidence` are the last words of those who learn."""

    facts: Facts
    confidence: tuple[int, ...]
    learners: int
    ends_on: date
    lead: Course


@dataclass(frozen=True)
class Sign:
    """One of the four: its key, a sentence, and whether it speaks for winding up."""

    key: str
    speaks_for_it: bool
    sentence: str


SENTENCES: dict[str, tuple[str, str]] = {
    "goals": (
        _("Most goals are where you hoped they would be."),
        _("Some goals are still on their way."),
    ),
    "confidence": (
        _("Whoever learns here feels sure to go on alone."),
        _("Whoever learns here does not feel quite sure yet, or has not said."),
    ),
    "term": (
        _("The time you agreed on is nearly over."),
        _("There is time left of what you agreed on."),
    ),
    "lead": (
        _("The lead has moved over to the mentee."),
        _("The lead has not moved over to the mentee so far, or it is too early to say."),
    ),
}


def are_sure(confidence: Sequence[int], learners: int) -> bool:
    """Whether everybody who learns has said so of herself, and is sure; nobody says it for her."""
    return bool(learners) and len(confidence) == learners and min(confidence) >= SURE


def signs_of(outlook: Outlook, today: date) -> list[Sign]:
    """The four signs in their order."""
    holds = {
        "goals": are_most_goals_reached(outlook.facts),
        "confidence": are_sure(outlook.confidence, outlook.learners),
        "term": is_term_near(outlook.ends_on, today),
        "lead": outlook.lead is Course.GROWING,
    }
    return [
        Sign(key, holds[key], done if holds[key] else still)
        for key, (done, still) in SENTENCES.items()
    ]


def is_worth_a_talk(signs: Sequence[Sign]) -> bool:
    return sum(sign.speaks_for_it for sign in signs) >= MUCH


# A question to each, in private, when two people may have come to need each other too much. It is
# answered in one's own journal or not at all; nobody counts the answers, and there is no label.
PRIVATE_QUESTIONS: dict[Role, tuple[str, ...]] = {
    Role.MENTOR: (
        _("If you all stopped next month, what would you miss for yourself?"),
        _("When did you last hold back advice, and see it work out?"),
    ),
    Role.MENTEE: (
        _("When did you last decide something hard without asking first?"),
        _("If you all stopped next month, what would you do yourself, and whom else ask?"),
    ),
}
PRIVATE_QUESTIONS[Role.CO_MENTOR] = PRIVATE_QUESTIONS[Role.MENTOR]
PRIVATE_QUESTIONS[Role.PEER] = PRIVATE_QUESTIONS[Role.MENTEE]
