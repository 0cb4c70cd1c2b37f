"""All mentees against all mentors: the best permitted pairs of each, by score less price.

Knows how to go over everybody in tiles that stay near the core, leaving out what limits rule out.
"""

from typing import Any, NamedTuple

import numpy as np

from .books import Ints, Number
from .compiling import compiled
from .few import add_quick, add_slow, without_stopped
from .pruning import NO_LEAD, STRIP, Limits, lead_points, left_over, limits_of, look_ahead
from .sharing import BYTE
from .sheets import Sheets
from .tiles import add_all, stop_all

TILE = 2048
BLOCK = 32
FEW_STRIPS = 4
"""Where anybody would do in more strips of a tile, it is quicker to look at everybody at once."""


class Room(NamedTuple):
    """Room to work in, as long as a tile."""

    total: Ints
    stopped: Ints
    few: Ints
    hits: Ints
    over: Ints


class Kept(NamedTuple):
    """The best pairs of a mentee so far, as a heap, the weakest first; its value is to exceed."""

    value: Ints
    who: Ints
    score: Ints


class Aim(NamedTuple):
    """A pair is worth ``unit`` times its points, less the ``price`` of the mentor's seat."""

    unit: int
    price: Ints
    lowest: int


@compiled
def sweep(
    sheets: Sheets, rows: Ints, many: int, unit: int, price: Ints, need: Ints, lowest: int
) -> tuple[Ints, Ints]:
    """For each of the rows the ``many`` mentors of greatest ``unit * score - price``.

    Only pairs of at least ``lowest`` points whose value is above the row's ``need`` count. Gives
    mentors (-1 where there are fewer) and scores.
    """
    limits, aim = limits_of(sheets, price), Aim(unit, price, lowest)
    best, worth = np.empty((BLOCK, many), np.int64), np.zeros((BLOCK, BYTE), np.int32)
    ahead, top = np.empty((BLOCK, limits.cheapest.size), np.int64), np.zeros(BLOCK, np.int64)
    who = np.full((rows.size, many), -1, np.int32)
    score = np.zeros((rows.size, many), np.int32)
    room = Room(
        np.empty(TILE, np.int32), np.empty(TILE, np.uint8), np.empty(TILE, np.uint8),
        np.empty(TILE, np.int32), np.empty(TILE, np.int32),
    )  # fmt: skip
    for block in range(0, rows.size, BLOCK):
        last = min(block + BLOCK, rows.size)
        for place in range(block, last):
            best[place - block] = need[place]
            look_ahead(sheets, limits, rows[place], ahead[place - block])
            if limits.lead != NO_LEAD:
                top[place - block] = lead_points(
                    sheets, limits.lead, rows[place], worth[place - block]
                )
        for first in range(0, price.size, TILE):
            strips = slice(first // STRIP, (first + TILE) // STRIP)
            cheapest = limits.cheapest[strips].min()
            for place in range(block, last):
                here = place - block
                least = least_points(aim, cheapest, best[here, 0])
                if ahead[here, strips].max() + top[here] >= least:
                    kept = Kept(best[here], who[place], score[place])
                    look(
                        sheets, limits, rows[place], first, aim, ahead[here], top[here],
                        worth[here], room, kept,
                    )  # fmt: skip
    return who, score


@compiled
def look(
    sheets: Sheets, limits: Limits, row: int, first: int, aim: Aim, ahead: Ints, top: int,
    worth: Ints, room: Room, kept: Kept,
) -> None:  # fmt: skip
    """Enter what a tile has for a mentee: all at once while anybody would do, or strip by strip."""
    size, lead, many = min(TILE, aim.price.size - first), limits.lead, 0
    strips = range(first // STRIP, (first + size + STRIP - 1) // STRIP)
    if lead == NO_LEAD or top == worth[0] or anybody_would_do(limits, aim, strips, ahead, kept):
        look_at_all(sheets, row, first, size, aim, room, kept)
        return
    column = sheets.parts.column[lead]
    start, theirs = sheets.own_start[column], sheets.mentor_total[column]
    own = sheets.own[start[row] : start[row + 1]]
    weight = sheets.own_weight[start[row] : start[row + 1]]
    neutral = np.int64(sheets.parts.neutral[lead])
    for strip in strips:
        wanted = least_points(aim, limits.cheapest[strip], kept.value[0]) - ahead[strip]
        if wanted <= top:
            begin = strip * STRIP
            many = left_over(
                theirs[begin : min(begin + STRIP, first + size)], own, weight, sheets.level, begin,
                wanted, neutral, worth, room.few, room.over, room.total, many,
            )  # fmt: skip
    if many:
        enter_few(sheets, lead, row, aim, room.over[:many], room.total[:many], kept)


@compiled
def anybody_would_do(limits: Limits, aim: Aim, strips: Any, ahead: Ints, kept: Kept) -> Number:
    """Whether in more than a few strips no points of the lead are needed."""
    many = 0
    for strip in strips:
        many += ahead[strip] >= least_points(aim, limits.cheapest[strip], kept.value[0])
    return many > FEW_STRIPS


@compiled
def least_points(aim: Aim, price: int, weakest: int) -> Number:
    """The points a pair at a price must have to be better than the weakest kept."""
    return max(aim.lowest, (weakest + price) // aim.unit + 1)


@compiled
def enter_few(
    sheets: Sheets, lead: int, row: int, aim: Aim, over: Ints, total: Ints, kept: Kept
) -> None:
    """Enter the pairs left over that are permitted and good enough; the lead's points are known."""
    slow = add_quick(sheets, lead, row, over, total)
    many = good_enough(aim, slow, over, total, kept.value[0])
    add_slow(sheets, lead, row, over[:many], total[:many])
    many = good_enough(aim, 0, over[:many], total[:many], kept.value[0])
    many = without_stopped(sheets, row, over[:many], total[:many])
    for place in range(many):
        sink(
            kept,
            np.int64(total[place]) * aim.unit - aim.price[over[place]],
            over[place],
            total[place],
        )


@compiled
def good_enough(aim: Aim, more: int, over: Ints, total: Ints, weakest: int) -> Number:
    """Keep, at the front of both, the pairs that could still count; how many."""
    many = 0
    for place in range(over.size):
        points, mentor = total[place], over[place]
        if points + more >= least_points(aim, aim.price[mentor], weakest):
            over[many], total[many] = mentor, points
            many += 1
    return many


@compiled
def look_at_all(
    sheets: Sheets, row: int, first: int, size: int, aim: Aim, room: Room, kept: Kept
) -> None:
    """Enter all pairs of a tile that are permitted and good enough."""
    if not stop_all(sheets, row, first, size, room.stopped, room.few, room.hits):
        return
    add_all(sheets, row, first, size, room.total, room.few, room.hits)
    for strip in range(0, size, STRIP):
        keep_best(kept, aim, room.total, room.stopped, first, strip, min(strip + STRIP, size))


@compiled
def keep_best(
    kept: Kept, aim: Aim, total: Ints, stopped: Ints, first: int, begin: int, end: int
) -> None:
    """Enter the pairs of a strip that are better than the weakest kept so far, which is first."""
    promising, weakest, unit = 0, kept.value[0], aim.unit
    points, stop = total[begin:end], stopped[begin:end]
    cost = aim.price[first + begin : first + end]
    for place in range(points.size):
        value = np.int64(points[place]) * unit - cost[place]
        promising += (value > weakest) & (stop[place] == 0) & (points[place] >= aim.lowest)
    if not promising:
        return
    for place in range(begin, end):
        if not stopped[place] and total[place] >= aim.lowest:
            value = np.int64(total[place]) * unit - aim.price[first + place]
            sink(kept, value, first + place, total[place])


@compiled
def sink(kept: Kept, value: Number, mentor: int, points: Number) -> None:
    """Put a pair in place of the weakest kept, if it is better."""
    best, who, score = kept
    if value <= best[0]:
        return
    place = 0
    while 2 * place + 1 < best.size:
        below = 2 * place + 1
        if below + 1 < best.size and best[below + 1] < best[below]:
            below += 1
        if best[below] >= value:
            break
        best[place], who[place], score[place] = best[below], who[below], score[below]
        place = below
    best[place], who[place], score[place] = value, mentor, points


@compiled
def count_permitted(sheets: Sheets, rows: Ints) -> Ints:
    """How many of the rows are permitted to each mentor."""
    permitted = np.zeros(sheets.open.size, np.int64)
    limits = limits_of(sheets, permitted)
    ahead = np.empty(limits.cheapest.size, np.int64)
    stopped, few = np.empty(TILE, np.uint8), np.empty(TILE, np.uint8)
    hits = np.empty(TILE, np.int32)
    for row in rows:
        look_ahead(sheets, limits, row, ahead)
        for first in range(0, permitted.size, TILE):
            here = permitted[first : first + TILE]
            if ahead[first // STRIP : (first + here.size + STRIP - 1) // STRIP].max() < 0:
                continue
            if stop_all(sheets, row, first, here.size, stopped, few, hits):
                for mentor in range(here.size):
                    here[mentor] += 1 - np.int64(stopped[mentor])
    return permitted
