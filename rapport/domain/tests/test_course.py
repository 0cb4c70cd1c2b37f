"""What a coordinator sees: bands, and what a pair waits for."""

from dataclasses import fields
from datetime import date, timedelta

import pytest

from rapport.domain.course import WAITING, Course, band, is_long_ago, waiting_for
from rapport.domain.phases import Phase

TODAY = date(2026, 5, 4)
D = Phase.DIRECTION
MET = Course(D, meetings_held=1, agreement_signed=True)

TABLE: list[tuple[Course, str]] = [
    (Course(Phase.RAPPORT), "meeting"),
    (Course(Phase.RAPPORT, all_joined=False), "joining"),
    (Course(Phase.RAPPORT, meetings_held=1), "agreement"),
    (Course(D, meetings_held=9), "agreement"),
    (MET, "nothing"),
    (Course(Phase.PROGRESSION, agreement_signed=True), "meeting"),
    (Course(Phase.PROGRESSION, needs_decision=True), "decision"),
    (Course(Phase.RAPPORT, needs_decision=True, all_joined=False), "decision"),
    (Course(Phase.CLOSED, needs_decision=True), "ended"),
]


@pytest.mark.parametrize(("course", "key"), TABLE)
def test_a_pair_waits_for_what_the_table_says(course: Course, key: str) -> None:
    assert waiting_for(course).key == key


def test_every_row_of_the_table_is_reached() -> None:
    assert {key for _, key in TABLE} == {each.key for each in WAITING}


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (0, "not yet"),
        (1, "once or twice"),
        (2, "once or twice"),
        (3, "three to five times"),
        (5, "three to five times"),
        (6, "six times or more"),
        (40, "six times or more"),
    ],
)
def test_meetings_are_shown_in_bands(held: int, words: str) -> None:
    assert band(held) == words


@pytest.mark.parametrize(("days", "long_ago"), [(0, False), (42, False), (43, True)])
def test_six_weeks_are_long_ago(days: int, long_ago: bool) -> None:
    assert is_long_ago(TODAY - timedelta(days=days), TODAY) is long_ago


def test_without_a_meeting_nothing_is_long_ago() -> None:
    assert not is_long_ago(None, TODAY)


def test_a_course_knows_nothing_else() -> None:
    known = {"phase", "meetings_held", "last_met", "all_joined", "agreement_signed"}
    assert {each.name for each in fields(Course)} == known | {"needs_decision"}
