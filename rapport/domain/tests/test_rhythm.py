"""When a pair has gone quiet, when it is asked, and when the coordinator is told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.rhythm import (
    ANSWER_LABELS,
    ANSWER_WITHIN,
    GRACE,
    LONGEST_PAUSE,
    Answer,
    Nudge,
    Rest,
    Rhythm,
    Silence,
    counted_days,
    is_quiet,
    is_rest,
    may_pause_until,
    may_rest,
    needs_decision,
    nudge,
)

MET = date(2026, 3, 2)
EVERY_THREE_WEEKS = Rhythm(21)
LAST_GOOD_DAY = MET + timedelta(days=21) + GRACE
days = st.integers(0, 400)


def on(day: int) -> date:
    """So many days after the last good day."""
    return LAST_GOOD_DAY + timedelta(days=day)


ASKED, EXPIRED = on(1), on(1) + ANSWER_WITHIN + timedelta(days=1)
TWICE = (ASKED, EXPIRED)
GIVEN_UP = EXPIRED + ANSWER_WITHIN + timedelta(days=1)

# What is known, which day it is, what the clock does.
TABLE: list[tuple[Silence, date, Nudge]] = [
    (Silence(MET, EVERY_THREE_WEEKS), on(0), Nudge.FINE),
    (Silence(MET, EVERY_THREE_WEEKS), on(1), Nudge.ASK),
    (Silence(MET, EVERY_THREE_WEEKS, next_meeting=on(5)), on(1), Nudge.FINE),
    (Silence(MET, EVERY_THREE_WEEKS, next_meeting=on(5)), on(6), Nudge.ASK),
    (Silence(MET, EVERY_THREE_WEEKS, is_paused=True), on(99), Nudge.FINE),
    (Silence(MET, EVERY_THREE_WEEKS, unanswered=(ASKED,)), on(2), Nudge.WAIT),
    (Silence(MET, EVERY_THREE_WEEKS, unanswered=(ASKED,)), ASKED + ANSWER_WITHIN, Nudge.WAIT),
    (Silence(MET, EVERY_THREE_WEEKS, unanswered=(ASKED,)), EXPIRED, Nudge.ASK),
    (Silence(MET, EVERY_THREE_WEEKS, unanswered=TWICE), EXPIRED, Nudge.WAIT),
    (Silence(MET, EVERY_THREE_WEEKS, unanswered=TWICE), GIVEN_UP, Nudge.DECIDE),
    (Silence(MET, EVERY_THREE_WEEKS, is_paused=True, unanswered=TWICE), GIVEN_UP, Nudge.FINE),
]


@pytest.mark.parametrize(("silence", "today", "wanted"), TABLE)
def test_the_clock_does_what_the_table_says(silence: Silence, today: date, wanted: Nudge) -> None:
    assert nudge(silence, today) is wanted


@given(st.integers(1, 180), days)
def test_a_pair_is_quiet_only_after_its_rhythm_and_a_grace(rhythm: int, later: int) -> None:
    quiet = is_quiet(MET, Rhythm(rhythm), MET + timedelta(days=later))
    assert quiet is (later > rhythm + GRACE.days)


@given(days, days)
def test_an_arranged_meeting_is_a_sign_of_life_until_its_day(later: int, planned: int) -> None:
    today, meeting = MET + timedelta(days=later), MET + timedelta(days=planned)
    if meeting >= today:
        assert not is_quiet(MET, EVERY_THREE_WEEKS, today, next_meeting=meeting)


@pytest.mark.parametrize("length", [0, 181, -1])
def test_a_rhythm_is_between_a_day_and_half_a_year(length: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 180"):
        Rhythm(length)


def test_two_questions_without_an_answer_need_a_decision() -> None:
    assert [needs_decision(count) for count in range(4)] == [False, False, True, True]


@pytest.mark.parametrize(
    ("until", "allowed"),
    [
        (MET, False),
        (MET + timedelta(days=1), True),
        (MET + LONGEST_PAUSE, True),
        (MET + LONGEST_PAUSE + timedelta(days=1), False),
    ],
)
def test_a_pause_ends_between_tomorrow_and_a_year(until: date, allowed: bool) -> None:
    assert may_pause_until(until, MET) is allowed


def test_the_three_answers_are_equal_and_named() -> None:
    assert set(ANSWER_LABELS) == set(Answer)
    assert len(Answer) == 3


NEW_YEAR = Rest(date(2026, 12, 21), date(2027, 1, 4))
spans = st.tuples(st.dates(date(2026, 1, 1), date(2027, 12, 1)), st.integers(0, 92)).map(
    lambda span: Rest(span[0], span[0] + timedelta(days=span[1]))
)


def test_over_the_holidays_nobody_is_asked_and_no_day_counts() -> None:
    met = date(2026, 12, 7)
    for later in range(60):
        today = met + timedelta(days=later)
        wanted = nudge(Silence(met, Rhythm(14), rests=(NEW_YEAR,)), today)
        assert wanted is (Nudge.ASK if later > 14 + GRACE.days + 15 else Nudge.FINE)


def test_a_question_before_the_holidays_waits_until_after_them() -> None:
    silence = Silence(
        date(2026, 11, 2), Rhythm(14), rests=(NEW_YEAR,), unanswered=(date(2026, 12, 18),)
    )
    days = (date(2026, 12, 19) + timedelta(days=each) for each in range(40))
    asked = next(day for day in days if nudge(silence, day) is Nudge.ASK)
    assert asked == date(2026, 12, 18) + ANSWER_WITHIN + timedelta(days=15 + 1)


@given(st.dates(date(2026, 1, 1), date(2027, 6, 1)), st.integers(0, 300), st.lists(spans))
def test_rest_only_ever_gives_more_time(since: date, later: int, rests: list[Rest]) -> None:
    today = since + timedelta(days=later)
    assert 0 <= counted_days(since, today, rests) <= counted_days(since, today) == later
    if is_quiet(since, EVERY_THREE_WEEKS, today, rests=rests):
        assert is_quiet(since, EVERY_THREE_WEEKS, today)


@given(st.dates(date(2026, 1, 1), date(2027, 6, 1)), st.integers(0, 300), st.lists(spans))
def test_nobody_is_asked_on_a_day_of_rest(since: date, later: int, rests: list[Rest]) -> None:
    today = since + timedelta(days=later)
    wanted = nudge(Silence(since, EVERY_THREE_WEEKS, rests=tuple(rests)), today)
    assert wanted is not Nudge.ASK or not is_rest(today, rests)


@given(spans)
def test_rest_has_an_order_and_an_end(rest: Rest) -> None:
    assert may_rest(rest)
    if rest.first != rest.last:
        assert not may_rest(Rest(rest.last, rest.first))


def test_simulated_months_ask_twice_and_then_tell_once() -> None:
    """Nobody answers for half a year: asked on two days, then a decision is needed, for good."""
    unanswered: tuple[date, ...] = ()
    told: list[date] = []
    for later in range(180):
        today = MET + timedelta(days=later)
        wanted = nudge(Silence(MET, EVERY_THREE_WEEKS, unanswered=unanswered), today)
        if wanted is Nudge.ASK:
            unanswered = (*unanswered, today)
        elif wanted is Nudge.DECIDE:
            told.append(today)
    assert unanswered == TWICE
    assert told[0] == GIVEN_UP
    assert len(told) == 180 - (GIVEN_UP - MET).days
