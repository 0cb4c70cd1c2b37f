"""Seats for those who wait: each by the cheapest way to a free seat, or to one given up.

Knows shortest augmenting paths (Jonker and Volgenant 1987) in a market with groups of seats.
Prices must not be below their floor; they only rise here.
"""

import numpy as np

from .books import CONTENT, Books, Ints, Rows, best_gain, place_of, sit
from .compiling import compiled
from .search import AHEAD, LOOKED, Search, forget, nearest, note, reach


@compiled
def seat_all(rows: Rows, books: Books, search: Search, waiting: Ints) -> None:
    """Find a seat, or contentment without one, for everybody who waits."""
    never = search.far[0]
    for mentee in waiting:
        seat_one(rows, books, search, mentee, never)
        forget(search, never)


@compiled
def seat_one(rows: Rows, books: Books, search: Search, mentee: int, never: int) -> None:
    """The cheapest way out for one mentee; prices along it rise to what it costs."""
    limit = best_gain(rows, books, mentee)
    leaver, seat, here = mentee, -1, limit * 0
    limit, free = look_around(rows, books, search, mentee, limit, limit, never)
    while search.many[AHEAD] > 0 and search.far[search.heap[0]] < limit:
        seat = nearest(search)
        here = search.far[seat]
        for place in range(books.base[seat], books.base[seat] + books.load[seat]):
            other = books.holder[place]
            step = here + books.worth[other] - books.price[seat]
            if step < limit:
                limit, leaver, free = step, other, -1
            limit, found = look_around(rows, books, search, other, step, limit, never)
            free = found if found >= 0 else free
    for place in range(search.many[LOOKED]):
        seat = search.looked[place]
        books.price[seat] += max(limit - search.far[seat], here * 0)
    move_up(books, search, mentee, leaver, free)


@compiled
def look_around(
    rows: Rows, books: Books, search: Search, mentee: int, step: int, limit: int, never: int
) -> tuple[int, int]:
    """Reach every group a mentee could move to; gives the new limit and the free group found."""
    free = -1
    for place in range(rows.start[mentee], rows.start[mentee + 1]):
        key = rows.edge[place, 1]
        if step - key >= limit:
            break
        seat = rows.edge[place, 0]
        far = step - key + books.price[seat]
        if far >= limit or far >= search.far[seat]:
            continue
        search.by[seat], search.key[seat] = mentee, key
        if books.load[seat] < books.capacity[seat]:
            note(search, seat, far, never)
            limit, free = far, seat
        else:
            reach(search, seat, far, never)
    return limit, free


@compiled
def move_up(books: Books, search: Search, mentee: int, leaver: int, free: int) -> None:
    """Walk the way back: everybody on it moves one seat further."""
    if free >= 0:
        mover, goal = search.by[free], free
        left = books.taken[mover]
        sit(books, free, mover, search.key[free])
    else:
        mover, goal = leaver, -1
        left = books.taken[mover]
        books.taken[mover] = CONTENT
    while mover != mentee:
        behind = search.by[left]
        books.holder[place_of(books, left, mover)] = behind
        mover, goal = behind, left
        left = books.taken[mover]
        books.taken[mover], books.worth[mover] = goal, search.key[goal]


def seats_for(rows: Rows, books: Books, search: Search, waiting: Ints) -> None:
    """``seat_all`` where there is anybody and anything."""
    if waiting.size and books.capacity.size:
        seat_all(rows, books, search, waiting.astype(np.int32))
