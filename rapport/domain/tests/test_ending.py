"""Decisions by all, and the pause before a new match."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.ending import (
    NEXT_LABELS,
    PAUSE_BEFORE_REMATCHING,
    REDEFINITION_LABELS,
    Next,
    Redefinition,
    agreed,
    rematch_from,
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
