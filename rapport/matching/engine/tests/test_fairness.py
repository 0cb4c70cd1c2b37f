"""The mirror: spread, blocking pairs and groups, none of them below five people."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.matching.engine import (
    Criteria,
    Criterion,
    Person,
    Pool,
    assign,
    blocking_pairs,
    parity,
    propose,
    spread,
)
from rapport.matching.engine.fairness.parity import gini, mean_of, proportion, too_small

from .pools import ASKED as ANYTHING
from .pools import pools

ASKED = Criteria(criteria=(Criterion(kind="coverage", question="topics", weight=1),))


def mentees(group: str, many: int, *topics: str) -> tuple[Person, ...]:
    return tuple(
        Person(id=f"{group}{n}", topics=frozenset(topics), answers={"group": group})
        for n in range(many)
    )


def mentors(many: int, *topics: str) -> tuple[Person, ...]:
    return tuple(Person(id=f"{topics}{n}", topics=frozenset(topics)) for n in range(many))


def test_a_gap_in_supply_is_told_from_a_gap_in_the_match() -> None:
    pool = Pool(
        mentees=(*mentees("red", 6, "a"), *mentees("blue", 6, "rare")),
        mentors=(*mentors(11, "a"), *mentors(1, "rare")),
    )
    blue, red = parity(propose(pool, ASKED, seed=1), "group").groups
    assert blue.score is not None
    assert blue.ceiling is not None
    assert (round(blue.score.value), blue.ceiling.value) == (167, 1000)
    assert (red.group, red.matched.value) == ("red", 1.0)


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ({"a": 5, "b": 9}, set()),
        ({"a": 4, "b": 9, "c": 7}, {"a", "c"}),
        ({"a": 2, "b": 2, "c": 9, "d": 8}, {"a", "b", "d"}),
        ({"a": 3, "b": 3, "c": 9}, {"a", "b"}),
        ({"a": 4}, {"a"}),
        ({}, set()),
    ],
)
def test_no_small_group_can_be_seen_or_worked_out(sizes: dict[str, int], hidden: set[str]) -> None:
    assert too_small(sizes) == hidden


def test_a_group_of_four_is_only_said_to_be_there() -> None:
    pool = Pool(mentees=mentees("red", 4, "a"), mentors=mentors(4, "a"))
    report = parity(propose(pool, ASKED, seed=1), "group")
    assert (report.groups, report.hidden) == ((), True)


def test_figures_from_a_book() -> None:
    assert gini(np.array([1.0, 2.0, 3.0, 4.0])) == pytest.approx(0.25)
    wilson = proportion(8, 10)
    assert (wilson.low, wilson.high) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    student = mean_of(np.array([1, 2, 3, 4, 5], dtype=np.int32))
    assert student is not None
    assert (student.low, student.high) == pytest.approx((1.0368, 4.9632), abs=1e-4)
    assert mean_of(np.array([1, 2, 3, 4], dtype=np.int32)) is None


def test_blocking_pairs_are_those_who_would_rather_have_each_other() -> None:
    topics = {"Ben": "a", "Bea": "b", "Ada": "ab", "Abe": "b"}
    one, two, first, second = (Person(id=n, topics=frozenset(t)) for n, t in topics.items())
    pool = Pool(mentees=(one, two), mentors=(first, second))
    assert blocking_pairs(propose(pool, ASKED, seed=1)) == 0
    crossed = Pool(mentees=(one, two), mentors=(first, second), locked=frozenset({("Ben", "Abe")}))
    assert blocking_pairs(propose(crossed, ASKED, seed=1)) == 0


def test_the_spread_of_nothing_is_nothing() -> None:
    assert spread(propose(Pool(mentees=(), mentors=()), ASKED, seed=1)) is None


def test_the_weakest_pair_comes_before_the_total() -> None:
    arrays = ([0, 0, 1, 1], [0, 1, 0, 1], [10, 5, 5, 1])
    fair = assign(*arrays, mentors=2, capacity=1)
    total = assign(*arrays, mentors=2, capacity=1, objective="total")
    assert (fair.worst, fair.total) == (5, 10)
    assert (total.worst, total.total) == (1, 11)


@settings(deadline=None, max_examples=15)
@given(st.permutations(range(6)))
def test_equal_people_are_drawn_by_lot_and_not_by_order(order: list[int]) -> None:
    everybody = mentees("red", 6, "a")
    pool = Pool(mentees=tuple(everybody[n] for n in order), mentors=mentors(2, "a"))
    same = Pool(mentees=everybody, mentors=mentors(2, "a")[::-1])
    assert propose(pool, ASKED, seed=4).pairs == propose(same, ASKED, seed=4).pairs


@settings(deadline=None)
@given(pools())
def test_a_stable_solution_has_no_blocking_pair(pool: Pool) -> None:
    stable = propose(pool, ANYTHING, seed=1, objective="stable")
    fair = propose(pool, ANYTHING, seed=1)
    assert blocking_pairs(stable) == 0
    assert len(stable.pairs) <= len(fair.pairs)


def test_what_a_stable_solution_costs_stands_in_its_gap() -> None:
    arrays = ([0, 0, 1, 1], [0, 1, 0, 1], [10, 9, 9, 1])
    stable = assign(*arrays, mentors=2, capacity=1, objective="stable")
    assert (stable.total, stable.bound, stable.gap) == (11, 18, 7)
