"""How a relationship ends: planned with both, or by one without fault. And what it becomes."""

from datetime import date, timedelta
from enum import StrEnum

from rapport.domain.sentences import _


class EndingKind(StrEnum):
    COMPLETED = "completed"
    NO_FAULT = "no_fault"


class Next(StrEnum):
    """What comes next, decided by both."""

    RENEW = "renew"
    INFORMAL = "informal"
    MOVE_ON = "move_on"


class Redefinition(StrEnum):
    """What the relationship becomes afterwards."""

    SOUNDING_BOARD = "sounding_board"
    FRIENDSHIP = "friendship"
    CONTACT = "contact"
    FAREWELL = "farewell"


NEXT_LABELS: dict[Next, str] = {
    Next.RENEW: _("We go on formally: a new cycle with a new agreement"),
    Next.INFORMAL: _("We go on informally, without the programme"),
    Next.MOVE_ON: _("We move on, each our own way"),
}

REDEFINITION_LABELS: dict[Redefinition, str] = {
    Redefinition.SOUNDING_BOARD: _("A sounding board, now and then"),
    Redefinition.FRIENDSHIP: _("A friendship"),
    Redefinition.CONTACT: _("A contact in each other’s network"),
    Redefinition.FAREWELL: _("A good farewell"),
}

PAUSE_BEFORE_REMATCHING = timedelta(days=14)


def rematch_from(ended_on: date, pause: timedelta = PAUSE_BEFORE_REMATCHING) -> date:
    """The first day on which somebody may be matched again after an early ending."""
    return ended_on + pause


def agreed[Choice](choices: dict[object, Choice], members: set[object]) -> Choice | None:
    """What all members chose alike; None while one is missing or they differ."""
    if not members or not members <= set(choices):
        return None
    first, *others = {choices[member] for member in members}
    return None if others else first
