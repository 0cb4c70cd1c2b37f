"""Early warnings, judged afterwards: when a rule spoke, how often did the pair end early?

Knows rules over dates and nothing else. A rule is judged on pairs whose outcome is known, and only
by what was known when it spoke. Published screens are wrong in three of four warnings (Lyons &
Edwards 2022), so each rule is shown beside how often pairs end early anyway.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol
from uuid import UUID

from rapport.domain.findings import Hidden, Shown, Unit, Why, may_be_shown
from rapport.evaluation.engine.proportions import wilson
from rapport.evaluation.study.shown import shown

FIRST_MEETING = timedelta(weeks=3)
FAR, TOO_FAR = 1.5, 2.0
MEETINGS_TO_A_GOAL = 3
CANCELLED_IN_A_ROW = 2
ALWAYS_ONE = 4


class Course(Protocol):
    """What a rule may look at."""

    @property
    def began(self) -> date: ...
    @property
    def ended(self) -> date | None: ...
    @property
    def early(self) -> bool: ...
    @property
    def rhythm(self) -> int: ...
    @property
    def held(self) -> tuple[date, ...]: ...
    @property
    def cancelled(self) -> tuple[date, ...]: ...
    @property
    def callers(self) -> tuple[UUID, ...]: ...
    @property
    def first_goal(self) -> date | None: ...


type Rule = Callable[[Course, date], bool]


@dataclass(frozen=True)
class Judged:
    """One rule: of the pairs it spoke for the share that ended early, and of those that ended
    early the share it spoke for."""

    name: str
    right: Shown
    found: Shown


@dataclass(frozen=True)
class Warnings:
    """How often pairs end early at all, and each rule beside it. `pairs` have a known outcome."""

    pairs: int
    usual: Shown
    rules: tuple[Judged, ...]


def no_first_meeting(course: Course, last: date) -> bool:
    first = course.held[0] if course.held else last
    return first - course.began > FIRST_MEETING


def gap(course: Course, last: date, times: float) -> bool:
    """Whether days between meetings, or since the last one, went beyond the pair’s own rhythm."""
    days = [*course.held, last]
    gaps = (later - earlier for earlier, later in pairwise(days))
    return any(each.days > times * course.rhythm for each in gaps)


def long_gap(course: Course, last: date) -> bool:
    return gap(course, last, FAR)


def very_long_gap(course: Course, last: date) -> bool:
    return gap(course, last, TOO_FAR)


def cancelled_twice(course: Course, last: date) -> bool:
    """Two meetings called off with none held between them."""
    days = sorted([(day, True) for day in course.cancelled] + [(day, False) for day in course.held])
    row = 0
    for day, called_off in days:
        row = row + 1 if called_off and day <= last else 0
        if row >= CANCELLED_IN_A_ROW:
            return True
    return False


def no_goal(course: Course, last: date) -> bool:
    """Three meetings, and no goal by then."""
    if len(course.held) < MEETINGS_TO_A_GOAL:
        return False
    third = course.held[MEETINGS_TO_A_GOAL - 1]
    return course.first_goal is None or course.first_goal > third


def one_side_calls(course: Course, last: date) -> bool:
    """Four meetings or more, all called by one and the same."""
    return len(course.callers) >= ALWAYS_ONE and len(set(course.callers)) == 1


RULES: dict[str, Rule] = {
    "no_first_meeting": no_first_meeting,
    "long_gap": long_gap,
    "very_long_gap": very_long_gap,
    "cancelled_twice": cancelled_twice,
    "no_goal": no_goal,
    "one_side_calls": one_side_calls,
}
NOTICE = timedelta(days=7)
"""A rule has to speak a week before the end; saying it on the day of the end warns nobody."""


def judged(courses: Sequence[Course], today: date, known_after: timedelta) -> Warnings:
    """Judge all rules on pairs that ended, or have gone on for `known_after`."""
    known = [one for one in courses if one.ended or today - one.began >= known_after]
    early = sum(one.early for one in known)
    rules = tuple(
        _judged(name, [rule(one, last_day(one, today)) for one in known], known)
        for name, rule in RULES.items()
    )
    return Warnings(len(known), share(early, len(known)), rules)


def last_day(course: Course, today: date) -> date:
    """Up to when a rule may look: a week before an end."""
    return course.ended - NOTICE if course.ended else today


def _judged(name: str, spoke: Sequence[bool], known: Sequence[Course]) -> Judged:
    """Both shares or neither: with the overall share, one would give the other away."""
    warned = sum(spoke)
    early = sum(one.early for one in known)
    both = sum(one.early for one, said in zip(known, spoke, strict=True) if said)
    cells = (both, warned - both, early - both, len(known) - warned - early + both)
    if not may_be_shown(min(warned, len(known) - warned), cells):
        return Judged(name, Hidden(Why.FEW), Hidden(Why.FEW))
    return Judged(name, share(both, warned), share(both, early))


def share(part: int, whole: int) -> Shown:
    """With Wilson’s interval; hidden where a cell is small."""
    if not may_be_shown(whole, (part, whole - part)):
        return Hidden(Why.FEW)
    return shown(wilson(part, whole), Unit.SHARE, n=whole)
