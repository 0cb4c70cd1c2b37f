"""People as columns lead to the same, and come back out of them as they were."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from rapport.matching.engine import (
    Capacity,
    Criteria,
    Criterion,
    Crowd,
    Person,
    Pool,
    UnusableError,
    compare,
    crowd_of,
    explain_all,
    parity,
    propose,
    resolve,
    spread,
)
from rapport.matching.engine.candidates import listing
from rapport.matching.engine.candidates.permitted import candidates
from rapport.matching.engine.candidates.searching import Sweep
from rapport.matching.engine.proposal import pairs as pairs_module
from rapport.matching.engine.proposal import proving
from rapport.matching.engine.scoring import points

from .test_searching import EVERYTHING, pool_from

SHOWN = frozenset({"topics", "site", "pace", "experience", "availability", "wishes"})

PACE = Criteria(criteria=(Criterion(kind="closeness", question="pace", low=1, high=5, weight=1),))


def shown(pool: Pool) -> Pool:
    """The same people, who agreed to show something, some by several names."""
    sides = [
        tuple(
            replace(
                one,
                shareable=SHOWN,
                known_as=frozenset({f"{one.id}@work", one.id.upper()}),
                answers={name: said for name, said in one.answers.items() if said},
            )
            for one in side
        )
        for side in (pool.mentees, pool.mentors)
    ]
    return replace(pool, mentees=sides[0], mentors=sides[1], lines={"Hedy": ("r1",)})


def in_columns(pool: Pool) -> Pool:
    return replace(pool, mentees=crowd_of(pool.mentees), mentors=crowd_of(iter(pool.mentors)))


@pytest.fixture(params=["all pairs", "lists"])
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    """Both ways of solving; the large one keeps its pairs as columns."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "lists":
            patch.setattr(listing, "CELLS", -1)
            patch.setattr(listing, "LISTED", 2)
            patch.setattr(pairs_module, "MANY", -1)
        yield str(request.param)


@pytest.mark.parametrize("dice", range(6))
def test_a_person_comes_out_of_columns_as_she_went_in(dice: int) -> None:
    pool = shown(pool_from(dice, 40, 20))
    crowd = crowd_of(pool.mentees)
    assert list(crowd) == list(pool.mentees)
    order = Random(dice).sample(range(40), 25)  # noqa: S311 - dice for a test
    assert list(crowd.taken(np.array(order))) == [pool.mentees[place] for place in order]
    assert crowd[-1] == pool.mentees[-1]
    assert list(crowd[3:9:2]) == list(pool.mentees[3:9:2])


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("dice", range(6))
def test_columns_lead_to_the_same_as_people(dice: int) -> None:
    pool = shown(pool_from(dice, 50, 25))
    one, other = (propose(each, EVERYTHING, seed=dice) for each in (pool, in_columns(pool)))
    assert isinstance(other.candidates.mentees, Crowd)
    assert list(one.pairs) == list(other.pairs)
    assert one.unmatched == other.unmatched
    assert one.next_seat == other.next_seat
    assert list(explain_all(one)) == list(explain_all(other))
    assert parity(one, "site") == parity(other, "site")
    assert spread(one) == spread(other)


@pytest.mark.parametrize("dice", range(4))
def test_pairs_kept_as_columns_are_the_same_pairs(dice: int) -> None:
    pool = shown(pool_from(dice, 50, 25))
    pool = replace(pool, locked=frozenset({propose(pool, EVERYTHING, seed=1).pairs[0].ids}))
    one = propose(pool, EVERYTHING, seed=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs_module, "MANY", -1)
        other = propose(pool, EVERYTHING, seed=1)
    assert not isinstance(other.pairs, tuple)
    assert list(other.pairs) == list(one.pairs)
    assert other.pairs[1:3] == one.pairs[1:3]
    assert any(pair.notes for pair in other.pairs)
    assert compare(one, resolve(other, pool, price=0)).points == 0


def test_an_answer_of_another_kind_is_named_in_columns_too() -> None:
    odd = Person(id="Odd", answers={"pace": "fast"})
    pool = in_columns(Pool(mentees=(Person(id="Ben"), odd), mentors=(Person(id="Ada"),)))
    with pytest.raises(UnusableError, match="Odd"):
        propose(pool, PACE, seed=1)


def test_nobody_stands_twice_in_columns_either() -> None:
    twice = crowd_of([Person(id="Ben"), Person(id="Ben")])
    with pytest.raises(UnusableError, match="person_twice"):
        Pool(mentees=twice, mentors=())


@pytest.mark.parametrize("dice", [0, 1, 22, 63])
def test_prices_put_again_to_few_find_what_prices_put_to_all_find(dice: int) -> None:
    pool = pool_from(dice, 60, 40)
    seen: list[int] = []

    def tell(what: str, done: int, of: int) -> None:
        if what == "proof" and done == of:
            seen.append(of)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "CELLS", -1)
        patch.setattr(listing, "LISTED", 1)
        patch.setattr(proving, "ADDED", 1)
        few = propose(pool, EVERYTHING, seed=1, objective="total", tell=tell)
        patch.setattr(proving.Asked, "again", lambda _, now, rows: (rows, rows[:0], now.price < 0))
        everybody = propose(pool, EVERYTHING, seed=1, objective="total")
    assert (few.total, few.gap) == (everybody.total, 0)
    assert len(few.pairs) == len(everybody.pairs)
    assert min(seen[1:], default=0) < seen[0]


def test_asked_again_is_whoever_gains_less_or_had_more_and_all_where_a_seat_is_cheaper() -> None:
    before = Sweep(1, 1, np.array([5, 5, 5]), np.array([3, 3, 3, 3]), 0)
    now = Sweep(1, 1, np.array([5, 4, 6]), np.array([3, 2, 3, 4]), 0)
    anew, rest, cheaper = proving.Asked(before, np.array([2])).again(now, np.arange(4))
    assert (anew.tolist(), rest.tolist()) == ([1, 2], [0, 3])
    assert cheaper.tolist() == [False, True, False]
    other_unit = replace(now, unit=2)
    assert proving.Asked(before, np.array([2])).again(other_unit, np.arange(4))[0].tolist() == [
        0, 1, 2, 3,
    ]  # fmt: skip


def test_the_average_of_a_great_many_pairs_is_that_of_a_sample() -> None:
    people = tuple(
        Person(id=f"e{n}", answers={"pace": 1 + n % 5} if n % 3 else {}) for n in range(60)
    )
    mentors = tuple(Person(id=f"r{n}", answers={"pace": 1 + n % 4}) for n in range(30))
    pool = Pool(mentees=people, mentors=mentors)
    exact = candidates(pool, PACE, 1).scale.measures[0].neutral
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(points, "COUNTED_OUT", 10)
        patch.setattr(points, "SAMPLED", 20)
        sampled = candidates(pool, PACE, 1).scale.measures[0].neutral
        patch.setattr(points, "SAMPLED", 60)
        assert candidates(pool, PACE, 1).scale.measures[0].neutral == exact
    assert abs(sampled - exact) < 100


def test_seats_and_names_are_asked_of_both_in_the_same_way() -> None:
    person = Person(id="Ada", capacity=Capacity(1, 3), importance={"leading": 0.5})
    assert crowd_of([person])[0] == person
