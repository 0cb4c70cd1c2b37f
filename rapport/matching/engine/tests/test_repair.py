"""Mending leads to the same optimum as solving anew, from wherever it starts."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.matching.engine.assignment.repair import repair
from rapport.matching.engine.assignment.seats import Offer, ground_of, levels_for, worth
from rapport.matching.engine.assignment.solver import solve

from .brute import Small
from .offers import offers


def arrays(small: Small) -> Offer:
    pairs = np.array(sorted(small.score), dtype=np.int64).reshape(-1, 2)
    return Offer(
        small.mentees,
        pairs[:, 0],
        pairs[:, 1],
        np.array([small.score[pair] for pair in sorted(small.score)], dtype=np.int64),
        np.array([small.wish[pair] for pair in sorted(small.score)], dtype=np.int64),
        np.array(small.capacity),
        np.array(small.least),
    )


@settings(deadline=None, max_examples=300)
@given(offers(), st.integers(0, 10**6))
def test_any_start_ends_at_the_optimum(small: Small, dice: int) -> None:
    offer = arrays(small)
    ground = ground_of(offer, levels_for(offer))
    market = ground.market(worth(offer, ground.levels), offer.capacity, offer.least)
    random = np.random.default_rng(dice)
    groups = market.seats.capacity.size
    taken = random.integers(-1, groups, small.mentees) if groups else np.full(small.mentees, -1)
    dear = int(market.weight.max(initial=1))
    price = random.integers(0, dear * random.integers(1, 3), groups) * random.integers(0, 2, groups)
    found, proof = repair(market, ground.roads, taken, price)
    assert proof.gap == 0
    assert proof.total == solve(market)[1].total
    assert (np.bincount(found[found >= 0], minlength=groups) <= market.seats.capacity).all()
