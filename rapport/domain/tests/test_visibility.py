"""The complete table: every field with its audience, and that settings only ever narrow."""

from itertools import product

import pytest

from rapport.domain.visibility import AUDIENCES, EXPLANATIONS, LABELS, ORDER, Audience, may_become

ONLY_YOU, PAIR, POOLED, PROGRAMME = (
    Audience.ONLY_YOU,
    Audience.PAIR,
    Audience.POOLED,
    Audience.PROGRAMME,
)
BEFORE_REVEAL = {"values_before_reveal", "trust_before_reveal", "pulse_before_reveal"}
FIELDS: dict[Audience, set[str]] = {
    ONLY_YOU: BEFORE_REVEAL
    | {"journal", "preparation", "reflection", "question_bookmarks", "dependency", "competencies"},
    PAIR: {
        "preparation_shared",
        "shelf",
        "reflection_shared",
        "confidence",
        "introductions",
        "farewell",
        "keeping",
        "values",
        "trust",
        "pulse",
        "pulse_topic",
        "competencies_of_partner",
        "agenda",
        "meeting_place",
        "agreement",
        "goal_words",
        "goal_figures",
        "step_words",
        "review",
        "thanks",
        "decision",
        "redefinition",
        "pause",
        "drift_answer",
    },
    PROGRAMME: {
        "meeting_date",
        "phase",
        "agreement_signed",
        "ending_date",
        "decision_needed",
        "talk_asked",
        "sign_up_answers",
    },
    POOLED: {"goal_attainment", "lent_figures", "who_led", "challenge_felt"},
}
# Rows: the audience now. Columns: only you, pair, pooled, programme. x: may become.
TABLE = {ONLY_YOU: "x---", PAIR: "xx--", POOLED: "xxx-", PROGRAMME: "xxxx"}


def test_every_field_has_the_audience_of_the_table() -> None:
    expected = {field: audience for audience, fields in FIELDS.items() for field in fields}
    assert expected == AUDIENCES


def test_no_word_a_pair_writes_is_for_the_programme() -> None:
    sealed = {"agenda", "agreement", "goal_words", "step_words", "review", "thanks", "journal"}
    assert {AUDIENCES[field] for field in sealed} <= {ONLY_YOU, PAIR}


@pytest.mark.parametrize(("now", "wished"), list(product(Audience, Audience)))
def test_an_audience_may_only_become_narrower(now: Audience, wished: Audience) -> None:
    assert may_become(now, wished) is (TABLE[now][ORDER.index(wished)] == "x")


def test_every_audience_is_named_and_explained() -> None:
    assert set(LABELS) == set(EXPLANATIONS) == set(ORDER) == set(Audience)
