"""The whole way: rules hold, nobody better could be had, and order never matters."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.matching.engine import (
    UNMATCHED,
    Capacity,
    Criteria,
    Criterion,
    Person,
    Pool,
    Rule,
    Sentence,
    Solution,
    UnusableError,
    propose,
)

from .brute import Small, best_value
from .pools import ASKED, permitted, pools

SEEDS = st.integers(0, 3)
ADA = Person(id="Ada", topics=frozenset({"leading"}))
BEN = Person(id="Ben", topics=frozenset({"leading"}))
TOPICS = Criteria(criteria=(Criterion(kind="coverage", question="topics", weight=1),))


def by_id(people: Sequence[Person]) -> dict[str, Person]:
    return {person.id: person for person in people}


@settings(deadline=None)
@given(pools(), SEEDS)
def test_no_hard_rule_is_ever_broken(pool: Pool, seed: int) -> None:
    mentees, mentors = by_id(pool.mentees), by_id(pool.mentors)
    for pair in propose(pool, ASKED, seed=seed).pairs:
        assert permitted(pool, mentees[pair.mentee], mentors[pair.mentor])


@settings(deadline=None)
@given(pools(), SEEDS)
def test_nobody_gets_more_people_than_she_takes(pool: Pool, seed: int) -> None:
    pairs = propose(pool, ASKED, seed=seed).pairs
    for mentor in pool.mentors:
        assert sum(pair.mentor == mentor.id for pair in pairs) <= mentor.capacity.most
    for mentee in pool.mentees:
        assert sum(pair.mentee == mentee.id for pair in pairs) <= min(1, mentee.capacity.most)


def as_small(pool: Pool, solution: Solution) -> Small:
    """The pool for the referee: its own idea of what is permitted, the engine's scores."""
    found = solution.candidates
    pairs = {
        (i, j): found.scale.parts(*found.places((mentee.id, mentor.id)))[0]
        for i, mentee in enumerate(pool.mentees)
        for j, mentor in enumerate(pool.mentors)
        if mentee.capacity.most and permitted(pool, mentee, mentor)
    }
    return Small(
        len(pool.mentees),
        tuple(mentor.capacity.most for mentor in pool.mentors),
        tuple(mentor.capacity.least for mentor in pool.mentors),
        {pair: sum(part.points for part in parts) for pair, parts in pairs.items()},
        dict.fromkeys(pairs, 0),
    )


@settings(deadline=None)
@given(pools(), SEEDS)
def test_the_whole_pool_could_not_do_better(pool: Pool, seed: int) -> None:
    solution = propose(pool, ASKED, seed=seed)
    people, _, worst, total, _ = best_value(as_small(pool, solution), fair=True)
    assert (len(solution.pairs), solution.worst or 0, solution.total) == (people, worst, total)
    assert solution.gap == 0


@settings(deadline=None)
@given(pools(), SEEDS, st.randoms())
def test_order_of_arrival_changes_nothing(pool: Pool, seed: int, order: Random) -> None:
    mentees, mentors = list(pool.mentees), list(pool.mentors)
    order.shuffle(mentees)
    order.shuffle(mentors)
    shuffled = replace(pool, mentees=tuple(mentees), mentors=tuple(mentors))
    first, second = (propose(one, ASKED, seed=seed) for one in (pool, shuffled))
    assert first.pairs == second.pairs
    assert first.unmatched == second.unmatched


@settings(deadline=None)
@given(pools())
def test_everybody_is_paired_or_told_why_not(pool: Pool) -> None:
    solution = propose(pool, ASKED, seed=1)
    paired = {("mentee", pair.mentee) for pair in solution.pairs}
    paired |= {("mentor", pair.mentor) for pair in solution.pairs}
    told = [(one.role, one.person) for one in solution.unmatched]
    everybody = [("mentee", one.id) for one in pool.mentees]
    everybody += [("mentor", one.id) for one in pool.mentors]
    assert sorted([*paired, *told]) == sorted(everybody)
    for one in solution.unmatched:
        assert one.why.words.keys() == UNMATCHED[one.why.key]


@settings(deadline=None)
@given(pools(), SEEDS)
def test_parts_add_up_to_the_score(pool: Pool, seed: int) -> None:
    solution = propose(pool, ASKED, seed=seed)
    assert all(pair.score == sum(part.points for part in pair.parts) for pair in solution.pairs)
    assert all(0 <= part.points <= part.of for pair in solution.pairs for part in pair.parts)
    assert sum(pair.score for pair in solution.pairs) == solution.total


@pytest.mark.parametrize(
    ("ada", "ben"),
    [
        (ADA, replace(BEN, line=("Ada",))),
        (replace(ADA, line=("Ben",)), BEN),
        (ADA, replace(BEN, line=("Hugo",))),
        (replace(ADA, known_as=frozenset({"prof. a"})), replace(BEN, line=("Prof.  A ",))),
    ],
    ids=["her boss", "her report", "her boss's boss", "another spelling"],
)
def test_nobody_is_paired_in_her_own_line(ada: Person, ben: Person) -> None:
    pool = Pool(mentees=(ben,), mentors=(ada,), lines={"hugo": ("ada",)})
    solution = propose(pool, TOPICS, seed=1)
    assert solution.pairs == ()
    why = solution.unmatched[0].why
    assert why.words == {"rule": "own_line", "stopped": 1, "everybody": 1}


def test_the_same_advisor_is_a_note_unless_the_programme_forbids_it() -> None:
    pool = Pool(mentees=(replace(BEN, line=("Prof",)),), mentors=(replace(ADA, line=("prof",)),))
    assert propose(pool, TOPICS, seed=1).pairs[0].notes == (Sentence("same_manager"),)
    strict = replace(TOPICS, rules=(Rule(kind="different_manager"),))
    assert propose(pool, strict, seed=1).pairs == ()


def test_a_lock_beats_a_programme_rule_and_says_so() -> None:
    rule = Rule(kind="shared", question="languages", least=1)
    pool = Pool(
        mentees=(replace(BEN, languages=frozenset({"Polish"})),),
        mentors=(replace(ADA, languages=frozenset({"Hindi"})),),
    )
    assert propose(pool, replace(TOPICS, rules=(rule,)), seed=1).pairs == ()
    locked = replace(pool, locked=frozenset({("Ben", "Ada")}))
    (pair,) = propose(locked, replace(TOPICS, rules=(rule,)), seed=1).pairs
    assert [note.key for note in pair.notes] == ["set_by_hand", "set_despite"]


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        ("locked_against_rule", {"mentees": (replace(BEN, line=("Ada",)),)}),
        ("locked_against_rule", {"mentees": (replace(BEN, vetoes=frozenset({"Ada"})),)}),
        ("locked_against_rule", {"forbidden": frozenset({("Ben", "Ada")})}),
        ("too_many_locked", {"mentors": (replace(ADA, capacity=Capacity(0, 0)),)}),
        ("too_many_locked", {"mentees": (replace(BEN, capacity=Capacity(0, 0)),)}),
    ],
)
def test_a_lock_that_cannot_be_is_refused(key: str, changed: dict[str, object]) -> None:
    pool = Pool(mentees=(BEN,), mentors=(ADA,), locked=frozenset({("Ben", "Ada")}))
    with pytest.raises(UnusableError, match=key):
        propose(replace(pool, **changed), TOPICS, seed=1)  # type: ignore[arg-type]


def test_whoever_is_left_out_learns_how_many_share_the_seats() -> None:
    others = (replace(BEN, id="Bea"), replace(BEN, id="Bo"))
    solution = propose(Pool(mentees=(BEN, *others), mentors=(ADA,)), TOPICS, seed=1)
    assert len(solution.unmatched) == 2
    for one in solution.unmatched:
        assert one.why == Sentence("seats_too_few", {"people": 2, "seats": 1, "mentors": 1})
    assert solution.next_seat["Ada"].people == 1


def test_whoever_is_locked_makes_no_room() -> None:
    bea, abe = replace(BEN, id="Bea"), replace(ADA, id="Abe")
    pool = Pool(
        mentees=(BEN, bea),
        mentors=(ADA, abe),
        locked=frozenset({("Bea", "Ada")}),
        forbidden=frozenset({("Ben", "Abe")}),
    )
    _, ben = sorted(propose(pool, TOPICS, seed=1).unmatched, key=lambda one: one.person)
    assert ben.why == Sentence("seats_too_few", {"people": 2, "seats": 1, "mentors": 1})


@settings(max_examples=20, deadline=None)
@given(st.permutations(["Ben", "Bea", "Bo"]))
def test_a_wish_decides_between_equals(names: list[str]) -> None:
    mentees = tuple(replace(BEN, id=name) for name in names)
    abe = replace(ADA, id="Abe", wishes=(names[2],))
    pool = Pool(mentees=mentees, mentors=(abe,))
    assert propose(pool, TOPICS, seed=5).pairs[0].mentee == names[2]


def test_a_missing_answer_is_neither_reward_nor_punishment() -> None:
    mentors = (
        replace(ADA, id="full"),
        replace(ADA, id="none", topics=frozenset({"writing"})),
        replace(ADA, id="silent", topics=frozenset()),
    )
    solution = propose(Pool(mentees=(BEN,), mentors=mentors), TOPICS, seed=1)
    found = solution.candidates
    points = {
        one.id: found.scale.parts(*found.places(("Ben", one.id)))[0][0].points for one in mentors
    }
    assert points == {"full": 1000, "none": 0, "silent": 500}
