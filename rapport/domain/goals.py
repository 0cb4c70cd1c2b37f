"""A goal and how far it has come: goal attainment scaling with five agreed levels.

Levels run from −2 (much less than hoped) over 0 (as hoped) to +2 (much more than hoped); after
Kiresuk & Sherman, 1968. The level reached is agreed by the pair, never computed from words.
"""

from datetime import date, timedelta
from enum import IntEnum, StrEnum

from rapport.domain.sentences import _


class Level(IntEnum):
    MUCH_LESS = -2
    LESS = -1
    AS_HOPED = 0
    MORE = 1
    MUCH_MORE = 2


LEVEL_LABELS: dict[Level, str] = {
    Level.MUCH_LESS: _("Much less than we hoped"),
    Level.LESS: _("Less than we hoped"),
    Level.AS_HOPED: _("What we hope for"),
    Level.MORE: _("More than we hoped"),
    Level.MUCH_MORE: _("Much more than we hoped"),
}

COMMITMENT = range(11)
"""How much the mentee wants it: 0 (not at all) to 10 (nothing will stop me)."""


class GoalState(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DROPPED = "dropped"


class Horizon(StrEnum):
    """Where a step stands in a list: this week’s work comes first, and late is not a fault."""

    THIS_WEEK = "this_week"
    LATER = "later"
    DONE = "done"


HORIZON_LABELS: dict[Horizon, str] = {
    Horizon.THIS_WEEK: _("This week"),
    Horizon.LATER: _("Later"),
    Horizon.DONE: _("Done"),
}

WEEK = timedelta(days=7)

REPEATS: dict[int, str] = {
    7: _("Every week"),
    14: _("Every two weeks"),
    28: _("Every four weeks"),
}
"""After how many days a recurring step comes again."""


def horizon(due_on: date | None, today: date, *, is_done: bool) -> Horizon:
    """Where a step belongs. Without a day it is this week’s: a step is small."""
    if is_done:
        return Horizon.DONE
    is_near = due_on is None or due_on <= today + WEEK
    return Horizon.THIS_WEEK if is_near else Horizon.LATER


def next_due(due_on: date | None, days: int, today: date) -> date:
    """When a step that recurs every so many days (1 or more) is due again, never in the past."""
    due = (due_on or today) + timedelta(days=days)
    while due <= today:
        due += timedelta(days=days)
    return due


def is_reached(level: int) -> bool:
    """Whether the level is the hoped-for one or above."""
    return level >= Level.AS_HOPED


def is_accepted(accepting: set[object], members: set[object]) -> bool:
    """A goal counts once every member has accepted it as it is worded now."""
    return bool(members) and members <= accepting
