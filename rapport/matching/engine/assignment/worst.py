"""The best possible worst match: how good the weakest pair can be while nobody loses a place.

Knows matchings as such, without weights. Why two separate counts are enough: seats that can be
filled together form a transversal matroid, so a fullest assignment can always be chosen that
fills as many of the seats counted on as any assignment can.
"""

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import maximum_bipartite_matching

from rapport.matching.engine.arrays import Whole, distinct

from .seats import Offer


def best_worst(offer: Offer) -> int:
    """The largest score at which leaving out every weaker pair costs nobody a place.

    Nor does it cost any seat a mentor counts on. Raises ValueError when no pair is offered.
    """
    steps = distinct(offer.score)
    full = filled(offer)
    low, high = 0, steps.size - 1
    while low < high:
        middle = (low + high + 1) // 2
        if filled(offer.only(offer.score >= steps[middle])) == full:
            low = middle
        else:
            high = middle - 1
    return int(steps[low])


def filled(offer: Offer) -> tuple[int, int]:
    """How many people can find a place at once, and how many seats counted on can be filled."""
    return largest(offer, offer.capacity), largest(offer, offer.least)


def largest(offer: Offer, capacity: Whole) -> int:
    """The most mentees that can have one of ``capacity`` seats a mentor at the same time."""
    many = capacity[offer.mentor]
    pair, within = repeated(many)
    seat = (np.cumsum(capacity) - capacity)[offer.mentor[pair]] + within
    if seat.size == 0:
        return 0
    graph = sparse.csr_array(
        (np.ones(seat.size, dtype=np.int8), (offer.mentee[pair], seat)),
        shape=(offer.mentees, int(capacity.sum())),
    )
    return int(np.count_nonzero(maximum_bipartite_matching(graph, perm_type="column") >= 0))


def repeated(many: Whole) -> tuple[Whole, Whole]:
    """Each place as often as ``many`` says, and the number of each repetition from 0."""
    place = np.repeat(np.arange(many.size), many)
    return place, np.arange(place.size) - np.repeat(np.cumsum(many) - many, many)
