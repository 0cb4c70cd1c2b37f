"""The complete table: phase × move × role × format; and that formats only ever narrow one way."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.formats import (
    FOUNDED,
    SHAPES,
    Format,
    Outcome,
    fits,
    format_for,
    leaves_alone,
    outcome,
)
from rapport.domain.permissions import MEMBERS, Role
from rapport.domain.phases import CONSENT, STATIONS, Consent, Move, Phase, after, moves_from
from rapport.domain.readiness import CONDITIONS, conditions_of

A, E, K, P = Role.MENTOR, Role.MENTEE, Role.CO_MENTOR, Role.PEER
R, D, G, W, C = STATIONS

# Who takes part in the example of each format.
TAKING_PART: dict[Format, list[Role]] = {
    Format.ONE_TO_ONE: [A, E],
    Format.TEAM: [A, K, K, E],
    Format.GROUP: [A, K, E, E, E],
    Format.THREAD: [A, E],
    Format.PEER: [P, P, P],
    Format.REVERSE: [A, E],
    Format.FLASH: [A, E],
}
# For each format and phase the three moves – go on, go back, end – by each role that is in it.
# 2 to 5: leads there once all wish; x: ends it; o: she steps out, others go on; -: no such move.
WHOLE = {R: "2-", D: "31", G: "42", W: "53", C: "--"}
SHORT = {R: "4-", D: "--", G: "--", W: "51", C: "--"}
WAYS: dict[Format, dict[Phase, str]] = {
    each: SHORT if each is Format.FLASH else WHOLE for each in Format
}
ENDS: dict[Format, dict[Role, str]] = {
    Format.ONE_TO_ONE: {A: "x", E: "x"},
    Format.TEAM: {A: "x", K: "o", E: "x"},
    Format.GROUP: {A: "x", K: "o", E: "o"},
    Format.THREAD: {A: "x", E: "x"},
    Format.PEER: {P: "o"},
    Format.REVERSE: {A: "x", E: "x"},
    Format.FLASH: {A: "x", E: "x"},
}
MARKS = {"-": Outcome.IMPOSSIBLE, "x": Outcome.ENDS, "o": Outcome.STEPS_OUT}
CELLS = list(product(Format, Phase, Move, Role))


def expected(shape: Format, phase: Phase, move: Move, role: Role) -> str:
    """The mark of the table; a dash for a role that is not in this format, and after the end."""
    on, back = tuple(WAYS[shape][phase])
    end = ENDS[shape].get(role, "-") if (on, back) != ("-", "-") else "-"
    return {Move.GO_ON: on, Move.GO_BACK: back, Move.END: end}[move] if in_it(shape, role) else "-"


def in_it(shape: Format, role: Role) -> bool:
    return role in TAKING_PART[shape]


@pytest.mark.parametrize(("named", "phase", "move", "role"), CELLS)
def test_every_cell_is_as_the_table_says(
    named: Format, phase: Phase, move: Move, role: Role
) -> None:
    if not in_it(named, role):
        assert role not in MEMBERS or role not in SHAPES[named].seats
        return
    others = list(TAKING_PART[named])
    others.remove(role)
    mark, shape = expected(named, phase, move, role), SHAPES[named]
    assert outcome(shape, phase, move, role, others) is MARKS.get(mark, Outcome.ONCE_ALL_WISH)
    to = after(phase, move, shape.stations)
    assert to is (STATIONS[int(mark) - 1] if mark.isdigit() else None if mark == "-" else C)


@pytest.mark.parametrize("role", sorted(set(Role) - MEMBERS))
def test_whoever_is_no_member_moves_nothing(role: Role) -> None:
    for named, phase, move in product(Format, Phase, Move):
        assert outcome(SHAPES[named], phase, move, role, [A, E]) is Outcome.IMPOSSIBLE


@pytest.mark.parametrize("named", Format)
def test_a_format_says_something_about_each_of_its_stations(named: Format) -> None:
    shape = SHAPES[named]
    assert set(shape.conditions) >= set(shape.stations)
    for phase in shape.stations:
        assert {each.key for each in conditions_of(phase, shape)} == set(shape.conditions[phase])


@pytest.mark.parametrize("named", Format)
def test_the_stations_of_a_format_keep_their_order_and_their_end(named: Format) -> None:
    stations = SHAPES[named].stations
    assert list(stations) == sorted(stations, key=STATIONS.index)
    assert (stations[0], stations[-1]) == (Phase.RAPPORT, Phase.CLOSED)


@pytest.mark.parametrize("named", FOUNDED)
def test_the_example_fits_its_seats(named: Format) -> None:
    assert fits(SHAPES[named], TAKING_PART[named])
    assert not fits(SHAPES[named], [*TAKING_PART[named], Role.COORDINATOR])


SEATS: list[tuple[list[Role], Format]] = [
    ([A, E], Format.ONE_TO_ONE),
    ([A, K, E], Format.TEAM),
    ([A, E, E], Format.GROUP),
    ([A, K, E, E], Format.GROUP),
    ([P, P], Format.PEER),
]


@pytest.mark.parametrize(("roles", "named"), SEATS)
def test_people_make_a_format_when_nobody_named_one(roles: list[Role], named: Format) -> None:
    assert format_for(roles) is named


@pytest.mark.parametrize("roles", [[], [A], [A, A], [E, E], [P], [A, P], [A, E, Role.SAFEGUARDING]])
def test_some_people_make_no_format(roles: list[Role]) -> None:
    with pytest.raises(ValueError, match="No format"):
        format_for(roles)


formats = st.sampled_from(Format)
walks = st.lists(st.sampled_from([Move.GO_ON, Move.GO_BACK]), max_size=12)


@given(formats, walks)
def test_whatever_way_they_walk_they_stay_on_the_stations_of_their_format(
    named: Format, walk: list[Move]
) -> None:
    stations = SHAPES[named].stations
    phase = stations[0]
    for move in walk:
        phase = after(phase, move, stations) or phase
        assert phase in stations
        assert (Move.END in moves_from(phase, stations)) is (phase is not Phase.CLOSED)


@given(formats, st.lists(st.sampled_from(sorted(MEMBERS)), max_size=12), st.sampled_from(Role))
def test_nobody_is_left_behind_alone(named: Format, others: list[Role], role: Role) -> None:
    if leaves_alone(SHAPES[named], role, others):
        assert len(others) >= 2
        assert Role.PEER in SHAPES[named].seats or {A, E} <= set(others)


@given(formats, st.sampled_from(Phase))
def test_no_format_asks_for_more_than_there_is(named: Format, phase: Phase) -> None:
    known = {each.key for each in CONDITIONS[phase]}
    assert {each.key for each in conditions_of(phase, SHAPES[named])} <= known


def test_moving_needs_all_and_leaving_needs_one_in_every_format() -> None:
    for named, phase, move in product(Format, Phase, Move):
        if after(phase, move, SHAPES[named].stations):
            assert (CONSENT[move] is Consent.ANY) is (move is Move.END)
