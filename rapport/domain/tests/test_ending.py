"""Decisions by all, and the pause before a new match."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.ending import (
    NEXT_LABELS,
    PAUSE_BEFORE_REMATCHING,
    REDEFINITION_LABELS,
    Keep,
    Next,
    Redefinition,
    after_care_due,
    agreed,
    goes_on,
    may_erase,
    may_say_farewell,
    months_after,
    rematch_from,
    what_stays,
)

GO = (Next.INFORMAL, Redefinition.FRIENDSHIP)
PART = (Next.MOVE_ON, Redefinition.FAREWELL)
PAIR: set[object] = {"ada", "ben"}

# What each chose, and what holds.
TABLE: list[tuple[dict[object, object], object]] = [
    ({}, None),
    ({"ada": GO}, None),
    ({"ada": GO, "ben": PART}, None),
    ({"ada": GO, "ben": (Next.INFORMAL, Redefinition.CONTACT)}, None),
    ({"ada": GO, "ben": GO}, GO),
    ({"ada": GO, "cleo": GO}, None),
]
chosen_by_some = st.dictionaries(st.sampled_from("abc"), st.sampled_from(Next))


@pytest.mark.parametrize(("chosen", "holds"), TABLE)
def test_a_decision_holds_when_all_chose_alike(chosen: dict[object, object], holds: object) -> None:
    assert agreed(chosen, PAIR) == holds


@given(chosen_by_some, st.sets(st.sampled_from("abc"), min_size=1))
def test_nobody_is_decided_over(chosen: dict[str, Next], members: set[str]) -> None:
    choices: dict[object, Next] = dict(chosen.items())
    decision = agreed(choices, set(members))
    if decision is not None:
        assert all(chosen.get(member) == decision for member in members)


def test_a_new_match_waits_fourteen_days_or_as_the_programme_says() -> None:
    ended = date(2026, 2, 20)
    assert rematch_from(ended) == date(2026, 3, 6) == ended + PAUSE_BEFORE_REMATCHING
    assert rematch_from(ended, timedelta(0)) == ended


def test_every_choice_has_its_words() -> None:
    assert set(NEXT_LABELS) == set(Next)
    assert set(REDEFINITION_LABELS) == set(Redefinition)


FULL, LESS = Keep.EVERYTHING, Keep.ESSENTIALS
# What each would keep, and what stays.
KEEPING: list[tuple[dict[object, Keep], Keep]] = [
    ({}, FULL),
    ({"ada": LESS}, FULL),
    ({"ada": LESS, "ben": FULL}, FULL),
    ({"ada": LESS, "ben": LESS}, LESS),
    ({"ada": LESS, "ben": LESS, "cleo": FULL}, LESS),
]


@pytest.mark.parametrize(("choices", "stays"), KEEPING)
def test_nothing_goes_that_anybody_wants_to_keep(choices: dict[object, Keep], stays: Keep) -> None:
    assert what_stays(choices, PAIR) is stays


ENDED = date(2026, 11, 30)
# The day, what was told already, and which note is due.
CARE: list[tuple[date, set[int], int | None]] = [
    (ENDED, set(), None),
    (date(2027, 2, 20), set(), None),
    (date(2027, 2, 21), set(), 3),
    (date(2027, 2, 21), {3}, None),
    (date(2027, 11, 22), {3}, None),
    (date(2027, 11, 23), {3}, 12),
    (date(2029, 1, 1), set(), 12),
    (date(2029, 1, 1), {3, 12}, None),
]


@pytest.mark.parametrize(("today", "told", "due"), CARE)
def test_after_care_comes_twice_and_never_both_at_once(
    today: date, told: set[int], due: int | None
) -> None:
    assert after_care_due(ENDED, today, told) == due


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_after_care_comes_while_there_is_something_to_read(ended_on: date) -> None:
    goes = goes_on(ended_on, timedelta(days=90))
    assert goes is not None
    assert after_care_due(ended_on, goes - timedelta(days=1), set()) == 3


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 40))
def test_months_later_is_the_same_day_or_the_last_of_a_short_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (
        later.day < day.day and (later + timedelta(days=1)).month != later.month
    )


@given(st.integers(-5, 400))
def test_a_last_word_has_its_time_and_erasing_waits_for_it(days: int) -> None:
    today = ENDED + timedelta(days=days)
    assert may_say_farewell(ENDED, today) or may_erase(ENDED, today)
    assert may_erase(ENDED, today) is (days >= 30)
