"""The clauses, and when an agreement is in force."""

from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.agreement import CLAUSES, is_in_force


@given(st.sets(st.integers(0, 3)), st.sets(st.integers(0, 3)))
def test_an_agreement_is_in_force_when_every_member_signed(
    signers: set[int], members: set[int]
) -> None:
    in_force = is_in_force(set(signers), set(members))
    assert in_force is (bool(members) and not members - signers)


def test_every_clause_has_its_own_key_and_words_to_begin_from() -> None:
    assert len({clause.key for clause in CLAUSES}) == len(CLAUSES)
    assert all(clause.heading and clause.beginning for clause in CLAUSES)
