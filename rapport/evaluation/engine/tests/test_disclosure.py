"""Nobody falls out of published figures by subtraction."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.evaluation.engine.disclosure import Release, exposed, hidden_ranges, suppress

TABLES = st.lists(
    st.lists(st.integers(0, 25), min_size=3, max_size=3), min_size=3, max_size=4
)  # fmt: skip


def test_a_lone_small_cell_takes_others_with_it() -> None:
    found = suppress([[3, 20, 30], [25, 22, 28], [30, 31, 32]])
    assert found.shown is not None
    assert not found.shown[0, 0]
    assert (~found.shown).sum() >= 4


@settings(max_examples=15, deadline=None)
@given(TABLES)
def test_no_hidden_cell_can_be_told_to_within_five(counts: list[list[int]]) -> None:
    table, found = np.array(counts), suppress(counts)
    if found.shown is None:
        return
    assert not ((table > 0) & (table < 5) & found.shown).any()
    for low, high in hidden_ranges(table, found.shown).values():
        assert high - low >= 5 - 1e-6


def test_a_table_with_a_small_total_is_not_shown_at_all() -> None:
    assert suppress([[2, 1], [20, 30]]).shown is None


def test_without_small_cells_all_is_shown() -> None:
    found = suppress([[5, 9], [0, 12]])
    assert found.shown is not None
    assert found.shown.all()


def test_hiding_only_the_small_cell_gives_it_away() -> None:
    """The guard broken on purpose: what the attacker then reads."""
    table = np.array([[3, 20], [25, 22]])
    low, high = hidden_ranges(table, table >= 5)[0, 0]
    assert (low, high) == pytest.approx((3, 3))


def test_negative_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        suppress([[-1, 5]])


def test_two_means_around_a_leaver_give_the_leaver_away() -> None:
    before = Release(tuple(range(6)), 3.0, 3.0)
    after = Release(tuple(range(5)), 2.6, 2.6)
    assert 5 in exposed([before, after], 6, (1, 5))


def test_a_coarse_mean_of_a_middling_group_gives_nobody_away() -> None:
    assert exposed([Release(tuple(range(8)), 2.75, 3.25)], 8, (1, 5)) == ()


def test_a_unanimous_group_gives_everybody_away() -> None:
    assert exposed([Release(tuple(range(5)), 5.0, 5.0)], 5, (1, 5)) == (0, 1, 2, 3, 4)


def test_who_tells_makes_it_easier_to_tell_the_others() -> None:
    mean = Release(tuple(range(6)), 2.9, 3.1)
    assert exposed([mean], 6, (1, 5)) == ()
    assert exposed([mean], 6, (1, 5), known={0: 5, 1: 5, 2: 5}) != ()
