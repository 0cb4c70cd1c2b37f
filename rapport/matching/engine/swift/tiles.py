"""A whole tile of mentors against one mentee: who is stopped, and the points of everybody.

Knows how to go over the sheets side by side. Gives exactly the points that the criteria give
elsewhere, pair by pair.
"""

import numpy as np

from .books import Ints
from .compiling import compiled
from .few import silent
from .sharing import add_code, add_narrow, add_near, add_wide, stop_code, stop_shared
from .sheets import CHOICE, CODE, MARK, TABLE, VECTOR, Sheets


@compiled
def stop_all(
    sheets: Sheets, row: int, first: int, size: int, stopped: Ints, few: Ints, hits: Ints
) -> bool:
    """Which pairs of a tile break a rule, or are of somebody without a seat; False if all do."""
    closed = sheets.open[first : first + size]
    for place in range(closed.size):
        stopped[place] = not closed[place]
    if not stop_tabled(sheets, row, first, size, stopped):
        return False
    for part in range(sheets.rules):
        form, column = sheets.parts.form[part], sheets.parts.column[part]
        if form > CHOICE:
            stop_marked(sheets, column, row, first, size, stopped)
        elif form != TABLE and not silent(sheets, form, column, row):
            stop_shared_or_same(sheets, part, row, first, size, stopped, few, hits)
    left = 0
    for place in range(size):
        left += stopped[place] == 0
    return left > 0


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
