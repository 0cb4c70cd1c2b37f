"""As many people as can be seated at once, whatever the points, and who shows that it is the most.

Knows largest matchings in phases of shortest ways (Hopcroft and Karp 1973) for groups of seats,
and Koenig's theorem: around those left out lies a set of full groups that proves there is no more.
"""

from typing import NamedTuple

import numpy as np

from .books import WAITING, Books, Ints, Number, place_of, sit
from .compiling import compiled


class Layers(NamedTuple):
    """``level``: how many moves a mentee or a group is away from somebody left out; -1 unseen.

    ``ahead``: the next pair of each mentee to look at; ``way``: the mentees on the way tried.
    """

    level: Ints
    group: Ints
    ahead: Ints
    way: Ints


def layers_for(books: Books) -> Layers:
    mentees, seats = books.taken.size, books.capacity.size
    return Layers(
        np.empty(mentees, np.int32),
        np.empty(seats, np.int32),
        np.empty(mentees, np.int64),
        np.empty(mentees + 1, np.int32),
    )


@compiled
def fill(start: Ints, stop: Ints, seat: Ints, books: Books, layers: Layers) -> Number:
    """Seat as many as possible, keeping who sits; only pairs before ``stop``; gives how many."""
    take_what_is_free(start, stop, seat, books)
    while lay_layers(start, stop, seat, books, layers):
        layers.ahead[:] = start[:-1]
        for mentee in range(books.taken.size):
            if books.taken[mentee] < 0 and layers.level[mentee] == 0:
                climb(stop, seat, books, layers, mentee)
    return np.count_nonzero(books.taken >= 0)


@compiled
def take_what_is_free(start: Ints, stop: Ints, seat: Ints, books: Books) -> None:
    """Everybody in turn takes a free seat in her row, where the fewest others could sit.

    That leaves seats for those who can sit in few places, so that few have to move later.
    """
    crowd = crowded(start, stop, seat, books)
    for mentee in range(books.taken.size):
        if books.taken[mentee] >= 0:
            continue
        best = -1
        for place in range(start[mentee], stop[mentee]):
            there = seat[place]
            is_free = books.load[there] < books.capacity[there]
            if is_free and (best < 0 or crowd[there] < crowd[best]):
                best = there
        if best >= 0:
            sit(books, best, mentee, 0)


@compiled
def crowded(start: Ints, stop: Ints, seat: Ints, books: Books) -> Ints:
    """How many of those who wait could sit in each group, for each of its seats."""
    crowd = np.zeros(books.capacity.size, np.float32)
    for mentee in range(books.taken.size):
        if books.taken[mentee] < 0:
            for place in range(start[mentee], stop[mentee]):
                crowd[seat[place]] += 1
    for there in range(crowd.size):
        crowd[there] /= max(1, books.capacity[there])
    return crowd


@compiled
def lay_layers(start: Ints, stop: Ints, seat: Ints, books: Books, layers: Layers) -> bool:
    """How far everybody is from those left out, up to the first free seat; False without one."""
    layers.group[:] = -1
    many, head, last = first_layer(start, stop, books, layers), 0, -1
    while head < many:
        mentee = layers.way[head]
        head += 1
        level = layers.level[mentee]
        if last >= 0 and level >= last:
            break
        for place in range(start[mentee], stop[mentee]):
            there = seat[place]
            if layers.group[there] < 0:
                layers.group[there] = level
                if books.load[there] < books.capacity[there]:
                    last = level + 1
                else:
                    many = line_up(books, layers, there, level + 1, many)
    return last >= 0


@compiled
def first_layer(start: Ints, stop: Ints, books: Books, layers: Layers) -> int:
    """Everybody left out who may have somebody."""
    many = 0
    layers.level[:] = -1
    for mentee in range(books.taken.size):
        if books.taken[mentee] < 0 and stop[mentee] > start[mentee]:
            layers.level[mentee] = 0
            layers.way[many] = mentee
            many += 1
    return many


@compiled
def line_up(books: Books, layers: Layers, seat: int, level: int, many: int) -> int:
    """Put those in a group whom nobody reached before at the end of the queue."""
    for place in range(books.base[seat], books.base[seat] + books.load[seat]):
        other = books.holder[place]
        if layers.level[other] < 0:
            layers.level[other] = level
            layers.way[many] = other
            many += 1
    return many


@compiled
def climb(stop: Ints, seat: Ints, books: Books, layers: Layers, first: int) -> bool:
    """One way through the layers from somebody left out to a free seat, if there still is one."""
    depth = 0
    layers.way[0] = first
    while depth >= 0:
        mentee = layers.way[depth]
        if layers.ahead[mentee] >= stop[mentee]:
            layers.level[mentee] = -1
            depth -= 1
            continue
        there = seat[layers.ahead[mentee]]
        if layers.group[there] == depth and books.load[there] < books.capacity[there]:
            shift(books, layers, there, depth)
            return True
        other = next_of(books, layers, there, depth)
        if layers.group[there] != depth or other < 0:
            layers.ahead[mentee] += 1
            continue
        depth += 1
        layers.way[depth] = other
    return False


@compiled
def next_of(books: Books, layers: Layers, seat: int, depth: int) -> Number:
    """Somebody in a group who stands in the next layer; -1 when there is nobody."""
    for place in range(books.base[seat], books.base[seat] + books.load[seat]):
        if layers.level[books.holder[place]] == depth + 1:
            return books.holder[place]
    return -1


@compiled
def shift(books: Books, layers: Layers, free: int, depth: int) -> None:
    """Everybody on the way moves one seat on; the last of them into the free one."""
    goal = free
    mentee = layers.way[depth]
    left = books.taken[mentee]
    sit(books, goal, mentee, 0)
    while depth > 0:
        depth -= 1
        behind = layers.way[depth]
        place = place_of(books, left, mentee)
        books.holder[place] = behind
        goal, mentee = left, behind
        left = books.taken[mentee]
        books.taken[mentee] = goal


@compiled
def reached(start: Ints, stop: Ints, seat: Ints, books: Books, layers: Layers) -> Ints:
    """The groups that those left out reach by others making room for them.

    When all of them are full, no more people can be seated: everybody who is not left out sits in
    one of them or is reached by nobody.
    """
    found = np.zeros(books.capacity.size, np.bool_)
    many, head = first_layer(start, stop, books, layers), 0
    while head < many:
        mentee = layers.way[head]
        head += 1
        for place in range(start[mentee], stop[mentee]):
            there = seat[place]
            if not found[there]:
                found[there] = True
                many = line_up(books, layers, there, 1, many)
    return found


@compiled
def let_go(books: Books, start: Ints, stop: Ints, seat: Ints) -> None:
    """Take the seat of everybody whose pair no longer stands before ``stop``."""
    books.load[:] = 0
    for mentee in range(books.taken.size):
        mine, books.taken[mentee] = books.taken[mentee], WAITING
        if mine < 0:
            continue
        for place in range(start[mentee], stop[mentee]):
            if seat[place] == mine:
                sit(books, mine, mentee, 0)
                break


@compiled
def most_seated(start: Ints, seat: Ints, key: Ints, capacity: Ints, least: int) -> Number:
    """No more than so many find a seat by pairs of at least ``least``, the greatest key first.

    Whoever has such a pair, and the seats of each group that are in such pairs: what the lists
    allow one by one, before anybody is in anybody's way.
    """
    wanted = np.zeros(capacity.size, np.int32)
    people, seats = 0, 0
    for row in range(start.size - 1):
        for place in range(start[row], start[row + 1]):
            if key[place] < least:
                break
            people += place == start[row]
            if wanted[seat[place]] < capacity[seat[place]]:
                wanted[seat[place]] += 1
                seats += 1
    return min(people, seats)


@compiled
def stops_at(start: Ints, key: Ints, least: int) -> Ints:
    """Where in each row, the greatest key first, the keys below ``least`` begin."""
    stop = np.empty(start.size - 1, np.int64)
    for row in range(stop.size):
        low, high = start[row], start[row + 1]
        while low < high:
            middle = (low + high) >> 1
            if key[middle] >= least:
                low = middle + 1
            else:
                high = middle
        stop[row] = low
    return stop
