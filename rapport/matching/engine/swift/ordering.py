"""Rows in the order of their keys. Knows sorting; equal keys stand in the order of the lot."""

import numpy as np

from .books import Ints, Rows
from .compiling import compiled, in_parts

PLACE_BITS = 21
LOT_BITS = 12
NARROW = 2**30
"""Keys of at most this size, place and lot fit one number of 64 bits."""


def ordered(start: Ints, seat: Ints, weight: Ints, floor: Ints) -> Rows:
    """The rows with every floor taken off, the greatest key first; in the kind of ``floor``."""
    edge = np.empty((seat.size, 2), floor.dtype)
    sort = sort_narrow if floor.dtype == np.int32 else sort_wide
    in_parts(
        lambda first, last: sort(start, seat, weight, floor, edge, first, last), start.size - 1
    )
    return Rows(start, edge)


@compiled
def sort_narrow(
    start: Ints, seat: Ints, weight: Ints, floor: Ints, edge: Ints, first: int, last: int
) -> None:
    """Rows ``first`` to ``last`` by one number each pair: key, lot and place."""
    for row in range(first, last):
        begin = start[row]
        order = np.empty(start[row + 1] - begin, np.int64)
        for place in range(order.size):
            there = seat[begin + place]
            key = np.int64(weight[begin + place]) - floor[there]
            lot = (np.int64(there) << LOT_BITS) // floor.size
            order[place] = ((-key << LOT_BITS | lot) << PLACE_BITS) | place
        order.sort()
        for place in range(order.size):
            from_place = begin + (order[place] & ((1 << PLACE_BITS) - 1))
            edge[begin + place, 0] = seat[from_place]
            edge[begin + place, 1] = weight[from_place] - floor[seat[from_place]]


@compiled
def sort_wide(
    start: Ints, seat: Ints, weight: Ints, floor: Ints, edge: Ints, first: int, last: int
) -> None:
    """The same for keys of any size."""
    for row in range(first, last):
        begin, end = start[row], start[row + 1]
        order = np.argsort(floor[seat[begin:end]] - weight[begin:end], kind="mergesort")
        for place in range(order.size):
            from_place = begin + order[place]
            edge[begin + place, 0] = seat[from_place]
            edge[begin + place, 1] = weight[from_place] - floor[seat[from_place]]
