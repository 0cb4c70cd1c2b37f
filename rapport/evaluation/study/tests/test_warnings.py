"""Each rule of the early warnings on a course made for it, and how rules are judged."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from rapport.domain.findings import Finding, Hidden
from rapport.evaluation.study.warnings import RULES, judged, last_day

FIRST = date(2025, 1, 1)
TODAY = date(2026, 1, 1)
ADA, BEN = uuid4(), uuid4()
SECOND_WEEK = date(2025, 1, 15)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@dataclass(frozen=True)
class Made:
    """A pair that meets every three weeks, each calling in turn, with a goal after two weeks."""

    began: date = FIRST
    ended: date | None = None
    early: bool = False
    rhythm: int = 21
    held: tuple[date, ...] = tuple(day(n) for n in range(10, 361, 21))
    cancelled: tuple[date, ...] = ()
    callers: tuple[UUID, ...] = (ADA, BEN) * 8
    first_goal: date | None = SECOND_WEEK


FINE = Made()
TROUBLED = {
    "no_first_meeting": replace(FINE, held=(day(30), *FINE.held[2:])),
    "long_gap": replace(FINE, held=tuple(d for d in FINE.held if not day(60) < d < day(90))),
    "very_long_gap": replace(FINE, held=tuple(d for d in FINE.held if not day(50) < d < day(110))),
    "cancelled_twice": replace(FINE, cancelled=(day(40), day(45))),
    "no_goal": replace(FINE, first_goal=day(200)),
    "one_side_calls": replace(FINE, callers=(ADA,) * 16),
}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_speaks_where_there_is_trouble_and_is_silent_elsewhere(name: str) -> None:
    assert RULES[name](TROUBLED[name], TODAY)
    assert not RULES[name](FINE, TODAY)


def test_a_rule_may_not_look_at_the_last_week_before_an_end() -> None:
    ended = replace(FINE, held=FINE.held[:3], ended=day(90))
    assert last_day(ended, TODAY) == day(83)
    assert not RULES["very_long_gap"](ended, day(90))


def test_rules_are_judged_beside_how_often_pairs_end_early_anyway() -> None:
    early = [replace(TROUBLED["no_goal"], ended=day(300), early=True)] * 10
    courses = [*early, *[TROUBLED["no_goal"]] * 5, *[FINE] * 20, *[replace(FINE, early=True)] * 5]
    found = judged(courses, TODAY, timedelta(days=270))
    rule = next(one for one in found.rules if one.name == "no_goal")
    assert isinstance(found.usual, Finding)
    assert found.usual.value == pytest.approx(15 / 40)
    assert isinstance(rule.right, Finding)
    assert isinstance(rule.found, Finding)
    assert rule.right.value == pytest.approx(10 / 15)
    assert rule.found.value == pytest.approx(10 / 15)


def test_small_cells_hide_a_rule_altogether() -> None:
    courses = [*[TROUBLED["no_goal"]] * 8, *[replace(FINE, early=True)] * 6, *[FINE] * 20]
    few = [replace(TROUBLED["no_goal"], early=True)] * 3
    rule = next(
        one for one in judged([*courses, *few], TODAY, timedelta(1)).rules if one.name == "no_goal"
    )
    assert isinstance(rule.right, Hidden)
    assert isinstance(rule.found, Hidden)


def test_pairs_that_have_just_begun_are_not_judged() -> None:
    young = replace(FINE, began=TODAY - timedelta(days=10))
    assert judged([young] * 9, TODAY, timedelta(days=270)).pairs == 0
