"""Solving again after an edit: mended or anew, the same optimum, and no pair parted in vain."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.matching.engine import (
    Capacity,
    Criteria,
    Keep,
    Person,
    Pool,
    Rule,
    Solution,
    UnusableError,
    compare,
    propose,
    resolve,
)
from rapport.matching.engine.proposal import proposing as proposals
from rapport.matching.engine.proposal.laying import Laid

from .pools import ASKED, permitted, pools


def edit(solution: Solution, random: Random) -> Pool:
    """Forbid one of the pairs, lock another, or do so with any pair at all."""
    pool = solution.pool
    pairs = [pair.ids for pair in solution.pairs if not pair.locked]
    pairs += [(one.id, other.id) for one in pool.mentees for other in pool.mentors]
    chosen = random.choice(pairs)
    if chosen in pool.locked or random.random() < 0.5:
        return replace(pool, forbidden=pool.forbidden | ({chosen} - pool.locked))
    return replace(pool, locked=pool.locked | {chosen})


def solved_anew(before: Solution, pool: Pool, price: int) -> Solution:
    def never(_laid: Laid, _pool: Pool) -> None:
        return None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proposals, "edited", never)
        return resolve(before, pool, price=price)


def worth(before: Solution, after: Solution, price: int) -> tuple[int, int]:
    kept = {pair.ids for pair in before.pairs} & {pair.ids for pair in after.pairs}
    return len(after.pairs), after.total + price * len(kept)


@settings(deadline=None)
@given(pools(), st.integers(0, 10**6), st.sampled_from([0, 20, 1000]))
def test_mending_ends_where_solving_anew_does(pool: Pool, dice: int, price: int) -> None:
    random = Random(dice)  # noqa: S311 - dice for a test
    solution = propose(pool, ASKED, seed=1)
    for _ in range(3 if pool.mentees and pool.mentors else 0):
        edited = edit(solution, random)
        try:
            anew = solved_anew(solution, edited, price)
        except UnusableError:
            continue
        mended = resolve(solution, edited, price=price)
        assert worth(solution, mended, price) == worth(solution, anew, price)
        assert mended.gap == 0
        solution = mended
    people = {person.id: person for person in pool.mentees}
    others = {person.id: person for person in pool.mentors}
    for pair in solution.pairs:
        assert pair.locked or permitted(solution.pool, people[pair.mentee], others[pair.mentor])


BEN, BEA = Person(id="Ben"), Person(id="Bea")
ADA, ABE = Person(id="Ada"), Person(id="Abe")
POOL = Pool(mentees=(BEN, BEA), mentors=(ADA, ABE))


def test_whoever_loses_a_place_is_told_the_rule() -> None:
    before = propose(POOL, Criteria(), seed=1)
    forbidden = frozenset({("Ben", "Ada"), ("Ben", "Abe")})
    after = resolve(before, replace(POOL, forbidden=forbidden))
    assert compare(before, after).people == -1
    told = {one.person: one.why.words.get("rule") for one in after.unmatched}
    assert told["Ben"] == "forbidden"


def test_what_is_allowed_again_is_found_again() -> None:
    before = propose(replace(POOL, forbidden=frozenset({("Ben", "Ada")})), Criteria(), seed=1)
    locked = replace(POOL, locked=frozenset({("Ben", "Ada")}))
    assert ("Ben", "Ada") in {pair.ids for pair in resolve(before, locked).pairs}


def test_what_is_no_longer_forbidden_counts_again() -> None:
    ben, bea = (replace(one, topics=frozenset({"a"})) for one in (BEN, BEA))
    ada = replace(ADA, topics=frozenset({"a"}), capacity=Capacity(0, 2))
    abe = replace(ABE, topics=frozenset({"b"}))
    pool = Pool(mentees=(ben, bea), mentors=(ada, abe))
    before = propose(replace(pool, forbidden=frozenset({("Ben", "Ada")})), seed=1)
    assert before.pairs[1].ids == ("Ben", "Abe")
    assert resolve(before, pool).pairs[1].ids == ("Ben", "Ada")


def test_a_lock_that_is_released_leaves_the_rule_standing() -> None:
    asked = Criteria(rules=(Rule(kind="different", question="team"),))
    ben, ada = (replace(one, answers={"team": "red"}) for one in (BEN, ADA))
    pool = Pool(mentees=(ben,), mentors=(ada,))
    before = propose(replace(pool, locked=frozenset({("Ben", "Ada")})), asked, seed=1)
    assert len(before.pairs) == 1
    assert resolve(before, pool).pairs == ()


def test_a_pair_locked_as_it_stands_says_so() -> None:
    before = propose(POOL, Criteria(), seed=1)
    locked = replace(POOL, locked=frozenset({before.pairs[0].ids}))
    after = resolve(before, locked).pairs[0]
    assert after.locked
    assert [note.key for note in after.notes] == ["set_by_hand"]


def test_a_lock_against_a_programme_rule_is_solved_anew() -> None:
    asked = Criteria(rules=(Rule(kind="shared", question="languages", least=1),))
    pool = Pool(
        mentees=(replace(BEN, languages=frozenset({"Polish"})), BEA),
        mentors=(replace(ADA, languages=frozenset({"Hindi"})), ABE),
    )
    before = propose(pool, asked, seed=1)
    after = resolve(before, replace(pool, locked=frozenset({("Ben", "Ada")})))
    assert [pair.ids for pair in after.pairs] == [("Bea", "Abe"), ("Ben", "Ada")]


@pytest.mark.parametrize("price", [-1, 1001])
def test_a_price_that_is_no_number_of_points_is_refused(price: int) -> None:
    with pytest.raises(UnusableError, match="price_impossible"):
        resolve(propose(POOL, Criteria(), seed=1), POOL, price=price)


@settings(deadline=None)
@given(pools(), st.sampled_from([0, 20, 1000]))
def test_stored_pairs_can_be_kept_without_their_solution(pool: Pool, price: int) -> None:
    before = propose(pool, ASKED, seed=1)
    keep = Keep(frozenset(pair.ids for pair in before.pairs), price)
    after = propose(pool, ASKED, seed=2, keep=keep)
    assert compare(before, after).moves == ()
    assert after.gap == 0


def test_without_pairs_to_keep_another_lot_draws_other_pairs() -> None:
    people = tuple(Person(id=f"{number}") for number in range(8))
    pool = Pool(mentees=people[:4], mentors=people[4:])
    drawn = {tuple(pair.ids for pair in propose(pool, seed=seed).pairs) for seed in range(9)}
    assert len(drawn) > 1
