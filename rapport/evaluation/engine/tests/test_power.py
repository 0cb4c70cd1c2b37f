"""What sizes could show, beside the published formula and by simulation."""

import math

import numpy as np
import pytest

from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.power import (
    Outlook,
    advise,
    chance_to_see,
    participants_needed,
    smallest_difference,
    smallest_ratio,
)
from rapport.evaluation.engine.proportions import newcombe

NEAR = pytest.approx


@pytest.mark.parametrize(("ratio", "people"), [(0.8, 752), (0.7, 300), (0.6, 149), (0.5, 82)])
def test_sizes_are_those_of_schoenfeld(ratio: float, people: int) -> None:
    assert participants_needed(ratio) == people
    assert chance_to_see(people, ratio) == NEAR(0.8, abs=0.01)
    assert smallest_ratio(people) == NEAR(ratio, abs=0.002)


def test_thirty_beside_thirty_would_hardly_ever_see_a_cut_of_three_in_ten() -> None:
    found = chance_to_see(30, 0.7, Outlook(others=1))
    assert 0.05 < found < 0.16


def test_more_people_see_milder_effects() -> None:
    mild = [smallest_ratio(people) for people in (40, 80, 300, 1000)]
    assert mild == sorted(mild)


def test_forty_people_are_told_what_they_could_see() -> None:
    found = advise(40)
    assert found.ratio == NEAR(0.35, abs=0.03)
    assert found.stay is not None
    assert 0.1 < found.stay < 0.2
    assert found.usual < 0.2
    assert found.needed == 300


def test_a_handful_could_see_nothing() -> None:
    assert advise(5).ratio is None
    with pytest.raises(NotEstimable, match="too few"):
        smallest_ratio(3)


def test_the_smallest_difference_of_shares_is_seen_four_times_in_five() -> None:
    gap, rng = smallest_difference(150, 300, 0.5), np.random.default_rng(1)
    seen = [
        newcombe((rng.binomial(150, 0.5 + gap), 150), (rng.binomial(300, 0.5), 300)).excludes()
        for _ in range(1500)
    ]
    assert np.mean(seen) == NEAR(0.8, abs=0.04)
    assert smallest_difference(2, 2, 0.9) == math.inf


def test_plans_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="larger than nil"):
        Outlook(years=0)
    with pytest.raises(ValueError, match="not 1"):
        participants_needed(1.0)
