"""Seats that cost something and stand empty: somebody moves in, or the price falls.

Knows shortest paths from an empty seat against the direction people move in, over those pairs
only that come near being somebody's best: most ends are near, and few pairs need to be looked
at. Where the end is further away than ``reach`` the search is put off, and made again with more.
"""

from typing import NamedTuple

import numpy as np

from .books import Books, Ints, Rows, sit, stand_up
from .compiling import compiled
from .search import AHEAD, LOOKED, Search, forget, nearest, reach

FURTHER = 8


class Columns(NamedTuple):
    """The pairs of each group within reach: (mentee, how much less than her gain), nearest first.

    ``gain``, ``price``: what each mentee kept and each group cost when the columns were laid;
    since then gains only rose and prices only fell.
    """

    start: Ints
    mentee: Ints
    less: Ints
    gain: Ints
    price: Ints


def fill_all(rows: Rows, books: Books, search: Search, within: int) -> None:
    """Fill every priced empty seat, or let its price fall to nothing."""
    limit = int(np.iinfo(books.price.dtype).max // 4)
    while (empty := priced_and_empty(books)).size:
        fill_some(columns_of(rows, books, within), books, search, empty, within)
        within = min(within * FURTHER, limit)


def priced_and_empty(books: Books) -> Ints:
    """The groups that cost something and have a seat free."""
    found: Ints = np.flatnonzero(
        (books.price + books.floor > 0) & (books.load < books.capacity)
    ).astype(np.int32)
    return found


@compiled
def columns_of(rows: Rows, books: Books, within: int) -> Columns:
    """The pairs that come within reach of being their mentee's best, by group of seats."""
    mentees, seats = books.taken.size, books.price.size
    gain = np.zeros(mentees, books.price.dtype)
    lowest = books.price.min()
    start = np.zeros(seats + 1, np.int64)
    for mentee in range(mentees):
        if books.taken[mentee] >= 0:
            gain[mentee] = books.worth[mentee] - books.price[books.taken[mentee]]
        for place in range(rows.start[mentee], rows.start[mentee + 1]):
            less = gain[mentee] - rows.edge[place, 1]
            if less + lowest >= within:
                break
            start[rows.edge[place, 0] + 1] += less + books.price[rows.edge[place, 0]] < within
    start = np.cumsum(start)
    return fill_columns(rows, books, start, gain, within, lowest)


@compiled
def fill_columns(
    rows: Rows, books: Books, start: Ints, gain: Ints, within: int, lowest: int
) -> Columns:
    """The second walk over the rows: enter the pairs, then put the nearest first."""
    place_in = start[:-1].copy()
    who, less_of = np.empty(start[-1], np.int32), np.empty(start[-1], gain.dtype)
    for mentee in range(gain.size):
        for place in range(rows.start[mentee], rows.start[mentee + 1]):
            seat, less = rows.edge[place, 0], gain[mentee] - rows.edge[place, 1]
            if less + lowest >= within:
                break
            if less + books.price[seat] < within:
                who[place_in[seat]], less_of[place_in[seat]] = mentee, less
                place_in[seat] += 1
    for seat in range(start.size - 1):
        mine = slice(start[seat], start[seat + 1])
        order = np.argsort(less_of[mine], kind="mergesort")
        who[mine], less_of[mine] = who[mine][order], less_of[mine][order]
    return Columns(start, who, less_of, gain, books.price.copy())


@compiled
def fill_some(columns: Columns, books: Books, search: Search, empty: Ints, within: int) -> None:
    """Fill the given groups as far as the ends lie within reach."""
    never = search.far[0]
    for seat in empty:
        found = True
        while (
            found
            and books.price[seat] + books.floor[seat] > 0
            and (books.load[seat] < books.capacity[seat])
        ):
            found = fill_one(columns, books, search, seat, within, never)
            forget(search, never)


@compiled
def fill_one(
    columns: Columns, books: Books, search: Search, empty: int, within: int, never: int
) -> bool:
    """The nearest end for one empty seat; False, and nothing changed, if none is within reach."""
    own = books.price[empty] + books.floor[empty]
    limit, last, newcomer, key = own, empty, -1, own * 0
    search.onto[empty] = -1
    reach(search, empty, own * 0, never)
    while search.many[AHEAD] > 0 and search.far[search.heap[0]] < limit:
        seat = nearest(search)
        fall = search.far[seat] + books.price[seat] + books.floor[seat]
        if fall < limit:
            limit, last, newcomer = fall, seat, -1
        limit, found = look_back(columns, books, search, seat, limit, never)
        if found >= 0:
            last, newcomer = seat, columns.mentee[found]
            key = columns.gain[newcomer] - columns.less[found]
        unseen = search.far[seat] + within - (columns.price[seat] - books.price[seat])
        if unseen < limit:
            limit, last, newcomer = unseen, -1, -1
    if last < 0:
        return False
    for place in range(search.many[LOOKED]):
        seat = search.looked[place]
        books.price[seat] -= max(limit - search.far[seat], own * 0)
    if newcomer >= 0:
        sit(books, last, newcomer, key)
    move_in(books, search, last, empty)
    return True


@compiled
def look_back(
    columns: Columns, books: Books, search: Search, seat: int, limit: int, never: int
) -> tuple[int, int]:
    """Reach every group from which somebody could come; gives the new limit and a newcomer."""
    found = -1
    here = search.far[seat] + books.price[seat]
    for place in range(columns.start[seat], columns.start[seat + 1]):
        if here + columns.less[place] >= limit:
            break
        mentee = columns.mentee[place]
        other = books.taken[mentee]
        if other == seat:
            continue
        gain = books.worth[mentee] - books.price[other] if other >= 0 else here * 0
        far = here + columns.less[place] + gain - columns.gain[mentee]
        if far >= limit:
            continue
        if other < 0:
            limit, found = far, place
        elif far < search.far[other]:
            search.by[other], search.onto[other] = mentee, seat
            search.key[other] = columns.gain[mentee] - columns.less[place]
            reach(search, other, far, never)
    return limit, found


@compiled
def move_in(books: Books, search: Search, last: int, empty: int) -> None:
    """Everybody on the way moves one seat towards the empty one."""
    seat = last
    while seat != empty:
        mentee, onto = search.by[seat], search.onto[seat]
        stand_up(books, seat, mentee)
        sit(books, onto, mentee, search.key[seat])
        seat = onto
