"""Every kind of soft criterion on one pair, in points of a thousand."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.matching.engine import Criteria, Criterion, Person, Pool, propose
from rapport.matching.engine.scoring.points import apportion

BEN = Person(id="Ben")
ADA = Person(id="Ada")

SOUGHT = Criterion(kind="coverage", question="topics", weight=1)
ALIKE = Criterion(kind="likeness", question="topics", weight=1)
PACE = Criterion(kind="closeness", question="pace", low=1, high=5, weight=1)
OTHER_PACE = Criterion(kind="difference", question="pace", low=1, high=5, weight=1)
AHEAD = Criterion(kind="ahead", question="experience", least=2, most=6, weight=1)
FREE = Criterion(kind="enough", question="availability", most=2, weight=1)
SITE = Criterion(kind="same", question="site", weight=1)
WISH = Criterion(kind="wish", side="mentee", weight=1)
CHOSEN = Criterion(kind="wish", side="mentor", weight=1)
WISHED = Criterion(kind="preference", question="gender", wanted="mentor_gender", weight=1)


def topics(*names: str, **importance: float) -> dict[str, Any]:
    return {"topics": frozenset(names), "importance": importance}


def answers(**given_answers: str | float) -> dict[str, Any]:
    return {"answers": given_answers}


def free(*slots: str) -> dict[str, Any]:
    return {"availability": frozenset(slots)}


@pytest.mark.parametrize(
    ("criterion", "mentee", "mentor", "points"),
    [
        (SOUGHT, topics("a", "b"), topics("b", "c", "d"), 500),
        (SOUGHT, topics("a", "b", a=0.5), topics("b"), 667),
        (SOUGHT, topics("a"), topics("a", a=0.25), 250),
        (ALIKE, topics("a", "b"), topics("b", "c"), 500),
        (PACE, answers(pace=2), answers(pace=3), 750),
        (PACE, answers(pace=1), answers(pace=9), 0),
        (OTHER_PACE, answers(pace=1), answers(pace=5), 1000),
        (AHEAD, {"experience": 1}, {"experience": 3}, 1000),
        (AHEAD, {"experience": 1}, {"experience": 2}, 750),
        (AHEAD, {"experience": 1}, {"experience": 9}, 500),
        (AHEAD, {"experience": 20}, {"experience": 1}, 0),
        (FREE, free("mo", "tu", "we"), free("mo"), 500),
        (FREE, free("mo", "tu", "we"), free("mo", "tu", "we"), 1000),
        (SITE, {"site": "Krakow"}, {"site": "krakow"}, 1000),
        (SITE, {"site": "Krakow"}, {"site": "Pune"}, 0),
        (WISH, {"wishes": ("Ada", "Cora")}, {}, 1000),
        (WISH, {"wishes": ("Cora", "Ada")}, {}, 500),
        (WISH, {"wishes": ("Cora",)}, {}, 0),
        (CHOSEN, {}, {"wishes": ("Ben",)}, 1000),
        (WISHED, answers(mentor_gender="woman"), answers(gender="woman"), 1000),
        (WISHED, answers(mentor_gender="woman"), answers(gender="man"), 0),
    ],
)
def test_a_criterion_gives_exactly_these_points(
    criterion: Criterion, mentee: dict[str, Any], mentor: dict[str, Any], points: int
) -> None:
    pool = Pool(mentees=(replace(BEN, **mentee),), mentors=(replace(ADA, **mentor),))
    (pair,) = propose(pool, Criteria(criteria=(criterion,)), seed=1).pairs
    assert pair.score == points


def test_a_criterion_nobody_answered_does_not_count() -> None:
    asked = Criteria(criteria=(SOUGHT, SITE))
    pool = Pool(mentees=(replace(BEN, **topics("a")),), mentors=(replace(ADA, **topics("a")),))
    (pair,) = propose(pool, asked, seed=1).pairs
    assert [(part.key, part.of) for part in pair.parts] == [("coverage:topics", 1000)]


def test_a_wish_nobody_stated_leaves_protected_answers_alone() -> None:
    women = replace(ADA, **answers(gender="woman"))
    men = replace(ADA, id="Abe", **answers(gender="man"))
    asked = Criteria(criteria=(SOUGHT, WISHED), protected=frozenset({"gender"}))
    bea = replace(BEN, id="Bea", **answers(mentor_gender="woman"))
    solution = propose(Pool(mentees=(BEN, bea), mentors=(women, men)), asked, seed=1)
    found = solution.candidates.scale
    ben = {name: found.parts(*solution.candidates.places(("Ben", name))) for name in ("Ada", "Abe")}
    assert ben["Ada"] == ben["Abe"]
    assert ("Bea", "Ada") in {pair.ids for pair in solution.pairs}


@given(st.integers(0, 2000), st.lists(st.floats(0.01, 1000), min_size=1, max_size=9))
def test_points_are_split_without_a_rest(whole: int, weights: list[float]) -> None:
    given_points = apportion(whole, weights)
    assert sum(given_points) == whole
    exact = [whole * weight / sum(weights) for weight in weights]
    assert all(abs(a - b) < 1.000001 for a, b in zip(given_points, exact, strict=True))
