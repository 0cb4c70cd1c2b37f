"""Readiness, condition by condition: a table of facts, and that nothing ever blocks."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.phases import Phase
from rapport.domain.readiness import CONDITIONS, ONE_TO_ONE, Facts, is_done, missing, readiness

NOTHING = Facts()
ONE_GOAL = Facts(goals_accepted=1)

# Key of the condition, facts that leave it open, facts that fulfil it.
TABLE: list[tuple[str, Facts, Facts]] = [
    ("met", NOTHING, Facts(meetings_held=1)),
    ("values", NOTHING, Facts(values_revealed=True)),
    ("agreement", NOTHING, Facts(agreement_signed=True)),
    ("goal", NOTHING, ONE_GOAL),
    ("scale", ONE_GOAL, Facts(goals_with_scale=1)),
    ("commitment", replace(ONE_GOAL, lowest_commitment=6), replace(ONE_GOAL, lowest_commitment=7)),
    ("commitment", Facts(lowest_commitment=10), replace(ONE_GOAL, commitment_talked=True)),
    ("commitment", ONE_GOAL, replace(ONE_GOAL, lowest_commitment=3, commitment_talked=True)),
    ("step", ONE_GOAL, Facts(steps=1)),
    ("reached", ONE_GOAL, replace(ONE_GOAL, goals_reached=1)),
    ("reached", Facts(goals_accepted=2, goals_reached=1), Facts(goals_accepted=3, goals_reached=2)),
    ("reviewed", ONE_GOAL, Facts(reviews_complete=True)),
    ("closing", Facts(meetings_held=9), Facts(closing_held=True)),
    ("reached", NOTHING, Facts(is_confident=True)),
    ("reached", NOTHING, Facts(term_is_near=True)),
    ("decided", NOTHING, Facts(decided=True)),
    ("thanked", NOTHING, Facts(all_thanked=True)),
]
facts = st.builds(
    Facts, **{each.name: st.booleans() for each in fields(Facts) if each.type == "bool"}
)


def test_every_condition_has_a_row() -> None:
    keys = [each.key for conditions in CONDITIONS.values() for each in conditions]
    assert {key for key, _, _ in TABLE} == set(keys)
    assert len(keys) == len(set(keys))
    assert set(CONDITIONS) == set(Phase)


@pytest.mark.parametrize(("key", "before", "then"), TABLE)
def test_a_condition_is_done_when_the_facts_say_so(key: str, before: Facts, then: Facts) -> None:
    assert not is_done(key, before)
    assert is_done(key, then)


@given(st.sampled_from(Phase), facts)
def test_what_is_not_done_is_missing(phase: Phase, given_facts: Facts) -> None:
    lines = readiness(phase, given_facts)
    assert [line.key for line in lines if not line.is_done] == missing(phase, given_facts)
    assert {line.key for line in lines} == set(ONE_TO_ONE.conditions[phase])


def test_the_sentence_says_which_of_the_two_it_is() -> None:
    for phase, conditions in CONDITIONS.items():
        wanted = [each.open for each in conditions if each.key in ONE_TO_ONE.conditions[phase]]
        assert [line.sentence for line in readiness(phase, NOTHING)] == wanted
        assert all(each.done != each.open for each in conditions)
