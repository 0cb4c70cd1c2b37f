"""Several mentors for one mentee, groups, and pairs among equals."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.matching.engine import Capacity, Criteria, Criterion, Person, Pool
from rapport.matching.engine.formats import propose_groups, propose_teams
from rapport.matching.engine.peers import pair_peers

TOPICS = Criteria(criteria=(Criterion(kind="likeness", question="topics", weight=1),))
NAMES = ("Ada", "Abe", "Amy", "Ben", "Bea", "Bo")


def person(name: str, *topics: str, most: int = 1, least: int = 0) -> Person:
    return Person(id=name, topics=frozenset(topics), capacity=Capacity(least, most))


def test_everybody_gets_a_first_mentor_before_anybody_a_second() -> None:
    mentees = tuple(person(name, "a", most=2) for name in ("Ben", "Bea"))
    mentors = (person("Ada", "a", most=2), person("Abe", "a"))
    turns = propose_teams(Pool(mentees=mentees, mentors=mentors), TOPICS, seed=1)
    assert [len(one.pairs) for one in turns] == [2, 1]
    given = [pair.ids for one in turns for pair in one.pairs]
    assert len(set(given)) == 3
    assert all(many <= 2 for many in Counter(mentor for _, mentor in given).values())


def test_who_wants_one_mentor_gets_one() -> None:
    pool = Pool(mentees=(person("Ben", "a"),), mentors=(person("Ada", "a"), person("Abe", "a")))
    assert sum(len(one.pairs) for one in propose_teams(pool, TOPICS, seed=1)) == 1


def test_a_group_is_large_enough_or_none() -> None:
    mentees = tuple(person(name, "a") for name in ("Ben", "Bea", "Bo"))
    mentors = (person("Ada", "a", most=3, least=3), person("Abe", "a", most=2, least=2))
    groups = propose_groups(Pool(mentees=mentees, mentors=mentors), TOPICS, seed=1)
    sizes = Counter(pair.mentor for pair in groups.solution.pairs)
    assert all(sizes[one.id] in {0, *range(one.capacity.least, 4)} for one in mentors)
    assert sizes == {"Ada": 3}
    assert groups.closed == ("Abe",)


def test_groups_that_all_fit_close_none() -> None:
    pool = Pool(mentees=(person("Ben", "a"),), mentors=(person("Ada", "a", most=2, least=1),))
    groups = propose_groups(pool, TOPICS, seed=1)
    assert (groups.closed, groups.cost.moves) == ((), ())


def alike(one: Person, other: Person) -> int:
    total = len(one.topics) + len(other.topics)
    return int(1000 * 2 * len(one.topics & other.topics) / total + 0.5)


def pairings(names: list[str]) -> list[list[tuple[str, str]]]:
    """Every way to pair some of the names."""
    if not names:
        return [[]]
    first, rest = names[0], names[1:]
    found = list(pairings(rest))
    for other in rest:
        found += [[(first, other), *more] for more in pairings([n for n in rest if n != other])]
    return found


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6))
def test_no_pairing_of_peers_is_better(dice: int) -> None:
    random = Random(dice)  # noqa: S311 - dice for a test
    people = [person(name, *random.sample("abcd", random.randint(1, 3))) for name in NAMES]
    apart = frozenset(random.sample(NAMES, random.randint(0, 3)))
    people = [
        Person(
            id=one.id,
            topics=one.topics,
            vetoes=(apart - {one.id}) if one.id in apart else frozenset(),
        )
        for one in people
    ]
    topics = {one.id: one for one in people}
    found = pair_peers(people, TOPICS, seed=1)

    def value(pairs: list[tuple[str, str]]) -> tuple[int, int]:
        return len(pairs), sum(alike(topics[a], topics[b]) for a, b in pairs)

    allowed = [
        pairs for pairs in pairings(list(NAMES)) if not any({*pair} <= apart for pair in pairs)
    ]
    assert value(list(found.pairs)) == max(map(value, allowed))
    assert found.gap == 0


@pytest.mark.parametrize("many", [0, 1, 2, 3])
def test_few_peers(many: int) -> None:
    found = pair_peers([person(name, "a") for name in NAMES[:many]], TOPICS, seed=1)
    assert len(found.pairs) == many // 2
    assert len(found.alone) == many % 2


def test_a_long_list_of_peers_keeps_an_honest_gap() -> None:
    random = Random(3)  # noqa: S311 - dice for a test
    people = [person(f"{n}", *random.sample("abcdefgh", 3)) for n in range(120)]
    found = pair_peers(people, TOPICS, seed=1)
    assert len(found.pairs) == 60
    assert found.gap >= 0
    assert found.alone == ()
