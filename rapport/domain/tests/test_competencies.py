"""The competencies: each phase its own, each with two sentences, open when it is their time."""

from itertools import product

import pytest

from rapport.domain.competencies import (
    CHANGES,
    COMPETENCIES,
    HIGH,
    LABELS,
    LOW,
    MOMENT_LABELS,
    Competency,
    Moment,
    change,
    is_open,
    wanted,
)
from rapport.domain.formats import SHAPES, Format
from rapport.domain.phases import STATIONS, Phase

R, D, P, W, C = STATIONS
KEYS = {
    R: {"active_listening", "empathy", "giving_respect", "offering_trust", "common_ground"},
    D: {"finding_goals", "clarifying_goals", "managing_goals", "planning", "testing_commitment",
        "testing_reality"},
    P: {"sustaining", "challenge", "lead", "feedback", "availability", "setbacks"},
    W: {"sensitivity", "ending_well"},
    C: set(),
}  # fmt: skip
ALL = [each for phase in COMPETENCIES.values() for each in phase]
# Rows: the phase now. Columns: the view of R D P W C. x: open, -: not.
START = {R: "x----", D: "-x---", P: "--x--", W: "---x-", C: "-----"}
END = {R: "x----", D: "xx---", P: "xxx--", W: "xxxx-", C: "-----"}
CELLS = [
    (now, of, moment, row[now][STATIONS.index(of)] == "x")
    for moment, row in ((Moment.START, START), (Moment.END, END))
    for now, of in product(STATIONS, STATIONS)
]


def test_every_phase_practises_what_the_field_names() -> None:
    assert {phase: {each.key for each in them} for phase, them in COMPETENCIES.items()} == KEYS


def test_no_key_means_two_things() -> None:
    assert len({each.key for each in ALL}) == len(ALL)


@pytest.mark.parametrize("competency", ALL, ids=lambda each: each.key)
def test_each_is_said_of_oneself_and_of_the_partner(competency: Competency) -> None:
    assert competency.mine.startswith("I ")
    assert competency.other.startswith("%(name)s ")


@pytest.mark.parametrize(("now", "of", "moment", "expected"), CELLS)
def test_a_view_is_open_when_it_is_its_time(
    now: Phase, of: Phase, moment: Moment, *, expected: bool
) -> None:
    assert is_open(now, of, moment) is expected


@pytest.mark.parametrize(("now", "kind"), list(product(STATIONS, Format)))
def test_whatever_is_asked_for_is_open(now: Phase, kind: Format) -> None:
    stations = SHAPES[kind].stations
    if now in stations:
        assert all(is_open(now, of, moment, stations) for of, moment in wanted(now, stations))


def test_a_station_that_is_left_out_is_never_asked_for() -> None:
    flash = SHAPES[Format.FLASH].stations
    assert wanted(W, flash) == ((W, Moment.START), (R, Moment.END))
    assert not is_open(W, D, Moment.END, flash)


VIEWS = range(LOW, HIGH + 1)


@pytest.mark.parametrize(("start", "end"), list(product(VIEWS, VIEWS)))
def test_every_change_has_a_sentence(start: int, end: int) -> None:
    assert CHANGES[change(start, end)].endswith(".")
    assert change(start, end) * (end - start) == abs(end - start)


def test_every_answer_and_moment_has_a_label() -> None:
    assert set(LABELS) == set(VIEWS)
    assert set(MOMENT_LABELS) == set(Moment)
