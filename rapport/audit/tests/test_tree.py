"""The Merkle tree agrees with Certificate Transparency, and its proofs hold and break rightly."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.audit.tree import EMPTY, consistency_proof, is_consistent, leaf_digest, root_of

# The example log of the Certificate Transparency reference implementation, and its roots.
LEAVES = (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)  # fmt: skip
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
DIGESTS = [leaf_digest(bytes.fromhex(leaf)) for leaf in LEAVES]


def test_the_empty_tree_has_the_digest_of_nothing() -> None:
    assert root_of([]) == EMPTY == sha256(b"").digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_the_reference(size: int) -> None:
    assert root_of(DIGESTS[:size]).hex() == ROOTS[size - 1]


def leaves(count: int) -> list[bytes]:
    return [leaf_digest(str(number).encode()) for number in range(count)]


@given(st.integers(1, 130), st.data())
def test_a_log_that_grew_is_consistent(size: int, data: st.DataObject) -> None:
    before = data.draw(st.integers(1, size))
    whole = leaves(size)
    proof = consistency_proof(whole, before)
    assert is_consistent(before, root_of(whole[:before]), size, root_of(whole), proof)


@given(st.integers(2, 130), st.data())
def test_a_log_whose_past_was_rewritten_has_no_proof(size: int, data: st.DataObject) -> None:
    before = data.draw(st.integers(1, size))
    whole = leaves(size)
    kept = root_of(whole[:before])
    whole[data.draw(st.integers(0, before - 1))] = leaf_digest(b"rewritten")
    assert not is_consistent(before, kept, size, root_of(whole), consistency_proof(whole, before))


@given(st.integers(2, 130), st.data())
def test_a_proof_that_was_touched_proves_nothing(size: int, data: st.DataObject) -> None:
    before = data.draw(st.integers(1, size - 1))
    whole = leaves(size)
    proof = consistency_proof(whole, before)
    roots = root_of(whole[:before]), root_of(whole)
    place = data.draw(st.integers(0, len(proof) - 1))
    changed = [*proof[:place], leaf_digest(b"x"), *proof[place + 1 :]]
    for bad in (changed, proof[:-1], [*proof, leaf_digest(b"x")]):
        assert not is_consistent(before, roots[0], size, roots[1], bad)
