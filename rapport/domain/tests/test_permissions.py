"""The complete table: every role with every act."""

from itertools import product

import pytest

from rapport.domain.permissions import (
    ALLOWED_AFTER_CLOSE,
    PERMISSIONS,
    RELATIONSHIP_ACTS,
    Act,
    Role,
    may,
)

ROLES = (
    Role.MENTOR,
    Role.MENTEE,
    Role.CO_MENTOR,
    Role.PEER,
    Role.COORDINATOR,
    Role.FACILITATOR,
    Role.ADMINISTRATOR,
    Role.SAFEGUARDING,
)
MEMBER, RUNS, SEES = "xxxx----", "----x---", "----xx--"

# One column a role, in the order above: x may, - may not.
TABLE: dict[Act, str] = {
    Act.OPEN_RELATIONSHIP: MEMBER,
    Act.READ_WORDS: "xxxx---x",
    Act.ARRANGE_MEETING: MEMBER,
    Act.WRITE_AGENDA: MEMBER,
    Act.PREPARE_AND_REFLECT: MEMBER,
    Act.SORT_VALUES: MEMBER,
    Act.ANSWER_PULSE: MEMBER,
    Act.VIEW_COMPETENCIES: MEMBER,
    Act.DRAFT_AGREEMENT: MEMBER,
    Act.SIGN_AGREEMENT: MEMBER,
    Act.WRITE_GOALS: MEMBER,
    Act.TAKE_STEPS: MEMBER,
    Act.MOVE_PHASE: MEMBER,
    Act.PAUSE: MEMBER,
    Act.END: MEMBER,
    Act.REVIEW_AND_DECIDE: MEMBER,
    Act.FILL_SHELF: MEMBER,
    Act.KEEP_PROMISES: MEMBER,
    Act.LEAVE_WELL: MEMBER,
    Act.ASK_FOR_A_TALK: MEMBER,
    Act.SEE_COURSE: RUNS,
    Act.CLOSE_UNPLANNED: RUNS,
    Act.PROPOSE_MEMBER: RUNS,
    Act.RUN_PROGRAMME: RUNS,
    Act.IMPORT_PEOPLE: RUNS,
    Act.FORM_PAIRS: RUNS,
    Act.SEE_PROGRAMME: SEES,
    Act.EVALUATE_PROGRAMME: "----x-x-",
    Act.START_PROGRAMME: "----x-x-",
    Act.KEEP_ACCOUNTS: "------x-",
}
CELLS = [
    (act, role, mark == "x")
    for act, row in TABLE.items()
    for role, mark in zip(ROLES, row, strict=True)
]


def test_the_table_has_a_cell_for_every_act_and_role() -> None:
    assert {(act, role) for act, role, _ in CELLS} == set(product(Act, Role))
    assert set(PERMISSIONS) == set(Act)


@pytest.mark.parametrize(("act", "role", "allowed"), CELLS)
def test_a_role_may_do_what_the_table_says(act: Act, role: Role, allowed: bool) -> None:
    assert may(frozenset({role}), act) is allowed


@pytest.mark.parametrize("act", Act)
def test_a_stranger_may_do_nothing(act: Act) -> None:
    assert not may(frozenset(), act)


def test_the_coordinator_opens_no_relationship_and_reads_no_word() -> None:
    acts = RELATIONSHIP_ACTS - {Act.SEE_COURSE, Act.CLOSE_UNPLANNED, Act.PROPOSE_MEMBER}
    assert not [act for act in acts if may(frozenset({Role.COORDINATOR}), act)]


def test_both_sides_have_the_same_buttons() -> None:
    for act in Act:
        assert may(frozenset({Role.MENTOR}), act) is may(frozenset({Role.MENTEE}), act)


def test_what_is_closed_can_be_read_and_help_can_be_asked_for() -> None:
    assert (
        frozenset(
            {
                Act.OPEN_RELATIONSHIP,
                Act.READ_WORDS,
                Act.ASK_FOR_A_TALK,
                Act.SEE_COURSE,
                Act.END,
                Act.KEEP_PROMISES,
                Act.LEAVE_WELL,
            }
        )
        == ALLOWED_AFTER_CLOSE
    )
