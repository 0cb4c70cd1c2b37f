"""What a coordinator sees of a relationship: its course, in bands, and never a word or a figure.

Phase, met or not, agreement signed or not, and whether a decision is needed. Nothing of goals,
answers, pauses or who did what: two people wrote under that promise.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from rapport.domain.phases import Phase
from rapport.domain.sentences import _

LONG_AGO = timedelta(weeks=6)

# From how many meetings on, and what it is called.
BANDS: tuple[tuple[int, str], ...] = (
    (6, _("six times or more")),
    (3, _("three to five times")),
    (1, _("once or twice")),
    (0, _("not yet")),
)


@dataclass(frozen=True)
class Course:
    """One relationship as the record shows it to a coordinator."""

    phase: Phase
    meetings_held: int = 0
    last_met: date | None = None
    all_joined: bool = True
    agreement_signed: bool = False
    needs_decision: bool = False


@dataclass(frozen=True)
class Waiting:
    """Something a pair waits for, in words, and when that is so."""

    key: str
    sentence: str
    holds: Callable[[Course], bool]


# The first that holds is shown.
WAITING: tuple[Waiting, ...] = (
    Waiting("ended", _("It has ended."), lambda it: it.phase is Phase.CLOSED),
    Waiting(
        "decision", _("A decision: it has been silent for long."), lambda it: it.needs_decision
    ),
    Waiting("joining", _("Somebody to accept the invitation."), lambda it: not it.all_joined),
    Waiting("meeting", _("The first meeting."), lambda it: it.meetings_held == 0),
    Waiting("agreement", _("The agreement, signed by all."), lambda it: not it.agreement_signed),
    Waiting("nothing", _("Nothing; they are on their way."), lambda _it: True),
)


def band(meetings_held: int) -> str:
    """How often they met (0 or more), in words that name no number of their own."""
    return next(label for least, label in BANDS if meetings_held >= least)


def is_long_ago(last_met: date | None, today: date) -> bool:
    """Whether the last meeting lies more than six weeks back; never without one."""
    return last_met is not None and today > last_met + LONG_AGO


def waiting_for(course: Course) -> Waiting:
    """What comes next for this pair, as far as a coordinator may know."""
    return next(each for each in WAITING if each.holds(course))
