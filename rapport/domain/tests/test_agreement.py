"""The clauses, those of a programme among them, and when an agreement is in force."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.agreement import (
    CLAUSES,
    MOST_OWN,
    SAY_LABELS,
    SHORT,
    Say,
    clauses_for,
    is_in_force,
)
from rapport.domain.formats import Agreement


@given(st.sets(st.integers(0, 3)), st.sets(st.integers(0, 3)))
def test_an_agreement_is_in_force_when_every_member_signed(
    signers: set[int], members: set[int]
) -> None:
    in_force = is_in_force(set(signers), set(members))
    assert in_force is (bool(members) and not members - signers)


def test_every_clause_has_its_own_key_and_words_to_begin_from() -> None:
    assert len({clause.key for clause in CLAUSES}) == len(CLAUSES)
    assert all(clause.heading and clause.beginning for clause in CLAUSES)


WANTED = {
    "purpose", "learning", "evaluation", "expectations", "roles", "goals", "rhythm", "media",
    "confidentiality", "boundaries", "disagreement", "difference", "ending",
}  # fmt: skip
LENGTHS = [(Agreement.FULL, WANTED), (Agreement.SHORT, set(SHORT)), (Agreement.NONE, set())]


@pytest.mark.parametrize(("length", "keys"), LENGTHS)
def test_each_format_has_the_clauses_it_needs(length: Agreement, keys: set[str]) -> None:
    assert {each.key for each in clauses_for(length)} == keys


def test_the_programme_words_a_clause_and_an_empty_text_leaves_ours() -> None:
    texts = {"purpose": "To stay.", "learning": ""}
    begins = {each.key: each.beginning for each in clauses_for(texts=texts)}
    ours = {each.key: each.beginning for each in CLAUSES}
    assert begins == ours | {"purpose": "To stay."}


@pytest.mark.parametrize("length", [Agreement.FULL, Agreement.SHORT])
def test_the_programmes_own_clauses_come_last_and_keep_their_places(length: Agreement) -> None:
    own = [("Data", "We keep none."), ("", "nothing"), ("Guests", "Never.")]
    last = clauses_for(length, own=own)[-2:]
    assert [(each.key, each.heading) for each in last] == [
        ("programme_1", "Data"), ("programme_3", "Guests"),
    ]  # fmt: skip


def test_there_are_not_too_many_of_them() -> None:
    own = [(f"Heading {place}", "Text") for place in range(9)]
    assert len(clauses_for(own=own)) == len(CLAUSES) + MOST_OWN


def test_whatever_is_said_of_a_clause_has_a_label() -> None:
    assert set(SAY_LABELS) == set(Say)
