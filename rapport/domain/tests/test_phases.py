"""The complete table: every phase with every move, and whose consent each move needs."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.phases import (
    CONSENT,
    STATIONS,
    Consent,
    Move,
    Phase,
    after,
    is_carried,
    moves_from,
)

R, D, P, W, C = Phase.RAPPORT, Phase.DIRECTION, Phase.PROGRESSION, Phase.WINDING_UP, Phase.CLOSED

# Rows: from. Columns: go on, go back, end. A dash in words is None here: no such move.
TABLE: dict[Phase, tuple[Phase | None, Phase | None, Phase | None]] = {
    R: (D, None, C),
    D: (P, R, C),
    P: (W, D, C),
    W: (C, P, C),
    C: (None, None, None),
}
CELLS = [
    (phase, move, cell)
    for phase, row in TABLE.items()
    for move, cell in zip((Move.GO_ON, Move.GO_BACK, Move.END), row, strict=True)
]
members = st.sets(st.integers(0, 5), min_size=1)


def test_the_table_has_a_cell_for_every_phase_and_move() -> None:
    assert {(phase, move) for phase, move, _ in CELLS} == set(product(Phase, Move))


@pytest.mark.parametrize(("phase", "move", "to"), CELLS)
def test_a_move_leads_where_the_table_says(phase: Phase, move: Move, to: Phase | None) -> None:
    assert after(phase, move) is to
    assert (move in moves_from(phase)) is (to is not None)


def test_the_way_visits_every_station_in_order() -> None:
    way = [Phase.RAPPORT]
    while to := after(way[-1], Move.GO_ON):
        way.append(to)
    assert tuple(way) == STATIONS


def test_going_back_undoes_going_on_until_it_is_closed() -> None:
    for phase in (R, D, P):
        there = after(phase, Move.GO_ON)
        assert there is not None
        assert after(there, Move.GO_BACK) is phase


def test_ending_needs_one_and_everything_else_needs_all() -> None:
    assert CONSENT == {
        Move.GO_ON: Consent.ALL,
        Move.GO_BACK: Consent.ALL,
        Move.END: Consent.ANY,
    }


@given(members, st.sets(st.integers(0, 9)))
def test_a_move_of_all_waits_for_the_last_member(everybody: set[int], willing: set[int]) -> None:
    carried = is_carried(Move.GO_ON, set(willing), set(everybody))
    assert carried is (everybody <= willing)


@given(members, st.sets(st.integers(0, 9)))
def test_one_member_may_end_and_a_stranger_may_not(everybody: set[int], willing: set[int]) -> None:
    assert is_carried(Move.END, set(willing), set(everybody)) is bool(willing & everybody)
