"""A search for the shortest way through groups of seats, with the nearest always at hand.

Knows a binary heap in which a way can become shorter (Dijkstra 1959, Williams 1964).
"""

from typing import NamedTuple

import numpy as np

from .books import Ints, Number
from .compiling import compiled


class Search(NamedTuple):
    """``far``: how far each group is. ``by``, ``key``: the mentee on the way to it, and by which
    key; ``onto``: from which group. ``heap``, ``where``: the groups ahead. ``seen``: all reached.
    ``many``: how many are ahead, seen, and looked at; ``looked``: those looked at."""

    far: Ints
    by: Ints
    key: Ints
    onto: Ints
    heap: Ints
    where: Ints
    seen: Ints
    looked: Ints
    many: Ints


AHEAD, SEEN, LOOKED = 0, 1, 2


def search_for(seats: int, kind: np.dtype[np.signedinteger]) -> Search:
    """A search with nothing reached yet."""
    return Search(
        np.full(seats, np.iinfo(kind).max // 2, kind),
        np.full(seats, -1, np.int32),
        np.zeros(seats, kind),
        np.full(seats, -1, np.int32),
        np.empty(seats, np.int32),
        np.full(seats, -1, np.int32),
        np.empty(seats, np.int32),
        np.empty(seats, np.int32),
        np.zeros(3, np.int64),
    )


@compiled
def reach(search: Search, seat: int, far: int, never: int) -> None:
    """Note a shorter way to a group and put it among those ahead. ``never``: not reached yet."""
    note(search, seat, far, never)
    place = search.where[seat]
    if place < 0:
        place = search.many[AHEAD]
        search.many[AHEAD] += 1
    while place > 0:
        above = (place - 1) >> 1
        other = search.heap[above]
        if search.far[other] <= far:
            break
        search.heap[place], search.where[other] = other, place
        place = above
    search.heap[place], search.where[seat] = seat, place


@compiled
def note(search: Search, seat: int, far: int, never: int) -> None:
    """Note a shorter way to a group."""
    if search.far[seat] == never:
        search.seen[search.many[SEEN]] = seat
        search.many[SEEN] += 1
    search.far[seat] = far


@compiled
def nearest(search: Search) -> Number:
    """Take the nearest group out of those ahead; at least one must be ahead."""
    first = search.heap[0]
    search.where[first] = -1
    search.many[AHEAD] -= 1
    many = search.many[AHEAD]
    if many > 0:
        settle_down(search, search.heap[many], many)
    search.looked[search.many[LOOKED]] = first
    search.many[LOOKED] += 1
    return first


@compiled
def settle_down(search: Search, seat: int, many: int) -> None:
    """Put a group at the top of the heap and let it down to its place."""
    far, place = search.far[seat], 0
    while 2 * place + 1 < many:
        below = 2 * place + 1
        if below + 1 < many and (
            search.far[search.heap[below + 1]] < search.far[search.heap[below]]
        ):
            below += 1
        other = search.heap[below]
        if search.far[other] >= far:
            break
        search.heap[place], search.where[other] = other, place
        place = below
    search.heap[place], search.where[seat] = seat, place


@compiled
def forget(search: Search, never: int) -> None:
    """Make the search as new; costs what it had reached."""
    for place in range(search.many[AHEAD]):
        search.where[search.heap[place]] = -1
    for place in range(search.many[SEEN]):
        search.far[search.seen[place]] = never
    search.many[:] = 0
