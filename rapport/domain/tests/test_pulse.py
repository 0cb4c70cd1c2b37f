"""The pulse: every theme, number and distance; short enough, and quiet where it must be."""

from datetime import date, timedelta
from hashlib import sha256
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain import pulse
from rapport.domain.formats import Pulse as Habit
from rapport.domain.pulse import Family, Side

TODAY = date(2026, 11, 22)
BASES = {
    "confidentiality", "respect", "accountability", "collaboration", "responsiveness",
    "expression", "focus",
}  # fmt: skip
BEHAVIOURS = {
    "articulating", "listening", "valuing", "goal_clarity", "challenging", "self_awareness",
    "learning", "preparation",
}  # fmt: skip
# What was published once stands for ever: a new sentence makes a new version.
PUBLISHED = {1: "8033c56bf6e89739", 2: "eb28a8223b49b51e"}
# Meetings held, days since the last pulse (None: never), is it due?
DUE = [
    (0, None, False), (1, None, False), (2, None, True), (5, None, True),
    (2, 0, False), (2, 29, False), (2, 30, True), (9, 31, True), (1, 90, False),
]  # fmt: skip


def digest(version: int) -> str:
    return sha256(repr(pulse.WORDINGS[version]).encode()).hexdigest()[:16]


def test_no_published_wording_has_changed() -> None:
    assert {version: digest(version) for version in pulse.WORDINGS} == PUBLISHED


@pytest.mark.parametrize("wording", list(pulse.WORDINGS.values()))
def test_seven_bases_and_eight_behaviours(wording: tuple[pulse.Theme, ...]) -> None:
    assert {each.key for each in wording if each.family is Family.BASE} == BASES
    assert {each.key for each in wording if each.family is Family.BEHAVIOUR} == BEHAVIOURS
    assert len(wording) == 15


@pytest.mark.parametrize("theme", pulse.SECOND_WORDING, ids=lambda each: each.key)
def test_each_theme_looks_at_both_and_asks_a_question(theme: pulse.Theme) -> None:
    assert "%(name)s" in theme.other
    assert theme.mine.startswith(("I ", "What I "))
    assert theme.question.endswith("?")


@pytest.mark.parametrize("number", range(1, 40))
def test_it_never_takes_more_than_three_minutes(number: int) -> None:
    themes = len(pulse.asked(number))
    again = 0 if number == 1 else pulse.ASKED_AGAIN
    assert pulse.seconds(themes + again) <= pulse.LONGEST_SECONDS


@given(st.integers(2, 200))
def test_every_theme_takes_its_turn(number: int) -> None:
    turns = [set(pulse.asked(number + place)) for place in range(3)]
    assert set().union(*turns) == BASES | BEHAVIOURS
    assert all(set(pulse.ALWAYS) <= turn and len(turn) == 7 for turn in turns)


def test_the_first_asks_everything() -> None:
    assert set(pulse.asked(1)) == BASES | BEHAVIOURS


@pytest.mark.parametrize(("met", "days", "due"), DUE)
def test_after_the_second_meeting_then_monthly(met: int, days: int | None, due: bool) -> None:
    last = None if days is None else TODAY - timedelta(days=days)
    assert pulse.is_due(met, last, TODAY) is due


HABITS = [
    (Habit.NONE, 9, None, False, False), (Habit.ONCE, 0, None, False, True),
    (Habit.ONCE, 1, None, True, True), (Habit.ONCE, 9, 90, False, False),
    (Habit.REGULAR, 9, 90, True, True),
]  # fmt: skip


@pytest.mark.parametrize(("habit", "met", "days", "due", "may"), HABITS)
def test_a_format_has_its_own_habit(
    habit: Habit, *, met: int, days: int | None, due: bool, may: bool
) -> None:
    last = None if days is None else TODAY - timedelta(days=days)
    assert pulse.is_due(met, last, TODAY, habit) is due
    assert pulse.may_begin(last, TODAY, habit) is may


@pytest.mark.parametrize(("days", "may"), [(None, True), (0, False), (6, False), (7, True)])
def test_it_may_be_taken_earlier_but_not_every_day(days: int | None, may: bool) -> None:
    last = None if days is None else TODAY - timedelta(days=days)
    assert pulse.may_begin(last, TODAY) is may


SIGNS = [(key, side) for key, side in product(sorted(BASES | BEHAVIOURS), Side)]


@pytest.mark.parametrize(("key", "side"), SIGNS)
def test_only_fear_and_disrespect_open_the_ways_out(key: str, side: Side) -> None:
    is_sign = (key, side) in {("respect", Side.OTHER), ("expression", Side.SELF)}
    for answer in range(pulse.LOW, pulse.HIGH + 1):
        assert pulse.calls_for_ways_out({(key, side): answer}) is (is_sign and answer <= 2)


def test_what_is_left_out_is_no_sign() -> None:
    assert pulse.calls_for_ways_out({}) is False


ANSWERS = range(pulse.LOW, pulse.HIGH + 1)


@pytest.mark.parametrize(("own", "seen"), list(product(ANSWERS, ANSWERS)))
def test_every_distance_has_a_sentence(own: int, seen: int) -> None:
    assert pulse.GAPS[pulse.gap(own, seen)].endswith(".")
    assert pulse.SPREADS[abs(own - seen)].endswith(".")
    assert pulse.is_worth_a_talk(own, seen) is (abs(own - seen) >= 2 or max(own, seen) <= 2)


def test_the_farthest_apart_comes_first() -> None:
    pairs = [("listening", 4, 3), ("respect", 5, 2), ("focus", 2, 2), ("learning", 1, 5)]
    assert pulse.first_to_talk_about(pairs) == ["learning", "respect", "focus"]


def test_every_answer_and_family_has_a_label() -> None:
    assert set(pulse.LABELS) == set(ANSWERS)
    assert set(pulse.FAMILY_LABELS) == set(Family)
