"""Four signs, no verdict: each row of the table turns exactly one of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.lead import Course
from rapport.domain.outlook import (
    CONFIDENCE,
    PRIVATE_QUESTIONS,
    SENTENCES,
    SURE,
    Outlook,
    are_sure,
    is_worth_a_talk,
    signs_of,
)
from rapport.domain.permissions import MEMBERS
from rapport.domain.readiness import TERM_IS_NEAR, Facts

TODAY = date(2027, 3, 1)
FAR = TODAY + timedelta(days=200)
QUIET = Outlook(Facts(goals_accepted=2), (3,), 1, FAR, Course.STEADY)

TABLE: list[tuple[Outlook, set[str]]] = [
    (QUIET, set()),
    (replace(QUIET, facts=Facts(goals_accepted=2, goals_reached=2)), {"goals"}),
    (replace(QUIET, confidence=(SURE,)), {"confidence"}),
    (replace(QUIET, confidence=(SURE,), learners=2), set()),
    (replace(QUIET, ends_on=TODAY + TERM_IS_NEAR), {"term"}),
    (replace(QUIET, lead=Course.GROWING), {"lead"}),
    (replace(QUIET, lead=Course.GROWING, confidence=(10,)), {"lead", "confidence"}),
]


@pytest.mark.parametrize(("outlook", "speaking"), TABLE)
def test_a_sign_speaks_when_the_record_says_so(outlook: Outlook, speaking: set[str]) -> None:
    signs = signs_of(outlook, TODAY)
    assert {sign.key for sign in signs if sign.speaks_for_it} == speaking
    assert [sign.key for sign in signs] == list(SENTENCES)
    assert is_worth_a_talk(signs) is (len(speaking) >= 2)


@given(st.lists(st.sampled_from(CONFIDENCE)), st.integers(0, 6))
def test_nobody_is_sure_for_somebody_else(said: list[int], learners: int) -> None:
    sure = are_sure(said, learners)
    assert sure is (learners > 0 and len(said) == learners and all(each >= SURE for each in said))


def test_every_member_has_private_questions_and_no_label() -> None:
    assert set(PRIVATE_QUESTIONS) == MEMBERS
    for questions in PRIVATE_QUESTIONS.values():
        assert all(each.endswith("?") for each in questions)
        assert not any("depend" in each for each in questions)
