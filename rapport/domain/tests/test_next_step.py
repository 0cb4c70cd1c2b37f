"""The table of next steps: each rule, their order, and that there is always exactly one answer."""

from dataclasses import fields, replace
from itertools import product

import pytest

from rapport.domain import next_step as table
from rapport.domain.next_step import RULES, STEPS, Situation, Step, next_step
from rapport.domain.phases import STATIONS, Phase

QUIET = Situation(
    has_met=True, meeting_ahead=True, my_values_are_sorted=True, agreement_is_drafted=True,
    agreement_is_offered=True, my_signature_is_there=True, has_goals=True, has_accepted_goal=True,
    has_steps=True, closing_arranged=True,
)  # fmt: skip
"""Everything is done and arranged: only waiting is left, in every open phase."""

LEADS_TO: list[tuple[Step, dict[str, object]]] = [
    (table.LOOK_BACK, {"phase": Phase.CLOSED}),
    (table.SET_UP_KEY, {"my_key_is_set_up": False}),
    (table.REST, {"is_paused": True}),
    (table.ANSWER_DRIFT, {"my_drift_answer_is_open": True}),
    (table.NOTE_MEETING, {"meeting_to_note": True}),
    (table.ANSWER_MOVE, {"move_wished_by_other": True}),
    (table.READ_GOAL, {"goal_to_accept": True}),
    (table.SIGN, {"my_signature_is_there": False}),
    (table.REFLECT, {"meeting_to_reflect": True}),
    (table.PREPARE, {"meeting_to_prepare": True}),
    (table.ARRANGE_FIRST, {"has_met": False, "meeting_ahead": False}),
    (table.AWAIT_KEYS, {"all_have_keys": False}),
    (table.PULSE, {"my_pulse_is_open": True}),
    (table.TALK_ABOUT_PULSE, {"pulse_wants_topic": True}),
    (table.SORT_VALUES, {"my_values_are_sorted": False}),
    (table.DRAFT_AGREEMENT, {"agreement_is_drafted": False, "agreement_is_offered": False}),
    (table.OFFER_AGREEMENT, {"agreement_is_offered": False}),
    (table.WRITE_GOAL, {"phase": Phase.DIRECTION, "has_goals": False}),
    (table.WRITE_STEP, {"phase": Phase.DIRECTION, "has_steps": False}),
    (table.REVIEW, {"phase": Phase.WINDING_UP, "my_review_is_open": True}),
    (table.ARRANGE_CLOSING, {"phase": Phase.WINDING_UP, "closing_arranged": False}),
    (table.DECIDE, {"phase": Phase.WINDING_UP, "my_decision_is_open": True}),
    (table.THANK, {"phase": Phase.WINDING_UP, "my_thanks_are_open": True}),
    (table.MOVE_ON, {"is_ready": True}),
    (table.ARRANGE_MEETING, {"meeting_ahead": False}),
    (table.TRUST, {"my_trust_is_open": True}),
    (table.LOOK_AT_SKILLS, {"my_look_is_open": True}),
    (table.WAIT, {}),
]


@pytest.mark.parametrize(("step", "differs"), LEADS_TO, ids=lambda each: getattr(each, "key", ""))
def test_each_rule_has_a_situation_that_leads_to_it(step: Step, differs: dict[str, object]) -> None:
    assert next_step(replace(QUIET, **differs)) is step  # type: ignore[arg-type]  # one field each


def test_no_rule_is_without_such_a_situation() -> None:
    assert [step for step, _differs in LEADS_TO] == list(STEPS)


def test_keys_of_steps_are_unique() -> None:
    assert len({step.key for step in STEPS}) == len(STEPS)


@pytest.mark.parametrize("phase", STATIONS)
def test_a_quiet_relationship_only_waits(phase: Phase) -> None:
    expected = table.LOOK_BACK if phase is Phase.CLOSED else table.WAIT
    assert next_step(replace(QUIET, phase=phase)) is expected


@pytest.mark.parametrize("at", range(1, len(RULES)))
def test_what_stands_above_wins(at: int) -> None:
    """Each step against the one urgent thing that stands above all that is not closed."""
    _step, differs = LEADS_TO[at]
    now = replace(QUIET, **(differs | {"my_key_is_set_up": False}))  # type: ignore[arg-type]  # as above
    assert next_step(now) is table.SET_UP_KEY


def test_whatever_two_facts_differ_there_is_an_answer() -> None:
    names = [field.name for field in fields(Situation) if field.name != "phase"]
    for phase, one, other in product(STATIONS, names, names):
        flipped = {name: not getattr(QUIET, name) for name in (one, other)}
        assert next_step(replace(QUIET, phase=phase, **flipped)) in STEPS


@pytest.mark.parametrize("step", [table.REFLECT, table.PREPARE, table.ANSWER_DRIFT])
def test_nobody_learns_whether_the_other_prepares_or_reflects(step: Step) -> None:
    assert step.waiting == ""
