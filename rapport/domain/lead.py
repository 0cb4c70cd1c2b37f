"""Who leads the relationship, meeting by meeting: from mentor-led towards mentee-led.

Three signs are laid side by side and never mixed into a score of a person: what the members report
after a meeting, who began the agenda, and who called it. The direction over time is what counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from statistics import fmean

from rapport.domain.sentences import _

MENTOR_LED, MENTEE_LED = 1, 5
CLEAR = 0.5
"""So many steps of the five the two ends of a course must differ to say that it moved."""

ENOUGH = 4
"""Fewer meetings than this show no direction."""


class Side(StrEnum):
    MENTOR = "mentor"
    MENTEE = "mentee"


class Course(StrEnum):
    TOO_EARLY = "too_early"
    GROWING = "growing"
    STEADY = "steady"
    SHRINKING = "shrinking"


COURSE_SENTENCES: dict[Course, str] = {
    Course.TOO_EARLY: _("After four meetings you can see here whether the lead is moving."),
    Course.GROWING: _("The mentee leads more now than at the beginning. That is the way it goes."),
    Course.STEADY: _("The lead has stayed where it was. Is that how you want it?"),
    Course.SHRINKING: _(
        "The mentor leads more now than at the beginning. There may be a good reason; ask for it."
    ),
}


@dataclass(frozen=True)
class Led:
    """One meeting: reports from 1 (mentor led) to 5 (mentee led), and who did what for it."""

    when: datetime
    reports: tuple[int, ...] = ()
    agenda_by: Side | None = None
    called_by: Side | None = None


def reported(led: Led) -> float | None:
    """The middle of what was reported (1 to 5); None when nobody did."""
    return fmean(led.reports) if led.reports else None


def sign(side: Side) -> int:
    return MENTEE_LED if side is Side.MENTEE else MENTOR_LED


def position(led: Led) -> float | None:
    """Where one meeting lies between mentor-led (1) and mentee-led (5); signs count alike."""
    signs: list[float] = [sign(side) for side in (led.agenda_by, led.called_by) if side]
    said = reported(led)
    everything = signs if said is None else [said, *signs]
    return fmean(everything) if everything else None


def course(meetings: Sequence[Led]) -> Course:
    """How the lead moved between the first and the last third of these meetings, in their order."""
    positions = [each for each in map(position, meetings) if each is not None]
    if len(positions) < ENOUGH:
        return Course.TOO_EARLY
    third = max(1, len(positions) // 3)
    moved = fmean(positions[-third:]) - fmean(positions[:third])
    if abs(moved) < CLEAR:
        return Course.STEADY
    return Course.GROWING if moved > 0 else Course.SHRINKING
