"""The stable assignment: no two people would both rather have each other.

Knows one thing: where both sides judge a pair by the same score, deferred acceptance ends with
the best pair there is, then the best pair of those left, and so on (Gale and Shapley 1962). It
is there to compare with: it never places more people than the optimum, and often fewer.
"""

import numpy as np

from rapport.matching.engine.arrays import Whole, Yes

from .seats import Offer


def stable_places(offer: Offer, still: Yes) -> Whole:
    """The places of the pairs chosen among those still open; equal scores by the offer's order."""
    places = np.flatnonzero(still)
    falling = places[np.argsort(-offer.score[places], kind="stable")]
    seats = offer.capacity.tolist()
    waiting = [True] * offer.mentees
    chosen = []
    pairs = zip(
        falling.tolist(),
        offer.mentee[falling].tolist(),
        offer.mentor[falling].tolist(),
        strict=True,
    )
    for place, mentee, mentor in pairs:
        if waiting[mentee] and seats[mentor]:
            waiting[mentee] = False
            seats[mentor] -= 1
            chosen.append(place)
    return np.array(chosen, dtype=np.int64)
