"""How a relationship ends: planned with both, or by one without fault. And what it becomes."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from rapport.domain.sentences import _


class EndingKind(StrEnum):
    COMPLETED = "completed"
    NO_FAULT = "no_fault"
    UNPLANNED = "unplanned"


class Next(StrEnum):
    """What comes next, decided by both."""

    RENEW = "renew"
    INFORMAL = "informal"
    MOVE_ON = "move_on"


class Keep(StrEnum):
    """What stays of what was written."""

    EVERYTHING = "everything"
    ESSENTIALS = "essentials"


class Due(StrEnum):
    """What the clock does about the words of a relationship that is long over."""

    NOTHING = "nothing"
    TELL = "tell"
    ERASE = "erase"


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

KEEP_LABELS: dict[Keep, str] = {
    Keep.EVERYTHING: _("Keep everything"),
    Keep.ESSENTIALS: _("Keep agreement, goals, reviews and thanks; erase the rest"),
}

ERASE_AFTER = timedelta(days=30)
"""So long after the end everybody can think again before anything is erased."""

TOLD_BEFORE = (timedelta(days=30), timedelta(days=7))
"""So long before everything goes the members are told, and told again."""

FAREWELL_WITHIN = timedelta(days=30)
"""So long after an early end a last word can be left."""

AFTER_CARE_MONTHS = (3, 12)
# Ninety days, after which what was written is erased, end before three months do: who is asked how
# she is may want to read once more, so the note comes while there is something to read.
AFTER_CARE_EARLIER = timedelta(days=7)

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


def what_stays(choices: dict[object, Keep], members: set[object]) -> Keep:
    """Nothing is erased that anybody wants to keep, nor before everybody has said so."""
    all_want_less = agreed(choices, members) is Keep.ESSENTIALS
    return Keep.ESSENTIALS if all_want_less else Keep.EVERYTHING


def may_erase(ended_on: date, today: date) -> bool:
    return today >= ended_on + ERASE_AFTER


def goes_on(ended_on: date, readable_for: timedelta) -> date | None:
    """The day on which everything that was written is erased; None where it stays."""
    return ended_on + readable_for if readable_for else None


def what_is_due(goes: date | None, today: date, told: Sequence[date]) -> Due:
    """Nothing goes before everybody was told twice and had the last week for a copy of her own.

    Where the clock stood still, the tellings come late, and so does the end.
    """
    if goes is None:
        return Due.NOTHING
    last_week = TOLD_BEFORE[-1]
    rested = not told or today - told[-1] >= last_week
    if len(told) < len(TOLD_BEFORE):
        is_time = today >= goes - TOLD_BEFORE[len(told)]
        return Due.TELL if is_time and rested else Due.NOTHING
    return Due.ERASE if today >= goes and rested else Due.NOTHING


def may_say_farewell(ended_on: date, today: date) -> bool:
    """Whether a last word can still be left; the end is the end some day."""
    return today <= ended_on + FAREWELL_WITHIN


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def after_care_due(ended_on: date, today: date, told: set[int]) -> int | None:
    """The note that is due today: the latest whose day has come, once; None when all is said.

    A clock that stood still does not send two at once.
    """
    by_now = today + AFTER_CARE_EARLIER
    come = [each for each in AFTER_CARE_MONTHS if months_after(ended_on, each) <= by_now]
    latest = max(come, default=None)
    return None if latest is None or latest in told else latest
