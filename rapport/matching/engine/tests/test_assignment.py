"""The optimum on arrays: against a referee that tries everything, and against its own proof."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from rapport.matching.engine import Assignment, UnusableError, assign, swiftly
from rapport.matching.engine.assignment import solver as solvers
from rapport.matching.engine.assignment.result import Objective

from .brute import Small, best_value, value
from .offers import offers

BOTH_WAYS = pytest.mark.parametrize("large", [False, True])
OBJECTIVES = st.sampled_from(["fair", "total"])


def solved(offer: Small, objective: Objective, seed: int = 0, *, large: bool = False) -> Assignment:
    pairs = sorted(offer.score)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(swiftly, "LARGE", 0 if large else 10**9)
        return assign_pairs(offer, pairs, objective, seed)


def assign_pairs(
    offer: Small, pairs: list[tuple[int, int]], objective: Objective, seed: int
) -> Assignment:
    return assign(
        np.array([i for i, _ in pairs], dtype=int),
        np.array([j for _, j in pairs], dtype=int),
        np.array([offer.score[pair] for pair in pairs], dtype=int),
        mentors=len(offer.capacity),
        capacity=offer.capacity,
        minimum=offer.least,
        wish=np.array([offer.wish[pair] for pair in pairs], dtype=int),
        objective=objective,
        seed=seed,
    )


def value_of(offer: Small, found: Assignment, objective: Objective) -> tuple[int, ...]:
    pairs = [sorted(offer.score)[place] for place in found.pairs.tolist()]
    assert len({mentee for mentee, _ in pairs}) == len(pairs)
    mentor = dict(pairs)
    chosen = tuple(mentor.get(row) for row in range(offer.mentees))
    assert all(chosen.count(j) <= seats for j, seats in enumerate(offer.capacity))
    return value(offer, chosen, fair=objective == "fair")


@BOTH_WAYS
@settings(deadline=None)
@given(offers(), OBJECTIVES, st.integers(0, 9))
def test_nothing_else_is_better(large: bool, offer: Small, objective: Objective, seed: int) -> None:
    found = solved(offer, objective, seed, large=large)
    assert value_of(offer, found, objective) == best_value(offer, fair=objective == "fair")


@BOTH_WAYS
@settings(deadline=None)
@given(offers(), OBJECTIVES)
def test_the_bound_meets_the_total(large: bool, offer: Small, objective: Objective) -> None:
    found = solved(offer, objective, large=large)
    assert found.gap == found.proof.gap == 0
    assert found.bound == found.total


@BOTH_WAYS
@settings(deadline=None)
@given(offers(), OBJECTIVES)
def test_the_prices_are_a_proof_by_themselves(
    large: bool, offer: Small, objective: Objective
) -> None:
    found = solved(offer, objective, large=large)
    market, proof = found.market, found.proof
    assert (proof.price >= 0).all()
    assert (proof.gain >= 0).all()
    assert (proof.gain[market.mentee] + proof.price[market.seat] >= market.weight).all()
    paid = int(proof.gain.sum() + proof.price @ market.seats.capacity)
    assert paid == proof.total


@settings(deadline=None)
@given(offers(), OBJECTIVES)
def test_short_lists_lose_nothing(offer: Small, objective: Objective) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name, value_there in (("DENSE_CELLS", -1), ("SHORT_LIST", 1), ("ADDED_AT_ONCE", 1)):
            patch.setattr(solvers, name, value_there)
        found = solved(offer, objective)
    assert found.gap == 0
    assert value_of(offer, found, objective) == best_value(offer, fair=objective == "fair")


@BOTH_WAYS
@settings(deadline=None)
@given(offers())
def test_one_more_seat_is_worth_its_price(large: bool, offer: Small) -> None:
    found = solved(offer, "total", large=large)
    for mentor in range(len(offer.capacity)):
        capacity = list(offer.capacity)
        capacity[mentor] += 1
        wider = Small(offer.mentees, tuple(capacity), offer.least, offer.score, offer.wish)
        after = best_value(wider, fair=False)
        before = best_value(offer, fair=False)
        assert after[0] - before[0] == found.opens[mentor]
        assert after[3] - before[3] == found.prices[mentor]


def test_a_linear_programme_agrees_on_larger_pools() -> None:
    random = np.random.default_rng(7)
    mentee, mentor = (axis.ravel() for axis in np.indices((60, 25)))
    kept = random.random(mentee.size) < 0.4
    mentee, mentor = mentee[kept], mentor[kept]
    score = random.integers(0, 1001, mentee.size)
    found = assign(mentee, mentor, score, mentors=25, capacity=2, objective="total")
    rows = np.concatenate([np.eye(60)[mentee], np.eye(25)[mentor]], axis=1).T
    limits = np.concatenate([np.ones(60), np.full(25, 2)])
    relaxed = linprog(-(10_000 + score), A_ub=rows, b_ub=limits, method="highs")
    assert relaxed.fun is not None
    assert -round(relaxed.fun) == 10_000 * found.pairs.size + found.total


def test_a_locked_pair_keeps_its_seat() -> None:
    found = assign([0, 0, 1], [0, 1, 0], [1, 5, 9], mentors=2, capacity=1, locked=[0])
    assert found.pairs.tolist() == [0]
    assert found.worst is None


def test_equal_chances_for_equal_people() -> None:
    winners = [
        assign(range(4), [0] * 4, [5] * 4, mentors=1, capacity=1, seed=seed).pairs[0]
        for seed in range(400)
    ]
    assert min(np.bincount(winners, minlength=4)) > 60


def test_a_seed_always_draws_the_same() -> None:
    mentee, mentor = (axis.ravel() for axis in np.indices((12, 5)))
    first, again = (
        assign(mentee, mentor, np.zeros(60, int), mentors=5, capacity=2, seed=3) for _ in range(2)
    )
    assert first.pairs.tolist() == again.pairs.tolist()


def test_nobody_and_nothing() -> None:
    found = assign([], [], [], mentors=0, capacity=0)
    assert (found.pairs.size, found.total, found.bound, found.worst) == (0, 0, 0, None)


@pytest.mark.parametrize(
    ("what", "changed"),
    [
        ("mentor", {"mentor": [0, 2]}),
        ("mentee", {"mentee": [-1, 0]}),
        ("score", {"score": [1]}),
        ("score", {"score": [1.5, 2.5]}),
        ("wish", {"wish": [-1, 0]}),
        ("capacity", {"capacity": [1, 1, 1]}),
        ("minimum", {"minimum": [-1, 0]}),
        ("pairs", {"mentee": [0, 0], "mentor": [1, 1]}),
        ("locked", {"locked": [0, 1], "mentee": [0, 0]}),
        ("locked", {"locked": [0, 1], "mentor": [0, 0]}),
        ("locked", {"locked": [7]}),
    ],
)
def test_arrays_that_do_not_fit_are_refused(what: str, changed: dict[str, Any]) -> None:
    usual: dict[str, Any] = {
        "mentee": [0, 1],
        "mentor": [0, 1],
        "score": [3, 4],
        "capacity": [1, 1],
    }
    arrays = usual | changed
    with pytest.raises(UnusableError) as refused:
        assign(mentors=2, **arrays)
    assert refused.value.sentence.words == {"what": what}


def test_a_pool_beyond_exact_numbers_is_refused() -> None:
    size = 400
    mentee, mentor = (axis.ravel() for axis in np.array(list(product(range(size), [0, 1]))).T)
    with pytest.raises(UnusableError, match="pool_too_large"):
        assign(mentee, mentor, mentee * 10**12, mentors=2, capacity=size, wish=mentee)
