"""How often a pair means to meet, and when it has gone quiet.

The pair is asked first, privately: continue, pause or wind up, three equal answers. Only two
questions without an answer make it a matter for the coordinator.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

GRACE = timedelta(days=7)
"""How long after a missed rhythm we wait before we ask; holidays and colds are normal."""

ANSWER_WITHIN = timedelta(days=10)
"""How long a question stays open before it counts as unanswered."""

QUESTIONS_BEFORE_DECISION = 2


class Answer(StrEnum):
    CONTINUE = "continue"
    PAUSE = "pause"
    WIND_UP = "wind_up"


@dataclass(frozen=True)
class Rhythm:
    """Meet about every so many days (1 to 180)."""

    days: int

    def __post_init__(self) -> None:
        if not 1 <= self.days <= 180:
            raise ValueError("A rhythm is between 1 and 180 days.")


def is_quiet(
    last_met: date, rhythm: Rhythm, today: date, *, next_meeting: date | None = None
) -> bool:
    """Whether the rhythm is missed: nothing held for its length plus a grace, nothing arranged."""
    if next_meeting is not None and next_meeting >= today:
        return False
    return today > last_met + timedelta(days=rhythm.days) + GRACE


def is_unanswered(asked_on: date, today: date) -> bool:
    return today > asked_on + ANSWER_WITHIN


def needs_decision(unanswered_in_a_row: int) -> bool:
    """Whether the coordinator is told that a pair needs a decision (0 or more in a row)."""
    return unanswered_in_a_row >= QUESTIONS_BEFORE_DECISION
