"""The compiled solver on thousands of markets, against scipy and its own proof."""

from collections.abc import Callable

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment, linprog

from rapport.matching.engine import assign, swift, swiftly
from rapport.matching.engine.arrays import Ints, Whole
from rapport.matching.engine.assignment import large
from rapport.matching.engine.assignment.lists import lists_of
from rapport.matching.engine.assignment.seats import Offer
from rapport.matching.engine.assignment.threshold import highest_floor
from rapport.matching.engine.assignment.worst import best_worst

type MarketArrays = tuple[Whole, Ints, Whole, Whole]


def some_market(random: np.random.Generator) -> MarketArrays:
    """Ties, gaps, empty corners, seats that are not there, and weights of any size."""
    mentees, groups = random.integers(1, 9), random.integers(1, 7)
    row, seat = np.nonzero(random.random((mentees, groups)) < random.random())
    start = np.searchsorted(row, np.arange(mentees + 1))
    weight = random.integers(1, random.choice([2, 4, 50, 1001]), seat.size)
    weight += random.choice([0, 20, 4000, 2**40])
    return start, seat.astype(np.int32), weight, random.integers(0, 4, groups)


def table_of(market: MarketArrays) -> Whole:
    start, seat, weight, capacity = market
    table = np.zeros((start.size - 1, capacity.size), dtype=np.int64)
    table[np.repeat(np.arange(start.size - 1), np.diff(start)), seat] = weight
    return np.repeat(table, capacity, axis=1)


def check(market: MarketArrays, taken: Whole, price: Whole) -> int:
    """Every rule of a market and of a proof, from the raw numbers; gives the weight."""
    start, seat, weight, capacity = market
    row = np.repeat(np.arange(start.size - 1), np.diff(start))
    own = seat == taken[row]
    assert own.sum() == (taken >= 0).sum()
    assert (np.bincount(taken[taken >= 0], minlength=capacity.size) <= capacity).all()
    assert (price >= 0).all()
    gain = np.zeros(start.size - 1, dtype=np.int64)
    np.maximum.at(gain, row, weight - price[seat])
    assert int(weight[own].sum()) == int(gain.sum() + price @ capacity)
    return int(weight[own].sum())


@pytest.mark.parametrize("dice", range(4))
def test_hundreds_of_markets_are_solved_exactly_and_proved(dice: int) -> None:
    random = np.random.default_rng(dice)
    for _ in range(700):
        market = some_market(random)
        start, seat, weight, capacity = market
        found = swift.optimum(start, seat, weight, capacity, int(random.integers(1, 1000)))
        table = table_of(market)
        rows, columns = linear_sum_assignment(table, maximize=True)
        assert check(market, *found) == table[rows, columns].sum()
        lowered = swift.lowered(start, seat, weight, capacity, *found)
        assert check(market, found[0], lowered) == table[rows, columns].sum()
        assert (lowered <= found[1]).all()


@pytest.mark.parametrize("dice", range(4))
def test_any_start_is_mended_to_the_optimum(dice: int) -> None:
    random = np.random.default_rng(100 + dice)
    for _ in range(500):
        market = some_market(random)
        start, seat, weight, capacity = market
        dear = int(weight.max(initial=1)) * 2
        taken = random.integers(-1, capacity.size, start.size - 1)
        price = random.integers(0, dear, capacity.size) * random.integers(0, 2, capacity.size)
        found = swift.mended(start, seat, weight, capacity, taken, price)
        best = swift.optimum(start, seat, weight, capacity, 100)
        assert check(market, *found) == check(market, *best)


@pytest.mark.parametrize("dice", range(3))
def test_as_many_are_seated_as_can_be(dice: int) -> None:
    random = np.random.default_rng(200 + dice)
    for _ in range(500):
        market = some_market(random)
        start, seat, _, capacity = market
        found = swift.fullest(start, start[1:], seat, capacity)
        table = (table_of(market) > 0).astype(int)
        rows, columns = linear_sum_assignment(table, maximize=True)
        assert (found >= 0).sum() == table[rows, columns].sum()
        reached = swift.reached_from(start, start[1:], seat, capacity, found)
        load = np.bincount(found[found >= 0], minlength=capacity.size)
        assert (load >= capacity)[reached].all()


@pytest.mark.parametrize("dice", range(3))
def test_the_floor_is_as_high_as_it_can_be(dice: int) -> None:
    random = np.random.default_rng(300 + dice)
    for _ in range(300):
        start, seat, weight, capacity = some_market(random)
        mentee = np.repeat(np.arange(start.size - 1), np.diff(start))
        least = random.integers(0, capacity + 1) * random.integers(0, 2)
        score = weight - random.choice([0, 30])
        offer = Offer(start.size - 1, mentee, seat, score, np.zeros_like(score), capacity, least)
        if not score.size:
            continue
        best, enough = best_worst(offer), int(random.integers(score.min(), score.max() + 1))
        for given, floor in ((None, best), (enough, min(enough, best))):
            found, seated = highest_floor(lists_of(offer), given)
            assert ((score >= found) == (score >= floor)).all()
            own = seat == seated[mentee]
            assert own.sum() == (seated >= 0).sum()
            assert (np.bincount(seated[seated >= 0], minlength=capacity.size) <= capacity).all()


type Shape = tuple[int, int]

HARD: dict[str, Callable[[np.random.Generator, Shape], Whole]] = {
    "all equal": lambda _, shape: np.full(shape, 7),
    "two values": lambda random, shape: random.integers(0, 2, shape),
    "five stars": lambda random, shape: random.integers(1, 6, shape),
    "uniform": lambda random, shape: random.integers(0, 1000, shape),
    "favourites": lambda random, shape: (
        1000 // np.arange(1, shape[1] + 1)[None, :] + random.integers(0, 9, shape)
    ),
    "product": lambda _, shape: np.outer(np.arange(1, shape[0] + 1), np.arange(1, shape[1] + 1)),
    "below nothing": lambda random, shape: random.integers(-500, 500, shape),
}


@pytest.mark.parametrize("kind", HARD)
@pytest.mark.parametrize("seats", [1, 2])
def test_hard_instances_agree_with_scipy_and_with_a_linear_programme(
    kind: str, seats: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swiftly, "LARGE", 0)
    random = np.random.default_rng(11)
    shape = (80, 50)
    score = HARD[kind](random, shape).astype(np.int64)
    mentee, mentor = (axis.ravel() for axis in np.indices(shape))
    found = assign(mentee, mentor, score.ravel(), mentors=50, capacity=seats, objective="total")
    bonus = int(score.max() - score.min()) * 200 + 1
    table = np.repeat(score - score.min() + bonus, seats, axis=1)
    rows, columns = linear_sum_assignment(table, maximize=True)
    many = rows.size
    best = int(table[rows, columns].sum()) - many * bonus + many * int(score.min())
    assert (found.pairs.size, found.total, found.gap, found.proof.gap) == (many, best, 0, 0)
    limits = np.concatenate([np.ones(80), np.full(50, seats)])
    side = np.concatenate([np.eye(80)[mentee], np.eye(50)[mentor]], axis=1).T
    value = (score - score.min() + bonus).ravel()
    relaxed = linprog(-value, A_ub=side, b_ub=limits, method="highs")
    assert -round(float(relaxed.fun or 0)) == int(table[rows, columns].sum())


def test_one_more_seat_or_a_pair_nobody_wants_never_hurts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swiftly, "LARGE", 0)
    random = np.random.default_rng(4)
    mentee, mentor = (axis.ravel() for axis in np.indices((30, 10)))
    score = random.integers(100, 1000, mentee.size)
    before = assign(mentee, mentor, score, mentors=10, capacity=2, objective="total")
    wider = assign(mentee, mentor, score, mentors=10, capacity=3, objective="total")
    assert wider.pairs.size == 30 > before.pairs.size == 20
    kept = np.setdiff1d(np.arange(score.size), random.choice(score.size, 60, replace=False))
    fewer = assign(mentee[kept], mentor[kept], score[kept], mentors=10, capacity=2,
                   objective="total")  # fmt: skip
    assert (fewer.pairs.size, fewer.total) <= (before.pairs.size, before.total)


def test_prices_of_very_many_pairs_are_no_less_than_a_seat_brings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(swiftly, "LARGE", 0)
    random = np.random.default_rng(5)
    mentee, mentor = (axis.ravel() for axis in np.indices((60, 12)))
    score = random.integers(0, 1000, mentee.size)
    exact = assign(mentee, mentor, score, mentors=12, capacity=4, objective="total")
    monkeypatch.setattr(large, "EVERY_PAIR", 0)
    quick = assign(mentee, mentor, score, mentors=12, capacity=4, objective="total")
    assert (quick.total, quick.gap, quick.proof.gap) == (exact.total, 0, 0)
    assert (quick.prices >= exact.prices).all()


def test_other_names_change_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swiftly, "LARGE", 0)
    random = np.random.default_rng(8)
    mentee, mentor = (axis.ravel() for axis in np.indices((40, 15)))
    score = random.integers(0, 9, mentee.size)
    rows, columns, order = (random.permutation(many) for many in (40, 15, score.size))
    first = assign(mentee, mentor, score, mentors=15, capacity=2)
    other = assign(rows[mentee][order], columns[mentor][order], score[order],
                   mentors=15, capacity=2)  # fmt: skip
    assert (first.pairs.size, first.worst, first.total) == (
        other.pairs.size, other.worst, other.total,
    )  # fmt: skip


def test_equal_people_have_equal_chances_in_a_large_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swiftly, "LARGE", 0)
    winners = [
        assign(range(4), [0] * 4, [5] * 4, mentors=1, capacity=1, seed=seed).pairs[0]
        for seed in range(400)
    ]
    assert min(np.bincount(winners, minlength=4)) > 60


def test_without_numba_scipy_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(2)
    mentee, mentor = (axis.ravel() for axis in np.indices((200, 110)))
    score = random.integers(0, 1000, mentee.size)
    compiled = assign(mentee, mentor, score, mentors=110, capacity=2)
    monkeypatch.setattr(swiftly, "installed", lambda: False)
    plain = assign(mentee, mentor, score, mentors=110, capacity=2)
    assert (compiled.total, compiled.worst) == (plain.total, plain.worst)
    assert compiled.gap == plain.gap == 0
