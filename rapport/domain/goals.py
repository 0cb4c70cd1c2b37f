"""A goal and how far it has come: goal attainment scaling with five agreed levels.

Levels run from −2 (much less than hoped) over 0 (as hoped) to +2 (much more than hoped); after
Kiresuk & Sherman, 1968. The level reached is agreed by the pair, never computed from words.
"""

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


def is_reached(level: int) -> bool:
    """Whether the level is the hoped-for one or above."""
    return level >= Level.AS_HOPED


def is_accepted(accepting: set[object], members: set[object]) -> bool:
    """A goal counts once every member has accepted it as it is worded now."""
    return bool(members) and members <= accepting
