"""What would change: by a lock, by another weight, and at what cost."""

from dataclasses import replace

from rapport.matching.engine import (
    Criteria,
    Criterion,
    Person,
    Pool,
    Rule,
    alternatives,
    compare,
    propose,
    resolve,
    simulate,
    why_not,
)
from rapport.matching.engine.explanation.comparison import Move

ASKED = Criteria(
    rules=(Rule(kind="shared", question="languages", least=1),),
    criteria=(Criterion(kind="coverage", question="topics", weight=1),),
)
BEN = Person(id="Ben", topics=frozenset({"a", "b"}), languages=frozenset({"Polish"}))
BEA = Person(id="Bea", topics=frozenset({"b", "c"}))
ADA = Person(id="Ada", topics=frozenset({"a", "b"}), site="Pune")
ABE = Person(id="Abe", topics=frozenset({"c"}), site="Krakow")
AMY = Person(id="Amy", topics=frozenset({"a"}), languages=frozenset({"Hindi"}))
POOL = Pool(mentees=(BEN, BEA), mentors=(ADA, ABE, AMY))


def test_nothing_changes_nothing() -> None:
    solution = propose(POOL, ASKED, seed=1)
    assert compare(solution, propose(POOL, ASKED, seed=1)).moves == ()


def test_why_not_names_the_rule_in_the_way() -> None:
    answer = why_not(propose(POOL, ASKED, seed=1), ("Ben", "Amy"))
    assert (answer.rules, answer.score, answer.cost) == (("shared:languages",), 500, None)


def test_why_not_names_the_exact_cost() -> None:
    answer = why_not(propose(POOL, ASKED, seed=1), ("Bea", "Ada"))
    assert answer.cost is not None
    assert (answer.cost.people, answer.cost.points) == (0, -1000)
    assert answer.cost.moves == (Move("Bea", "Abe", "Ada"), Move("Ben", "Ada", "Abe"))


def test_alternatives_are_permitted_and_the_best_come_first() -> None:
    found = alternatives(propose(POOL, ASKED, seed=1), "Bea")
    assert [(one.mentor, one.score, one.free) for one in found] == [
        ("Ada", 500, False),
        ("Amy", 0, True),
    ]


def test_another_weight_shows_who_would_move() -> None:
    here = Criterion(kind="same", question="site", weight=9)
    pool = replace(POOL, mentees=(replace(BEN, site="Krakow"), BEA))
    _, difference = simulate(
        propose(pool, ASKED, seed=1), replace(ASKED, criteria=(*ASKED.criteria, here))
    )
    assert Move("Ben", "Ada", "Abe") in difference.moves


def test_a_pair_stays_unless_parting_it_is_worth_the_price() -> None:
    before = propose(POOL, ASKED, seed=1)
    better = Person(id="Ann", topics=frozenset({"b", "c"}))
    pool = replace(POOL, mentors=(*POOL.mentors, better))
    kept, parted = (resolve(before, pool, price=price) for price in (600, 400))
    assert compare(before, kept).moves == ()
    assert compare(before, parted).moves == (Move("Bea", "Abe", "Ann"),)
    assert (kept.total, parted.total, kept.gap, parted.gap) == (1500, 2000, 0, 0)


def test_among_equals_nothing_moves() -> None:
    mentees = tuple(replace(BEA, id=f"mentee {number}") for number in range(9))
    mentors = tuple(replace(ADA, id=f"mentor {number}") for number in range(9))
    before = propose(Pool(mentees=mentees, mentors=mentors), ASKED, seed=1)
    gone = before.pairs[0].ids
    pool = replace(before.pool, forbidden=frozenset({gone}))
    difference = compare(before, resolve(before, pool, price=0))
    assert (difference.people, difference.points, len(difference.moves)) == (0, 0, 2)
