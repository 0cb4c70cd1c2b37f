"""Who leads: three signs side by side, and a direction only when there is one."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.lead import COURSE_SENTENCES, Course, Led, Side, course, position, reported

MENTOR, MENTEE = Side.MENTOR, Side.MENTEE
DAY = datetime(2026, 3, 2, 16, tzinfo=UTC)


def led(*reports: int, agenda: Side | None = None, called: Side | None = None) -> Led:
    return Led(DAY, reports, agenda, called)


# Reports, agenda, call: where the meeting lies between 1 and 5.
POSITIONS: list[tuple[Led, float | None]] = [
    (led(), None),
    (led(1, 2), 1.5),
    (led(agenda=MENTEE), 5),
    (led(agenda=MENTOR, called=MENTEE), 3),
    (led(3, agenda=MENTOR, called=MENTOR), 5 / 3),
]
# Where the meetings lie, and what is said about them.
COURSES: list[tuple[list[int], Course]] = [
    ([], Course.TOO_EARLY),
    ([1, 3, 5], Course.TOO_EARLY),
    ([1, 2, 3, 4], Course.GROWING),
    ([4, 3, 2, 1], Course.SHRINKING),
    ([3, 3, 3, 3], Course.STEADY),
    ([3, 1, 5, 3, 3, 3], Course.GROWING),
    ([2, 2, 5, 5, 2, 2], Course.STEADY),
]


@pytest.mark.parametrize(("meeting", "where"), POSITIONS)
def test_each_sign_counts_alike(meeting: Led, where: float | None) -> None:
    assert position(meeting) == where


@pytest.mark.parametrize(("reports", "said"), COURSES)
def test_the_course_is_read_from_its_two_ends(reports: list[int], said: Course) -> None:
    assert course([led(each) for each in reports]) is said


def test_every_course_has_its_sentence() -> None:
    assert set(COURSE_SENTENCES) == set(Course)


marks = st.builds(
    led,
    agenda=st.sampled_from([None, MENTOR, MENTEE]),
    called=st.sampled_from([None, MENTOR, MENTEE]),
)


@given(st.lists(marks, max_size=20))
def test_turned_around_it_moves_the_other_way(meetings: list[Led]) -> None:
    turned = {Course.GROWING: Course.SHRINKING, Course.SHRINKING: Course.GROWING}
    there = course(meetings)
    assert course(meetings[::-1]) is turned.get(there, there)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=6))
def test_what_is_reported_stays_between_its_ends(reports: list[int]) -> None:
    middle = reported(led(*reports))
    assert middle is not None
    assert 1 <= min(reports) <= middle <= max(reports) <= 5
