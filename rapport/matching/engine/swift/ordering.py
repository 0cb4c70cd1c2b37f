"""Rows in the order of their keys. Knows sorting; equal keys stand in the order of the lot."""

import numpy as np

from .books import Ints, Rows
from .compiling import compiled, in_parts

PLACE_BITS = 21
LOT_BITS = 12
NARROW = 2**30
"""Keys of at most this size, place and lot fit one number of 64 bits."""
CELLS = 2**16
"""A table of so many cells stays near the core that sorts it."""


def ordered(start: Ints, seat: Ints, weight: Ints, floor: Ints) -> Rows:
    """The rows with every floor taken off, the greatest key first; in the kind of ``floor``."""
    edge = np.empty((seat.size, 2), floor.dtype)
    sort = sort_narrow if floor.dtype == np.int32 else sort_wide
    in_parts(
        lambda first, last: sort(start, seat, weight, floor, edge, first, last), start.size - 1
    )
    return Rows(start, edge)


def sort_narrow(
    start: Ints, seat: Ints, weight: Ints, floor: Ints, edge: Ints, first: int, last: int
) -> None:
    """Rows ``first`` to ``last`` by one number each pair: key, lot and place.

    Some rows at a time as a table that numpy sorts: with wide registers, and many times as fast as
    compiled code sorts a row.
    """
    while first < last:
        rows, width = shape_of(start, first, last)
        table = np.full((rows, width), np.iinfo(np.int64).max)
        lay_out(start, seat, weight, floor, table, first)
        table.sort(axis=1)
        read_off(start, seat, weight, floor, table, first, edge)
        first += rows


@compiled
def shape_of(start: Ints, first: int, last: int) -> tuple[int, int]:
    """How many rows from ``first`` on fit a table, one at least, and how wide it is."""
    rows, width = 1, start[first + 1] - start[first]
    while first + rows < last:
        wider = max(width, start[first + rows + 1] - start[first + rows])
        if (rows + 1) * wider > CELLS:
            break
        rows, width = rows + 1, wider
    return rows, width


@compiled
def lay_out(start: Ints, seat: Ints, weight: Ints, floor: Ints, table: Ints, first: int) -> None:
    for row in range(table.shape[0]):
        begin = start[first + row]
        for place in range(start[first + row + 1] - begin):
            there = seat[begin + place]
            key = np.int64(weight[begin + place]) - floor[there]
            lot = (np.int64(there) << LOT_BITS) // floor.size
            table[row, place] = ((-key << LOT_BITS | lot) << PLACE_BITS) | place


@compiled
def read_off(
    start: Ints, seat: Ints, weight: Ints, floor: Ints, table: Ints, first: int, edge: Ints
) -> None:
    for row in range(table.shape[0]):
        begin = start[first + row]
        for place in range(start[first + row + 1] - begin):
            from_place = begin + (table[row, place] & ((1 << PLACE_BITS) - 1))
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
