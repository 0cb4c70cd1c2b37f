"""The books of a market under way: who bids, who sits where, at which prices.

Knows how the numbers are laid out. Prices are kept as ``price + floor``: the floor of a group of
seats is already taken off every key, so that the best pair of a mentee stands first in her row
and a look ahead ends early.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .compiling import compiled

type Ints = npt.NDArray[Any]
type Number = Any
"""One number out of an array, of the array's own kind."""

WAITING = -1
CONTENT = -2
"""Content without a seat: none is worth its price to her."""


class Rows(NamedTuple):
    """The pairs of each mentee: (group of seats, key), the greatest key first."""

    start: Ints
    edge: Ints


class Books(NamedTuple):
    """``holder``: the mentees of a group from ``base`` on, ``load`` of them, one place spare.

    ``bid``: what each holder offered, the lowest first, while the auction runs. ``worth``: the
    key of each mentee's own pair.
    """

    base: Ints
    capacity: Ints
    floor: Ints
    price: Ints
    load: Ints
    holder: Ints
    bid: Ints
    taken: Ints
    worth: Ints


def opened(mentees: int, capacity: Ints, floor: Ints) -> Books:
    """Empty books; keys and prices are of the kind of ``floor``."""
    base = np.zeros(capacity.size + 1, dtype=np.int64)
    np.cumsum(capacity + 1, out=base[1:])
    return Books(
        base,
        capacity.astype(np.int32),
        floor,
        np.zeros_like(floor),
        np.zeros(capacity.size, np.int32),
        np.full(base[-1], -1, np.int32),
        np.zeros(base[-1], floor.dtype),
        np.full(mentees, WAITING, np.int32),
        np.zeros(mentees, floor.dtype),
    )


def emptied(books: Books) -> Books:
    """The same books with nobody seated and all prices kept."""
    books.load[:] = 0
    books.taken[:] = WAITING
    return books


@compiled
def sit(books: Books, seat: int, mentee: int, key: int) -> None:
    """Give a mentee a place in a group."""
    books.holder[books.base[seat] + books.load[seat]] = mentee
    books.load[seat] += 1
    books.taken[mentee] = seat
    books.worth[mentee] = key


@compiled
def place_of(books: Books, seat: int, mentee: int) -> Number:
    """Where in ``holder`` a mentee of a group stands."""
    place = books.base[seat]
    while books.holder[place] != mentee:
        place += 1
    return place


@compiled
def stand_up(books: Books, seat: int, mentee: int) -> None:
    """Take a mentee out of a group."""
    place = place_of(books, seat, mentee)
    last = books.base[seat] + books.load[seat] - 1
    books.holder[place] = books.holder[last]
    books.load[seat] -= 1


@compiled
def keep_the_fitting(rows: Rows, books: Books) -> Ints:
    """Seat everybody who has a best pair at these prices again; gives all who wait.

    Prices must not be below their floor.
    """
    waiting = np.empty(books.taken.size, np.int32)
    many = 0
    books.load[:] = 0
    for mentee in range(books.taken.size):
        gain = best_gain(rows, books, mentee)
        seat = books.taken[mentee]
        fits = seat >= 0 and books.worth[mentee] - books.price[seat] == gain
        if fits and books.load[seat] < books.capacity[seat]:
            sit(books, seat, mentee, books.worth[mentee])
        elif gain == 0:
            books.taken[mentee] = CONTENT
        else:
            books.taken[mentee] = WAITING
            waiting[many] = mentee
            many += 1
    return waiting[:many].copy()


@compiled
def best_gain(rows: Rows, books: Books, mentee: int) -> Number:
    """What a mentee keeps of her best pair, at least 0; prices not below their floor."""
    gain = books.price[0] * 0
    for place in range(rows.start[mentee], rows.start[mentee + 1]):
        key = rows.edge[place, 1]
        if key <= gain:
            break
        gain = max(gain, key - books.price[rows.edge[place, 0]])
    return gain
