"""How often a pair means to meet, and when it has gone quiet.

The pair is asked first, privately: continue, pause or wind up, three equal answers. Only two
questions without an answer make it a matter for the coordinator.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rapport.domain.sentences import _

GRACE = timedelta(days=7)
"""How long after a missed rhythm we wait before we ask; holidays and colds are normal."""

ANSWER_WITHIN = timedelta(days=10)
"""How long a question stays open before it counts as unanswered."""

QUESTIONS_BEFORE_DECISION = 2

LONGEST_REST = timedelta(days=92)

LONGEST_PAUSE = timedelta(days=365)
"""A pause has an end that somebody can foresee."""


class Answer(StrEnum):
    CONTINUE = "continue"
    PAUSE = "pause"
    WIND_UP = "wind_up"


ANSWER_LABELS: dict[Answer, str] = {
    Answer.CONTINUE: _("We continue"),
    Answer.PAUSE: _("We pause until a day"),
    Answer.WIND_UP: _("We wind up"),
}


@dataclass(frozen=True)
class Rest:
    """Days on which nobody is expected to meet or to answer, the first and the last included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


class Nudge(StrEnum):
    """What the clock has to do about a pair today."""

    FINE = "fine"
    WAIT = "wait"
    ASK = "ask"
    DECIDE = "decide"


@dataclass(frozen=True)
class Rhythm:
    """Meet about every so many days (1 to 180)."""

    days: int

    def __post_init__(self) -> None:
        if not 1 <= self.days <= 180:
            raise ValueError("A rhythm is between 1 and 180 days.")


def counted_days(since: date, today: date, rests: Sequence[Rest] = ()) -> int:
    """The days after `since` up to today, without those on which everybody rests; never below 0."""
    days = (since + timedelta(days=each + 1) for each in range((today - since).days))
    return sum(1 for day in days if not is_rest(day, rests))


def is_rest(day: date, rests: Sequence[Rest]) -> bool:
    return any(rest.holds(day) for rest in rests)


def is_quiet(
    last_met: date,
    rhythm: Rhythm,
    today: date,
    *,
    next_meeting: date | None = None,
    rests: Sequence[Rest] = (),
) -> bool:
    """Whether the rhythm is missed: nothing held for its length plus a grace, nothing arranged.

    Holidays do not count: a pair that meets every week has not gone quiet over the new year.
    """
    if next_meeting is not None and next_meeting >= today:
        return False
    return counted_days(last_met, today, rests) > rhythm.days + GRACE.days


def is_unanswered(asked_on: date, today: date, rests: Sequence[Rest] = ()) -> bool:
    return counted_days(asked_on, today, rests) > ANSWER_WITHIN.days


def needs_decision(unanswered_in_a_row: int) -> bool:
    """Whether the coordinator is told that a pair needs a decision (0 or more in a row)."""
    return unanswered_in_a_row >= QUESTIONS_BEFORE_DECISION


@dataclass(frozen=True)
class Silence:
    """What is known of a pair without a word: its last sign of life, and what came after it.

    `unanswered` are the days on which it was asked since then and not all have answered, in order.
    """

    last_sign: date
    rhythm: Rhythm
    next_meeting: date | None = None
    is_paused: bool = False
    unanswered: tuple[date, ...] = ()
    rests: tuple[Rest, ...] = ()


def nudge(silence: Silence, today: date) -> Nudge:
    """Leave them in peace, wait for their answer, ask them, or say that a decision is needed."""
    rests = silence.rests
    quiet = is_quiet(
        silence.last_sign, silence.rhythm, today, next_meeting=silence.next_meeting, rests=rests
    )
    if silence.is_paused or not quiet:
        return Nudge.FINE
    if is_rest(today, rests):
        return Nudge.WAIT
    if silence.unanswered and not is_unanswered(silence.unanswered[-1], today, rests):
        return Nudge.WAIT
    return Nudge.DECIDE if needs_decision(len(silence.unanswered)) else Nudge.ASK


def may_rest(rest: Rest) -> bool:
    """Whether days of rest are in order and no longer than a season (92 days)."""
    return timedelta(0) <= rest.last - rest.first <= LONGEST_REST


def may_pause_until(until: date, today: date) -> bool:
    """Whether a pause may end on this day: from tomorrow on, within a year."""
    return today < until <= today + LONGEST_PAUSE
