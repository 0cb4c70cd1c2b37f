"""Fairness beyond the worst pair, against a referee that tries everything."""

from math import log

import numpy as np
import pytest
from hypothesis import given, settings

from rapport.matching.engine.assignment import leximin as leximins
from rapport.matching.engine.assignment.objectives import LOG_UNIT

from .brute import Small, every_assignment, value
from .offers import offers
from .test_assignment import BOTH_WAYS, solved


def in_bands(offer: Small, chosen: tuple[int | None, ...], edges: list[int]) -> tuple[int, ...]:
    """People, seats counted on, worst pair, how many pairs reach each edge, total, wishes."""
    people, counted_on, worst, total, wishes = value(offer, chosen, fair=True)
    scores = [offer.score[pair] for pair in enumerate(chosen) if pair in offer.score]
    reached = [sum(score >= edge for score in scores) for edge in edges]
    return people, counted_on, worst, *reached, total, wishes


def edges_of(offer: Small, worst: int) -> list[int]:
    top = max((score for score in offer.score.values() if score >= worst), default=worst)
    edges = np.linspace(worst, top, leximins.BANDS + 1)[1:-1].astype(int)
    return sorted(set(edges.tolist()))


def chosen_by(offer: Small, pairs: list[int]) -> tuple[int | None, ...]:
    mentor = dict(sorted(offer.score)[place] for place in pairs)
    return tuple(mentor.get(row) for row in range(offer.mentees))


@BOTH_WAYS
@settings(deadline=None)
@given(offers())
def test_no_assignment_has_fewer_weak_pairs(large: bool, offer: Small) -> None:
    found = solved(offer, "leximin", large=large)
    assert found.gap == 0
    if found.worst is not None:
        edges = edges_of(offer, found.worst)
        best = max(in_bands(offer, chosen, edges) for chosen in every_assignment(offer))
        assert in_bands(offer, chosen_by(offer, found.pairs.tolist()), edges) == best


def log_value(offer: Small, chosen: tuple[int | None, ...]) -> tuple[int, ...]:
    people, counted_on, *_ = value(offer, chosen, fair=False)
    scores = [offer.score[pair] for pair in enumerate(chosen) if pair in offer.score]
    return people, counted_on, sum(round(LOG_UNIT * log(max(one, 1))) for one in scores)


@BOTH_WAYS
@settings(deadline=None)
@given(offers())
def test_no_assignment_has_a_higher_sum_of_logarithms(large: bool, offer: Small) -> None:
    found = solved(offer, "logs", large=large)
    best = max(log_value(offer, chosen) for chosen in every_assignment(offer))
    assert log_value(offer, chosen_by(offer, found.pairs.tolist())) == best
    assert found.gap == 0


@pytest.mark.parametrize("objective", ["fair", "leximin", "logs"])
def test_fairer_never_seats_fewer(objective: str) -> None:
    random = np.random.default_rng(5)
    score = {(i, j): int(random.integers(1, 1000)) for i in range(30) for j in range(9)}
    offer = Small(30, (3,) * 9, (0,) * 9, score, dict.fromkeys(score, 0))
    found = solved(offer, objective)  # type: ignore[arg-type]
    assert found.pairs.size == 27
    assert found.total <= solved(offer, "total").total
