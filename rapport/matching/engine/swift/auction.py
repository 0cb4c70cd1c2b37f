"""The auction: mentees bid for seats, and every bid raises the price by a step at least.

Knows Bertsekas' auction (1988) for seats in groups. It ends near the optimum, the nearer the
smaller the step; the repair after it does the rest, from wherever this ends.
"""

import numpy as np

from .books import CONTENT, WAITING, Books, Number, Rows
from .compiling import compiled


@compiled
def hold_auction(rows: Rows, books: Books, step: int, most_bids: int) -> int:
    """Let everybody bid until all sit or are content; gives the number of bids."""
    room = books.taken.size + 1
    queue = np.empty(room, np.int32)
    head, many, bids = 0, books.taken.size, 0
    for mentee in range(many):
        queue[mentee] = mentee
    while many > 0 and bids < most_bids:
        mentee = queue[head]
        head = head + 1 if head + 1 < room else 0
        many -= 1
        bids += 1
        out = bid(rows, books, mentee, step)
        if out >= 0:
            tail = head + many
            queue[tail if tail < room else tail - room] = out
            many += 1
    return bids


@compiled
def bid(rows: Rows, books: Books, mentee: int, step: int) -> Number:
    """One bid for the best seat, up to where the second best is as good; gives who must wait."""
    first = second = books.price[0] * 0
    seat, worth = -1, first
    for place in range(rows.start[mentee], rows.start[mentee + 1]):
        key = rows.edge[place, 1]
        if key <= second:
            break
        there = rows.edge[place, 0]
        left = key - books.price[there]
        if left > first:
            first, second, seat, worth = left, first, there, key
        elif left > second:
            second = left
    if seat < 0:
        books.taken[mentee] = CONTENT
        return -1
    return take(books, seat, mentee, books.price[seat] + (first - second) + step, worth)


@compiled
def take(books: Books, seat: int, mentee: int, offer: int, worth: int) -> Number:
    """Give a seat for a bid; gives who loses it, or the mentee herself if she bid too little."""
    base = books.base[seat]
    if books.load[seat] < books.capacity[seat]:
        books.taken[mentee], books.worth[mentee] = seat, worth
        rise(books, base, books.load[seat], offer, mentee)
        books.load[seat] += 1
        return -1
    if books.capacity[seat] == 0 or offer <= books.bid[base]:
        books.price[seat] = offer
        return mentee
    loser, lowest = books.holder[base], books.bid[base]
    sink(books, base, books.load[seat], offer, mentee)
    books.price[seat] = max(books.price[seat], lowest)
    books.taken[mentee], books.worth[mentee] = seat, worth
    books.taken[loser] = WAITING
    return loser


@compiled
def rise(books: Books, base: int, place: int, offer: int, mentee: int) -> None:
    """Enter a bid from the end of the heap upwards."""
    while place > 0:
        above = (place - 1) >> 1
        if books.bid[base + above] <= offer:
            break
        books.bid[base + place] = books.bid[base + above]
        books.holder[base + place] = books.holder[base + above]
        place = above
    books.bid[base + place], books.holder[base + place] = offer, mentee


@compiled
def sink(books: Books, base: int, many: int, offer: int, mentee: int) -> None:
    """Enter a bid in place of the lowest, from the top of the heap downwards."""
    place = 0
    while 2 * place + 1 < many:
        below = 2 * place + 1
        if below + 1 < many and books.bid[base + below + 1] < books.bid[base + below]:
            below += 1
        if books.bid[base + below] >= offer:
            break
        books.bid[base + place] = books.bid[base + below]
        books.holder[base + place] = books.holder[base + below]
        place = below
    books.bid[base + place], books.holder[base + place] = offer, mentee
