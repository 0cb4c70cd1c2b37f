"""Reasons in words: only what both agreed to show, and only what speaks for the pair."""

from dataclasses import replace

import pytest

from rapport.matching.engine import (
    REASONS,
    Criteria,
    Criterion,
    Person,
    Pool,
    Sentence,
    UnusableError,
    explain,
    propose,
)

ASKED = Criteria(
    criteria=(
        Criterion(kind="coverage", question="topics", weight=5),
        Criterion(kind="closeness", question="pace", low=1, high=5, weight=4),
        Criterion(kind="difference", question="style", low=1, high=5, weight=3),
        Criterion(kind="ahead", question="experience", least=1, most=9, weight=2),
        Criterion(kind="wish", side="mentee", weight=1),
        Criterion(kind="preference", question="gender", wanted="mentor_gender", weight=0.5),
    )
)
EVERYTHING = frozenset(
    {"topics", "pace", "style", "experience", "wishes", "gender", "mentor_gender"}
)
BEN = Person(
    id="Ben",
    topics=frozenset({"Leading a team", "Statistics"}),
    experience=1,
    wishes=("Ada",),
    answers={"pace": 2, "style": 1, "mentor_gender": "woman"},
    shareable=EVERYTHING,
)
ADA = Person(
    id="Ada",
    topics=frozenset({"leading a  team", "writing"}),
    experience=4,
    answers={"pace": 2, "style": 5, "gender": "woman"},
    shareable=EVERYTHING,
)


def reasons(mentee: Person, mentor: Person) -> tuple[Sentence, ...]:
    solution = propose(Pool(mentees=(mentee,), mentors=(mentor,)), ASKED, seed=1)
    return explain(solution, ("Ben", "Ada")).reasons


def test_reasons_come_in_the_order_of_their_points() -> None:
    assert [one.key for one in reasons(BEN, ADA)] == [
        "close", "different", "in_common", "steps_ahead", "mentee_wished", "as_mentee_wishes",
    ]  # fmt: skip
    assert reasons(BEN, ADA)[2].words["shared"] == ("Leading a team",)
    assert all(one.words.keys() == REASONS[one.key] for one in reasons(BEN, ADA))


@pytest.mark.parametrize("question", sorted(EVERYTHING - {"gender", "mentor_gender"}))
def test_what_one_side_keeps_to_herself_is_never_a_reason(question: str) -> None:
    quiet = replace(BEN, shareable=EVERYTHING - {question})
    assert len(reasons(quiet, ADA)) == len(reasons(BEN, ADA)) - 1
    if question != "wishes":
        silent = replace(ADA, shareable=EVERYTHING - {question})
        assert reasons(BEN, silent) == reasons(quiet, ADA)


def test_nothing_is_shown_unless_somebody_agreed() -> None:
    assert reasons(replace(BEN, shareable=frozenset()), ADA) == ()


def test_what_speaks_against_a_pair_is_no_reason() -> None:
    other = replace(ADA, topics=frozenset({"painting"}), answers={"pace": 5, "style": 1})
    assert [one.key for one in reasons(BEN, other)] == ["steps_ahead", "mentee_wished"]


def test_a_stranger_has_no_explanation() -> None:
    solution = propose(Pool(mentees=(BEN,), mentors=(ADA,)), ASKED, seed=1)
    with pytest.raises(UnusableError, match="person_unknown"):
        explain(solution, ("Ben", "Eve"))
