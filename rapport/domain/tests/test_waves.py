"""Rules of pooled figures: how many, what is left over, who changed, how coarsely."""

from datetime import date

import pytest

from rapport.domain.permissions import Role
from rapport.domain.pulse import ALWAYS
from rapport.domain.waves import (
    GROUP_LABELS,
    POOLED,
    STATEMENTS,
    Giver,
    Group,
    are_figures,
    band,
    coarse,
    groups_of,
    month_before,
    share_in_tens,
    shown_groups,
)


def people(mentors: int, mentees: int, peers: int = 0, pairs: int = 99) -> list[Giver]:
    roles = [Role.MENTOR] * mentors + [Role.MENTEE] * mentees + [Role.PEER] * peers
    return [Giver(f"p{n}", f"pair{n % pairs}", role) for n, role in enumerate(roles)]


ALL = frozenset(Group)

# Who lent; which groups are shown. The golden cases of the rules.
GOLDEN = [
    (people(2, 2), frozenset()),
    (people(5, 0, pairs=4), frozenset()),
    (people(5, 0), {Group.EVERYBODY, Group.MENTORS}),
    (people(6, 3), {Group.EVERYBODY}),
    (people(6, 6), ALL),
    (people(6, 6, 2), {Group.EVERYBODY, Group.MENTORS}),
    (people(6, 6, 5), ALL),
    (people(6, 9, 3), {Group.EVERYBODY, Group.MENTEES}),
    (people(0, 0), frozenset()),
]


@pytest.mark.parametrize(("givers", "expected"), GOLDEN)
def test_what_is_shown_and_what_is_left_over_is_enough_or_nobody(
    givers: list[Giver], expected: frozenset[Group]
) -> None:
    assert shown_groups(groups_of(givers), {}) == expected


# How many of ten have changed; whether the group is shown again.
MOVED = [(0, True), (1, False), (4, False), (5, True)]


@pytest.mark.parametrize(("changed", "is_shown"), MOVED)
def test_a_group_is_shown_again_when_nobody_changed_or_five_did(
    changed: int, is_shown: bool
) -> None:
    now = groups_of(people(10, 0))
    before = frozenset(f"p{n}" for n in range(changed, 10))
    shown = shown_groups(now, {Group.EVERYBODY: before, Group.MENTORS: before})
    assert (Group.EVERYBODY in shown) is is_shown


# Mean, how many people, what is said.
SAID = [(3.24, 19, 3.0), (3.26, 19, 3.5), (3.24, 20, 3.2), (4.99, 50, 5.0), (1.0, 5, 1.0)]


@pytest.mark.parametrize(("mean", "n", "said"), SAID)
def test_means_are_said_coarsely(mean: float, n: int, said: float) -> None:
    assert coarse(mean, n) == said


@pytest.mark.parametrize(
    ("n", "label"),
    [(4, ""), (5, "5–9"), (9, "5–9"), (10, "10–19"), (20, "20–49"), (50, "50+"), (900, "50+")],
)
def test_how_many_people_there_are_is_said_in_bands(n: int, label: str) -> None:
    assert band(n) == label


def test_shares_are_said_in_tens_and_not_of_few() -> None:
    assert share_in_tens(4, 40) == 0
    assert share_in_tens(17, 40) == 40
    assert share_in_tens(41, 40) == 100
    assert share_in_tens(9, 0) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"respect": 3},
        {"respect": 3, "expression": 6, "confidentiality": 1},
        {"respect": "3", "expression": 2, "confidentiality": 1},
        {"respect": True, "expression": 2, "confidentiality": 1},
        {"respect": 3, "expression": 2, "confidentiality": 1, "focus": 2},
    ],
)
def test_only_whole_sets_of_answers_are_figures(wrong: dict[str, object]) -> None:
    assert not are_figures(wrong)
    assert are_figures(dict.fromkeys(POOLED, 3))


def test_the_pool_takes_what_every_pulse_asks() -> None:
    assert set(POOLED) == set(ALWAYS) == set(STATEMENTS)
    assert set(GROUP_LABELS) == set(Group)


def test_the_month_before_january_is_december() -> None:
    assert month_before(date(2026, 1, 31)) == date(2025, 12, 1)
