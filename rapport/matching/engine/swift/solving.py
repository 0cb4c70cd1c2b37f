"""The way to the optimum: order the rows, hold the auction, repair what it left.

Knows the order of steps and how fine a step is worth taking. Where seats are scarce prices climb
far before anybody gives way; coarse steps first, and rows put in order again at those prices,
keep both the climb and every look along a row short.
"""

import numpy as np

from .auction import hold_auction
from .backwards import fill_all
from .books import WAITING, Books, Ints, Number, Rows, emptied, keep_the_fitting, opened
from .compiling import compiled
from .filling import fill, layers_for, let_go, reached
from .forwards import seats_for
from .lowering import lower_all
from .ordering import NARROW, ordered
from .search import search_for

SCARCE = 1.06
"""With fewer seats a mentee than this, most seats will have a price."""

PLENTY_STEPS = (256,)
COARSE_STEPS = (8,)
SCARCE_STEPS = (32, 128, 512)
"""Steps of the auction, as parts of the range of weights."""

BIDS_EACH = 400
"""More bids a mentee than this are left to the repair."""


def optimum(
    start: Ints, seat: Ints, weight: Ints, capacity: Ints, span: int, person: int = 0,
    seated: Ints | None = None,
) -> tuple[Ints, Ints]:  # fmt: skip
    """The group each mentee sits in, or -1, and the prices that prove it the greatest weight.

    ``start``: where the pairs of each mentee begin; ``weight``: positive whole numbers below
    2**30; ``span``: the range within which weights differ for one number of people seated;
    ``person``: what of every weight is for seating somebody at all, if known. Where seats are
    scarce they will cost about that much, so the auction begins a little below. ``seated``: the
    groups of an assignment that is nearly the fullest, if known.
    """
    mentees = start.size - 1
    if not seat.size:
        return np.full(mentees, WAITING, np.int64), np.zeros(capacity.size, np.int64)
    scarce = capacity.sum() < SCARCE * mentees
    kind = np.int32 if int(weight.max()) < NARROW // 4 else np.int64
    books = opened(mentees, capacity, np.zeros(capacity.size, kind))
    if scarce and person > span:
        fullest_taken = fullest(start, start[1:], seat, capacity, seated)
        cover = reached_from(start, start[1:], seat, capacity, fullest_taken)
        books.floor[:] = (person - span) * cover
    rows = ordered(start, seat, weight, books.floor)
    for part in COARSE_STEPS if scarce else ():
        auction(rows, books, step_of(span, part))
        raise_floor(books, step_of(span, part))
        rows = ordered(start, seat, weight, books.floor)
    for part in SCARCE_STEPS if scarce else PLENTY_STEPS:
        auction(rows, books, step_of(span, part))
    return repaired(rows, books, step_of(span, 64))


def step_of(span: int, part: int) -> int:
    return max(1, span // part)


def auction(rows: Rows, books: Books, step: int) -> None:
    hold_auction(rows, emptied(books), step, BIDS_EACH * books.taken.size)


def raise_floor(books: Books, step: int) -> None:
    """Begin again a little below the prices reached: lower still where a seat stayed free."""
    below = np.where(books.load < books.capacity, 4 * step, 2 * step)
    books.floor[:] = np.maximum(0, books.floor + books.price - below)
    books.price[:] = 0


def repaired(rows: Rows, books: Books, within: int) -> tuple[Ints, Ints]:
    """The exact optimum from any prices not below their floor and any seats."""
    search = search_for(books.capacity.size, books.floor.dtype)
    seats_for(rows, books, search, keep_the_fitting(rows, books))
    fill_all(rows, books, search, max(1, within))
    taken = np.maximum(books.taken.astype(np.int64), WAITING)
    return taken, books.price.astype(np.int64) + books.floor


def mended(
    start: Ints, seat: Ints, weight: Ints, capacity: Ints, taken: Ints, price: Ints
) -> tuple[Ints, Ints]:
    """The optimum from any seats and any prices of at least 0; what fits stays as it is."""
    mentees = start.size - 1
    if not seat.size:
        return np.full(mentees, WAITING, np.int64), np.zeros(capacity.size, np.int64)
    books = opened(mentees, capacity, price.astype(np.int64))
    rows = ordered(start, seat, weight.astype(np.int64), books.floor)
    books.taken[:] = taken
    books.worth[:] = own_keys(start, seat, weight, taken, price)
    return repaired(rows, books, max(1, int(weight.max()) // 2**20))


@compiled
def gap(start: Ints, seat: Ints, weight: Ints, capacity: Ints, taken: Ints, price: Ints) -> Number:
    """How much more than the weight of what is taken the prices allow: 0 at the optimum."""
    bound, total = (price * capacity).sum(), np.int64(0)
    for mentee in range(taken.size):
        gain = np.int64(0)
        for place in range(start[mentee], start[mentee + 1]):
            gain = max(gain, weight[place] - price[seat[place]])
            if seat[place] == taken[mentee]:
                total += weight[place]
        bound += gain
    return bound - total


@compiled
def own_keys(start: Ints, seat: Ints, weight: Ints, taken: Ints, price: Ints) -> Ints:
    """What each mentee keeps of her own pair; far below nothing where that pair is not there."""
    keys = np.full(start.size - 1, np.iinfo(np.int64).min // 4)
    for mentee in range(keys.size):
        for place in range(start[mentee], start[mentee + 1]):
            if seat[place] == taken[mentee]:
                keys[mentee] = weight[place] - price[seat[place]]
    return keys


def fullest(start: Ints, stop: Ints, seat: Ints, capacity: Ints, taken: Ints | None = None) -> Ints:
    """The group of each mentee, or -1, in an assignment of as many people as possible.

    Only pairs before ``stop`` count; whoever has a seat in ``taken`` that still counts stays in it
    or moves, but is not left out.
    """
    books = opened(start.size - 1, capacity, np.zeros(capacity.size, np.int32))
    if taken is not None:
        books.taken[:] = taken
        let_go(books, start, stop, seat)
    fill(start, stop, seat, books, layers_for(books))
    return np.maximum(books.taken.astype(np.int64), WAITING)


def reached_from(start: Ints, stop: Ints, seat: Ints, capacity: Ints, taken: Ints) -> Ints:
    """The groups that those without a seat reach by others making room for them."""
    books = opened(start.size - 1, capacity, np.zeros(capacity.size, np.int32))
    books.taken[:] = taken
    let_go(books, start, stop, seat)
    return reached(start, stop, seat, books, layers_for(books))


def lowered(
    start: Ints, seat: Ints, weight: Ints, capacity: Ints, taken: Ints, price: Ints
) -> Ints:
    """The smallest prices that prove an optimum, from any that do."""
    if not seat.size:
        return np.zeros_like(price)
    books = opened(start.size - 1, capacity, np.zeros(capacity.size, np.int64))
    books.taken[:] = taken
    books.price[:] = price
    let_go(books, start, start[1:], seat)
    books.worth[:] = own_keys(start, seat, weight, taken, np.zeros_like(price))
    lower_all(start, seat, weight, books, search_for(capacity.size, books.price.dtype))
    return books.price
