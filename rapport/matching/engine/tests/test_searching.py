"""Short lists lead to the same as all pairs, and the sweep sees what the criteria say."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.matching.engine import (
    Capacity,
    Criteria,
    Criterion,
    Keep,
    Person,
    Pool,
    Rule,
    UnusableError,
    blocking_pairs,
    propose,
    resolve,
)
from rapport.matching.engine.candidates import listing as listings
from rapport.matching.engine.candidates.executors import Executor, Processes, Threads
from rapport.matching.engine.candidates.permitted import candidates
from rapport.matching.engine.criteria.person import Answer

from .pools import ASKED, permitted, pools

EVERYTHING = Criteria(
    rules=(
        Rule(kind="shared", question="languages", least=1),
        Rule(kind="within", question="utc_offset", most=3),
        Rule(kind="different", question="team"),
        Rule(kind="different_manager"),
    ),
    criteria=(
        Criterion(kind="coverage", question="topics", weight=30),
        Criterion(kind="likeness", question="topics", weight=11),
        Criterion(kind="likeness", question="site", weight=5),
        Criterion(kind="same", question="site", weight=7),
        Criterion(kind="closeness", question="pace", low=1, high=5, weight=13),
        Criterion(kind="difference", question="energy", low=0, high=9, weight=3),
        Criterion(kind="ahead", question="experience", least=1, most=4, weight=9),
        Criterion(kind="enough", question="availability", most=3, weight=10),
        Criterion(kind="wish", side="mentee", weight=4),
        Criterion(kind="wish", side="mentor", weight=3),
        Criterion(kind="meaning", question="story", weight=6),
        Criterion(kind="preference", question="gender", wanted="wanted", weight=5),
    ),
    protected=frozenset({"gender"}),
)


def maybe[T](random: Random, value: T) -> T | None:
    return value if random.random() < 0.85 else None


def person(random: Random, name: str, others: list[str], most: int) -> Person:
    def some(values: str, many: int) -> frozenset[str]:
        return frozenset(random.sample(values, random.randint(0, many)))

    said: dict[str, Answer] = {
        "team": random.choice("rgb"), "pace": random.randint(1, 5), "gender": random.choice("fmd"),
        "story": " ".join(random.choices(["to lead", "write well", "leading people"], k=2)),
        "energy": random.random() * 9, "wanted": some("fmd", 2),
    }  # fmt: skip
    return Person(
        id=name,
        capacity=Capacity(random.randint(0, most) // 2, most),
        topics=some("abcdefgh", 4),
        importance={topic: random.choice([0.3, 0.5, 1]) for topic in "abc"},
        experience=maybe(random, float(random.randint(0, 9))),
        line=tuple(random.sample(["Hedy", "Hugo", *others[:2]], random.randint(0, 1))),
        languages=some("xyz", 2),
        site=maybe(random, random.choice(["North", "South", "West"])),
        utc_offset=maybe(random, float(random.choice([-11, 0, 2, 12]))),
        availability=some("123456789", 5),
        wishes=tuple(random.sample(others, random.randint(0, 2))),
        vetoes=frozenset(random.sample(others, random.randint(0, 1))),
        answers={name: value for name, value in said.items() if random.random() < 0.85},
    )


def pool_from(dice: int, mentees: int, mentors: int) -> Pool:
    random = Random(dice)  # noqa: S311 - dice for a test
    names = [f"e{n}" for n in range(mentees)], [f"r{n}" for n in range(mentors)]
    return Pool(
        mentees=tuple(person(random, one, names[1], random.randint(0, 1)) for one in names[0]),
        mentors=tuple(person(random, one, names[0], random.randint(0, 3)) for one in names[1]),
        forbidden=frozenset({(names[0][0], names[1][0])}),
    )


@pytest.fixture(autouse=True)
def searched() -> Iterator[None]:
    """Short lists also in small pools."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listings, "CELLS", -1)
        patch.setattr(listings, "LISTED", 2)
        yield


@pytest.mark.parametrize("dice", range(12))
def test_the_sweep_sees_every_permitted_pair_and_its_points(dice: int) -> None:
    pool = pool_from(dice, 40, 30)
    found = candidates(pool, EVERYTHING, dice)
    offer = found.offer()
    best = listings.search_of(found, EVERYTHING).best(30)
    order = np.lexsort((best.mentor, best.mentee))
    seats = found.seats[0][offer.mentor] > 0
    assert best.mentee[order].tolist() == offer.mentee[seats].tolist()
    assert best.mentor[order].tolist() == offer.mentor[seats].tolist()
    assert best.score[order].tolist() == offer.score[seats].tolist()
    everybody = np.arange(len(found.mentors))
    wanted = np.bincount(offer.mentor[seats], minlength=everybody.size)
    search = listings.search_of(found, EVERYTHING)
    assert search.permitted(everybody).tolist() == wanted.tolist()


def all_pairs(pool: Pool, criteria: Criteria, **how: object) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listings, "CELLS", 10**9)
        solution = propose(pool, criteria, seed=1, **how)  # type: ignore[arg-type]
    return len(solution.pairs), solution.worst, solution.total


@settings(deadline=None, max_examples=150)
@given(pools(), st.sampled_from(["fair", "total"]))
def test_short_lists_lose_nothing(pool: Pool, objective: str) -> None:
    found = propose(pool, ASKED, seed=1, objective=objective)  # type: ignore[arg-type]
    assert found.gap == 0
    assert (len(found.pairs), found.worst, found.total) == all_pairs(
        pool, ASKED, objective=objective
    )


@pytest.mark.parametrize("dice", range(8))
@pytest.mark.parametrize("objective", ["fair", "total"])
def test_short_lists_lose_nothing_in_pools_with_everything(dice: int, objective: str) -> None:
    pool = pool_from(dice, 50, 20)
    found = propose(pool, EVERYTHING, seed=1, objective=objective)  # type: ignore[arg-type]
    assert (found.gap, found.assignment.proof.gap) == (0, 0)
    assert (len(found.pairs), found.worst, found.total) == all_pairs(
        pool, EVERYTHING, objective=objective
    )


@pytest.mark.parametrize("dice", range(6))
def test_after_an_edit_the_proof_still_covers_all_pairs(dice: int) -> None:
    solution = propose(pool_from(dice, 40, 15), EVERYTHING, seed=1)
    pool = replace(
        solution.pool, forbidden=solution.pool.forbidden | {solution.pairs[0].ids},
        locked=frozenset({solution.pairs[1].ids}),
    )  # fmt: skip
    after = resolve(solution, pool)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listings, "CELLS", 10**9)
        keep = Keep(frozenset(pair.ids for pair in solution.pairs))
        anew = propose(pool, EVERYTHING, seed=1, keep=keep)
    kept = [{pair.ids for pair in one.pairs} & keep.pairs for one in (after, anew)]
    assert len(after.pairs) == len(anew.pairs)
    assert after.total + 20 * len(kept[0]) == anew.total + 20 * len(kept[1])


@settings(deadline=None, max_examples=60)
@given(pools())
def test_no_hard_rule_is_broken_by_the_sweep(pool: Pool) -> None:
    mentees = {one.id: one for one in pool.mentees}
    mentors = {one.id: one for one in pool.mentors}
    for pair in propose(pool, ASKED, seed=2).pairs:
        assert permitted(pool, mentees[pair.mentee], mentors[pair.mentor])


@pytest.mark.parametrize("executor", [Threads(2), Processes(2)], ids=["threads", "processes"])
def test_every_executor_gives_the_same(executor: Executor) -> None:
    found = candidates(pool_from(3, 60, 30), EVERYTHING, 3)
    search = listings.search_of(found, EVERYTHING)
    here = search.best(5)
    search.executor = executor
    there = search.best(5)
    assert here.mentor.tolist() == there.mentor.tolist()
    assert here.score.tolist() == there.score.tolist()


def test_a_stable_result_is_stable_among_all_pairs_of_a_large_pool() -> None:
    solution = propose(pool_from(5, 60, 25), EVERYTHING, seed=1, objective="stable")
    assert blocking_pairs(solution) == 0
    assert solution.laid.search is None


def test_what_cannot_be_laid_out_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listings, "MOST_CELLS", 100)
    with pytest.raises(UnusableError, match="pool_too_large"):
        propose(pool_from(5, 20, 10), EVERYTHING, seed=1, objective="leximin")
