"""All mentees against all mentors: the best permitted pairs of each, by score less price.

Knows how to go over the sheets in tiles that stay near the core. Gives exactly the points that
the criteria give elsewhere, pair by pair.
"""

import numpy as np

from .books import Ints, Number
from .compiling import compiled
from .sharing import add_code, add_narrow, add_near, add_wide, stop_code, stop_shared
from .sheets import CHOICE, CODE, MARK, TABLE, VECTOR, Sheets

TILE = 2048
STRIP = 64
BLOCK = 32


@compiled
def sweep(
    sheets: Sheets, rows: Ints, many: int, unit: int, price: Ints, need: Ints, lowest: int
) -> tuple[Ints, Ints, Ints, Ints]:
    """For each of the rows the ``many`` mentors of greatest ``unit * score - price``.

    Only pairs of at least ``lowest`` points whose value is above the row's ``need`` count. Gives
    mentors (-1 where there are fewer) and scores, how many pairs were permitted to each of the
    rows, and to each mentor.
    """
    mentors = sheets.open.size
    best = np.empty((BLOCK, many), np.int64)
    who = np.full((rows.size, many), -1, np.int32)
    score = np.zeros((rows.size, many), np.int32)
    permitted, wanted = np.zeros(rows.size, np.int64), np.zeros(mentors, np.int64)
    total, stopped = np.empty(TILE, np.int32), np.empty(TILE, np.uint8)
    few, hits = np.empty(TILE, np.uint8), np.empty(TILE, np.int32)
    for block in range(0, rows.size, BLOCK):
        last = min(block + BLOCK, rows.size)
        for place in range(block, last):
            best[place - block] = need[place]
        for first in range(0, mentors, TILE):
            size = min(TILE, mentors - first)
            for place in range(block, last):
                stop_all(sheets, rows[place], first, size, stopped, few, hits)
                left = count(stopped, wanted, first, size)
                if left == 0:
                    continue
                permitted[place] += left
                add_all(sheets, rows[place], first, size, total, few, hits)
                for strip in range(0, size, STRIP):
                    keep_best(
                        best[place - block], who[place], score[place], total, stopped, price,
                        unit, lowest, first, strip, min(strip + STRIP, size),
                    )  # fmt: skip
    return who, score, permitted, wanted


@compiled
def count(stopped: Ints, wanted: Ints, first: int, size: int) -> Number:
    """How many pairs of a tile are permitted; noted for each mentor, too."""
    many = np.int64(0)
    here = wanted[first : first + size]
    for place in range(here.size):
        permitted = 1 - np.int64(stopped[place])
        many += permitted
        here[place] += permitted
    return many


@compiled
def keep_best(
    best: Ints, who: Ints, score: Ints, total: Ints, stopped: Ints, price: Ints,
    unit: int, lowest: int, first: int, begin: int, end: int,
) -> None:  # fmt: skip
    """Enter the pairs of a strip that are better than the weakest kept so far, which is first."""
    promising, weakest = 0, best[0]
    points, stop, cost = total[begin:end], stopped[begin:end], price[first + begin : first + end]
    for place in range(points.size):
        value = np.int64(points[place]) * unit - cost[place]
        promising += (value > weakest) & (stop[place] == 0) & (points[place] >= lowest)
    if not promising:
        return
    for place in range(begin, end):
        value = np.int64(total[place]) * unit - price[first + place]
        if value > best[0] and not stopped[place] and total[place] >= lowest:
            sink(best, who, score, value, first + place, total[place])


@compiled
def sink(best: Ints, who: Ints, score: Ints, value: int, mentor: int, points: int) -> None:
    """Put a pair in place of the weakest kept, in a heap."""
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
def stop_all(
    sheets: Sheets, row: int, first: int, size: int, stopped: Ints, few: Ints, hits: Ints
) -> None:
    """Which pairs of a tile break a rule, or are of somebody without a seat."""
    closed = sheets.open[first : first + size]
    for place in range(closed.size):
        stopped[place] = not closed[place]
    if not stop_tabled(sheets, row, first, size, stopped):
        return
    for part in range(sheets.rules):
        form, column = sheets.parts.form[part], sheets.parts.column[part]
        if form > CHOICE:
            stop_marked(sheets, column, row, first, size, stopped)
        elif form != TABLE and not silent(sheets, form, column, row):
            stop_shared_or_same(sheets, part, row, first, size, stopped, few, hits)


@compiled
def stop_tabled(sheets: Sheets, row: int, first: int, size: int, stopped: Ints) -> bool:
    """The rules on numbers; False when they leave nobody."""
    for part in range(sheets.rules):
        if sheets.parts.form[part] == TABLE:
            value = sheets.value[sheets.parts.column[part], row]
            table = sheets.table[value, first : first + size]
            for place in range(table.size):
                stopped[place] |= table[place] != 0
    left = 0
    for place in range(size):
        left += stopped[place] == 0
    return left > 0


@compiled
def stop_shared_or_same(
    sheets: Sheets, part: int, row: int, first: int, size: int,
    stopped: Ints, few: Ints, hits: Ints,
) -> None:  # fmt: skip
    """A rule on choices, in the way that suits them."""
    if sheets.parts.form[part] == CODE:
        stop_code(sheets, part, row, first, size, stopped)
    elif sheets.parts.narrow[part]:
        stop_shared(sheets, part, row, first, size, stopped, few)
    else:
        stop_shared(sheets, part, row, first, size, stopped, hits)


@compiled
def stop_marked(
    sheets: Sheets, column: int, row: int, first: int, size: int, stopped: Ints
) -> None:
    """A rule on single pairs."""
    start = sheets.mark_start[column]
    for entry in range(start[row], start[row + 1]):
        place = sheets.mark[entry] - first
        if 0 <= place < size:
            stopped[place] = 1


@compiled
def add_all(
    sheets: Sheets, row: int, first: int, size: int, total: Ints, few: Ints, hits: Ints
) -> None:
    """The scores of a tile."""
    total[:size] = 0
    for part in range(sheets.rules, sheets.parts.form.size):
        form, column = sheets.parts.form[part], sheets.parts.column[part]
        if form == TABLE:
            table = sheets.table[sheets.value[column, row], first : first + size]
            for place in range(table.size):
                total[place] += table[place]
        elif silent(sheets, form, column, row):
            total[:size] += np.int32(sheets.parts.neutral[part])
        elif form == MARK:
            add_marks(sheets, part, column, row, first, size, total)
        else:
            add_shared(sheets, part, row, first, size, total, few, hits)


@compiled
def add_shared(
    sheets: Sheets, part: int, row: int, first: int, size: int,
    total: Ints, few: Ints, hits: Ints,
) -> None:  # fmt: skip
    """Points for choices or texts, in the way that suits them."""
    if sheets.parts.form[part] == CODE:
        add_code(sheets, part, row, first, size, total)
    elif sheets.parts.form[part] == VECTOR:
        add_near(sheets, part, row, first, size, total, hits)
    elif sheets.parts.narrow[part]:
        add_narrow(sheets, part, row, first, size, total, few)
    else:
        add_wide(sheets, part, row, first, size, total, hits)


@compiled
def silent(sheets: Sheets, form: int, column: int, row: int) -> Number:
    """Whether a mentee did not answer."""
    if form == CODE:
        return sheets.code[column, row] == -1
    if form == CHOICE:
        return sheets.total[column, row] == 0
    if form == VECTOR:
        return not sheets.written[column, row]
    return not sheets.known[column, row]


@compiled
def add_marks(
    sheets: Sheets, part: int, column: int, row: int, first: int, size: int, total: Ints
) -> None:
    """Points for marks on single pairs."""
    of, neutral = sheets.parts.of[part], np.int32(sheets.parts.neutral[part])
    known = sheets.mentor_known[column, first : first + size]
    for place in range(known.size):
        total[place] += 0 if known[place] else neutral
    start = sheets.mark_start[column]
    for entry in range(start[row], start[row + 1]):
        place = sheets.mark[entry] - first
        if 0 <= place < size and sheets.mentor_known[column, sheets.mark[entry]]:
            worth = min(max(sheets.mark_worth[entry], 0.0), 1.0)
            total[place] += np.int32(of * worth + 0.5)
