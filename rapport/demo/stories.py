"""How the relationships of the demonstration have gone: one row a kind of story."""

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.phases import Phase


class Turn(StrEnum):
    """What is special about a story."""

    NONE = ""
    NOT_JOINED = "not_joined"
    PAUSED = "paused"
    ASKED = "asked"
    SILENT = "silent"
    NO_FAULT = "no_fault"
    TALK = "talk"


@dataclass(frozen=True)
class Story:
    """Since when (days ago), how often they met, how far they came, and what is special."""

    days: int
    phase: Phase
    meetings: int = 0
    ahead: bool = False
    values: int = 2
    goals: int = 0
    level: int = -1
    turn: Turn = Turn.NONE


# How many pairs live each story, in the autumn round and in the spring round.
AUTUMN: tuple[tuple[int, Story], ...] = (
    (1, Story(62, Phase.PROGRESSION, meetings=4, ahead=True, goals=2, level=0)),
    (3, Story(6, Phase.RAPPORT, values=0, turn=Turn.NOT_JOINED)),
    (4, Story(14, Phase.RAPPORT, ahead=True, values=1)),
    (4, Story(24, Phase.RAPPORT, meetings=1, values=2)),
    (6, Story(45, Phase.DIRECTION, meetings=2, ahead=True, goals=1, level=-2)),
    (7, Story(70, Phase.PROGRESSION, meetings=4, ahead=True, goals=2, level=-1)),
    (1, Story(70, Phase.PROGRESSION, meetings=3, goals=1, turn=Turn.PAUSED)),
    (1, Story(72, Phase.DIRECTION, meetings=1, goals=1, turn=Turn.ASKED)),
    (1, Story(75, Phase.RAPPORT, meetings=1, turn=Turn.SILENT)),
    (1, Story(60, Phase.DIRECTION, meetings=2, goals=1, turn=Turn.TALK, ahead=True)),
    (1, Story(50, Phase.CLOSED, meetings=1, turn=Turn.NO_FAULT)),
)
SPRING: tuple[tuple[int, Story], ...] = (
    (1, Story(240, Phase.WINDING_UP, meetings=9, goals=2, level=1)),
    (3, Story(235, Phase.PROGRESSION, meetings=8, ahead=True, goals=2, level=0)),
    (3, Story(240, Phase.WINDING_UP, meetings=9, goals=2, level=0)),
    (6, Story(245, Phase.CLOSED, meetings=10, goals=2, level=1)),
    (1, Story(230, Phase.CLOSED, meetings=3, goals=1, turn=Turn.NO_FAULT)),
)


def told(rows: tuple[tuple[int, Story], ...]) -> list[Story]:
    """One story a pair, in the order of the table."""
    return [story for count, story in rows for _ in range(count)]
