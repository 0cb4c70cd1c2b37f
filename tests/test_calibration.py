"""The calibration can be walked: each kind of world once, and what its tables say of rates."""

import pytest

from bench.calibration import FULL, SCENARIOS, judged, margin, measured, one, plain
from bench.calibration_methods import KINDS
from bench.simulated_staff import World


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_kind_of_world_gets_answers(name: str) -> None:
    world = SCENARIOS[name]
    found = one((world, 1, tuple(KINDS)))
    assert {"matched, difference", "Cox in time"} <= {answer.method for answer in found}
    assert list(measured([found], 1))
    assert list(margin([(world, found)]))


def test_the_grid_is_whole_and_each_of_its_worlds_knows_where_it_stems_from() -> None:
    assert len(FULL) == len(set(FULL)) == 4 * 2 * 3 * 3 * len(SCENARIOS)
    assert {plain(world) for world in FULL} == set(SCENARIOS.values())


@pytest.mark.parametrize(
    ("rate", "answers", "verdict"),
    [
        (0.050, 2_000, "holds"),
        (0.063, 2_000, "**too bold**"),
        (0.036, 2_000, "careful"),
        (0.5, 100, "too few to judge"),
    ],
)
def test_a_rate_is_judged_by_what_chance_allows(rate: float, answers: int, verdict: str) -> None:
    assert judged([rate], answers) == verdict


def test_the_same_seed_gives_the_same_answers() -> None:
    world = World(60, 300, trait="recorded", missing="random")
    first, second = (one((world, 7, tuple(KINDS))) for _ in range(2))
    assert [answer.estimate for answer in first] == [answer.estimate for answer in second]
