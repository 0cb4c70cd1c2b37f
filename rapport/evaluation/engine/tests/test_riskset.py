"""Who is compared with whom: never with the future, and always the same people."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.evaluation.engine.att import att_of_staying
from rapport.evaluation.engine.balance import balance
from rapport.evaluation.engine.comparison import Comparison, compare_retention
from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.riskset import (
    Matched,
    Terms,
    deviation,
    joining_rows,
    leaning,
    match,
)
from rapport.evaluation.engine.staff import Rows, Staff, staff
from rapport.evaluation.engine.timing import NEVER

from .firm import firm, halved, reordered

NEAR = pytest.approx
SEEDS = st.integers(0, 5000)


def small(**changes: object) -> Rows:
    """Ada joins on day 100; Ben is like her; Cora joined before; Eve is in another group."""
    columns: dict[str, object] = {
        "person": ["Ada", "Ben", "Cora", "Eve"], "since": [0, 0, 0, 0],
        "until": [500, 400, 500, 500], "left": [False, True, False, False],
        "joined": [100, NEVER, 50, NEVER], "group": [1, 1, 1, 2], "facts": np.ones((4, 1)),
    }  # fmt: skip
    return Rows(**(columns | changes))  # type: ignore[arg-type]


def test_a_joiner_is_compared_with_those_like_her_who_had_not_joined() -> None:
    found = match(staff(small()))
    ada = found.day == 100
    assert found.person[ada].tolist() == [0, 1]
    assert found.spells.leave[ada].tolist() == [400, 300]
    assert found.spells.left[ada].tolist() == [False, True]


def test_whoever_joins_later_is_followed_until_then() -> None:
    found = match(staff(small()))
    cora = found.day == 50
    assert found.person[cora].tolist() == [2, 0, 1]
    assert found.spells.leave[cora].tolist() == [450, 50, 350]
    assert found.censored == 1


def test_nobody_is_compared_with_somebody_who_had_left_or_was_not_there_yet() -> None:
    late = small(since=[0, 120, 0, 0])
    with pytest.raises(NotEstimable, match="nobody similar"):
        match(staff(small(since=[0, 120, 0, 0], joined=[100, NEVER, NEVER, NEVER],
                          until=[500, 400, 99, 500])))  # fmt: skip
    assert 1 not in match(staff(late)).person[match(staff(late)).day == 100]


def test_tenure_stands_in_the_same_band() -> None:
    found = match(staff(small(hired=[0, -3000, 0, 0], joined=[100, NEVER, 50, NEVER])))
    assert 1 not in found.person


def test_nobody_joins_after_leaving() -> None:
    with pytest.raises(ValueError, match="nobody joins after leaving"):
        staff(small(joined=[100, 450, 50, NEVER]))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (small(until=[-1, 400, 500, 500]), "before entering"),
        (small(person=["Ada", "Ada", "Cora", "Eve"]), "overlap"),
        (small(facts=np.array([[1.0], [np.nan], [1], [1]])), "missing"),
    ],
)
def test_rows_that_cannot_be_are_refused(rows: Rows, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        staff(rows)


def test_nobody_who_joined_is_no_comparison() -> None:
    with pytest.raises(NotEstimable, match="nobody joined"):
        match(staff(small(joined=[NEVER] * 4)))


def test_who_joined_before_the_records_begin_has_no_time_zero() -> None:
    found = match(staff(small(joined=[100, NEVER, 0, NEVER], since=[0, 0, 20, 0])))
    assert (found.joiners, found.matched) == (1, 1)
    assert 2 not in found.person


def test_nobody_beyond_the_caliper_is_similar() -> None:
    of = staff(firm(2, 600))
    widest = 0.2 * deviation(leaning(of), joining_rows(of))
    found = match(of)
    own = found.score[found.treated][found.set]
    assert np.abs(found.score - own).max() <= widest
    assert match(of, Terms(caliper=9.0)).matched > found.matched


def compared(of: Staff) -> Comparison:
    return compare_retention(match(of), 365)


@settings(max_examples=15, deadline=None)
@given(SEEDS, st.integers(-3000, 3000))
def test_order_names_and_calendar_do_not_matter(seed: int, shift: int) -> None:
    rows = firm(seed % 10)
    order = np.random.default_rng(seed).permutation(len(rows.facts))
    there, here = (
        compared(staff(each)) for each in (reordered(rows, order, shift=shift, rename=True), rows)
    )
    assert there.difference.value == NEAR(here.difference.value, abs=1e-9)
    assert there.difference.low == NEAR(here.difference.low, abs=1e-9)
    assert there.days.se == NEAR(here.days.se, rel=1e-9)


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_a_row_split_in_two_is_the_same_row(seed: int) -> None:
    rows = firm(seed % 10)
    whole, cut = staff(rows), staff(halved(rows, seed % 400))
    assert cut.until.tolist() == whole.until.tolist()
    assert compared(cut).difference == compared(whole).difference


def test_the_same_seed_always_draws_the_same() -> None:
    of = staff(firm(1))
    once, twice = (match(of, Terms(by_lot=True, seed=7)) for _ in range(2))
    assert once.person.tolist() == twice.person.tolist()
    other = match(of, Terms(by_lot=True, seed=8))
    assert other.person.tolist() != once.person.tolist()


def test_matching_makes_the_sides_alike() -> None:
    of = staff(firm(2, 3000))
    drawn, matched = match(of, Terms(by_lot=True)), match(of)
    before = balance(drawn.facts, drawn.treated, drawn.weight)
    after = balance(matched.facts, matched.treated, matched.weight)
    assert abs(before.rows[0].difference) > 0.4
    assert abs(after.rows[0].difference) < 0.1


def test_a_comparison_knows_the_sizes_the_guard_rails_look_at() -> None:
    matched = match(staff(firm(2, 3000)))
    found = compare_retention(matched, 365)
    sizes = found.sizes(matched.share)
    assert (sizes.participants, sizes.joined_left) == (matched.matched, found.joined.events)
    assert sizes.expected == NEAR(matched.matched * (1 - found.together))
    ends = sorted([found.joined.value, found.others.value])
    assert ends[0] < found.together < ends[1]


def effects(recorded: bool, ratio: float = 1.0) -> tuple[list[float], list[float]]:
    firms = [staff(firm(seed, 2000, ratio=ratio, recorded=recorded)) for seed in range(12)]
    matched = [compared(of).difference.value for of in firms]
    drawn = [att_of_staying(match(of, Terms(by_lot=True, each=20)), 365) for of in firms]
    return matched, [each.effect.value for each in drawn]


def test_a_recorded_trait_is_made_up_for_and_a_hidden_one_is_not() -> None:
    for found in effects(recorded=True):
        assert abs(np.mean(found)) < 0.015
    for found in effects(recorded=False):
        assert np.mean(found) > 0.03


def test_a_true_effect_is_found_by_both_methods() -> None:
    for found in effects(recorded=True, ratio=0.5):
        assert 0.05 < np.mean(found) < 0.1


def broken_clock(rows: Rows) -> Matched:
    """The mutation: time zero is the day of hire for joiners, as the naive report does."""
    joined = np.asarray(rows.joined)
    at_once = np.where(joined < NEVER, np.asarray(rows.since) + 1, NEVER)
    return match(staff(Rows(
        rows.person, rows.since, rows.until, rows.left, np.minimum(at_once, rows.until),
        rows.group, rows.facts, rows.hired,
    )))  # fmt: skip


def test_a_broken_clock_turns_nothing_into_an_effect() -> None:
    honest, broken = [], []
    for seed in range(25):
        rows = firm(seed, 1500, trait=0.0)
        honest.append(compared(staff(rows)).difference.excludes())
        broken.append(compare_retention(broken_clock(rows), 365).difference.excludes())
    assert np.mean(honest) <= 0.16
    assert np.mean(broken) >= 0.8
