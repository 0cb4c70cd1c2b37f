"""What a few neighbouring mentors can still bring to a mentee, and the pairs among them that can.

Knows upper limits: the most points each criterion has for anybody of a strip, and, of the
weightiest criterion on choices, how many a pair must share to get where it has to. Leaves out
nothing that could count; pairs are left over, never lost.
"""

from typing import NamedTuple

import numpy as np

from .books import Ints, Number
from .compiling import compiled
from .few import silent
from .sharing import BYTE, rounded
from .sheets import CHOICE, MARK, TABLE, Sheets

STRIP = 128
NO_LEAD = -1
NOTHING = -(2**40)


class Limits(NamedTuple):
    """By row of the tables and strip the ``most`` and the ``least`` in it; the ``cheapest`` seat
    of each strip; ``lead``: the weightiest criterion on choices that is counted in bytes.
    """

    most: Ints
    least: Ints
    cheapest: Ints
    lead: int


@compiled
def limits_of(sheets: Sheets, price: Ints) -> Limits:
    """The limits of all strips."""
    rows, mentors = sheets.table.shape
    strips = (mentors + STRIP - 1) // STRIP
    most, least = np.empty((rows, strips), np.int16), np.empty((rows, strips), np.int16)
    cheapest = np.empty(strips, np.int64)
    for number in range(strips):
        here = slice(number * STRIP, min(number * STRIP + STRIP, mentors))
        cheapest[number] = price[here].min()
        for row in range(rows):
            most[row, number] = sheets.table[row, here].max()
            least[row, number] = sheets.table[row, here].min()
    return Limits(most, least, cheapest, lead_of(sheets))


@compiled
def lead_of(sheets: Sheets) -> int:
    """The criterion that says most about a pair for the least work."""
    lead = NO_LEAD
    for part in range(sheets.rules, sheets.parts.form.size):
        counted = sheets.parts.form[part] == CHOICE and sheets.parts.narrow[part]
        if counted and (lead == NO_LEAD or sheets.parts.of[part] > sheets.parts.of[lead]):
            lead = part
    return lead


@compiled
def look_ahead(sheets: Sheets, limits: Limits, row: int, ahead: Ints) -> None:
    """By strip the most points that all criteria but the lead have for a mentee, or NOTHING.

    NOTHING: one rule on numbers stops her pairs with everybody of the strip.
    """
    ahead[:] = most_anywhere(sheets, limits, row)
    for part in range(sheets.parts.form.size):
        if sheets.parts.form[part] != TABLE:
            continue
        value = sheets.value[sheets.parts.column[part], row]
        if part < sheets.rules:
            for strip in range(ahead.size):
                if limits.least[value, strip] != 0:
                    ahead[strip] = NOTHING
        else:
            for strip in range(ahead.size):
                ahead[strip] += limits.most[value, strip]


@compiled
def most_anywhere(sheets: Sheets, limits: Limits, row: int) -> Number:
    """The most points of the criteria that are neither the lead nor on numbers."""
    most = np.int64(0)
    for part in range(sheets.rules, sheets.parts.form.size):
        form, column = sheets.parts.form[part], sheets.parts.column[part]
        neutral = np.int64(sheets.parts.neutral[part])
        if part == limits.lead or form == TABLE:
            continue
        if silent(sheets, form, column, row) or (form == MARK and no_marks(sheets, column, row)):
            most += neutral
        else:
            most += max(np.int64(sheets.parts.of[part]), neutral)
    return most


@compiled
def no_marks(sheets: Sheets, column: int, row: int) -> Number:
    return sheets.mark_start[column, row] == sheets.mark_start[column, row + 1]


@compiled
def lead_points(sheets: Sheets, lead: int, row: int, worth: Ints) -> Number:
    """The points of the lead by what is shared, rising; and the most there are."""
    column, neutral = sheets.parts.column[lead], np.int32(sheets.parts.neutral[lead])
    if silent(sheets, CHOICE, column, row):
        worth[:] = neutral
        return neutral
    setting, of = sheets.parts.setting[lead], sheets.parts.of[lead]
    factor, most, by = setting[0], setting[1], setting[2] + setting[3] * sheets.total[column, row]
    for shared in range(BYTE):
        worth[shared] = rounded(of, factor, most, float(shared), by)
    start = sheets.own_start[column]
    return max(worth[BYTE - 1] if start[row] < start[row + 1] else worth[0], neutral)


@compiled
def left_over(
    theirs: Ints, own: Ints, weight: Ints, level: Ints, first: int, wanted: int, neutral: Number,
    worth: Ints, hits: Ints, over: Ints, total: Ints, many: int,
) -> Number:  # fmt: skip
    """Note the mentors of a strip to whom the lead gives the points wanted; how many are noted.

    ``theirs``: what the mentors of the strip chose, 0 for nothing.
    """
    count(own, weight, level, first, hits[: theirs.size])
    least = np.searchsorted(worth, wanted)
    promising = 0
    if least < BYTE:
        few = hits.dtype.type(least)
        for place in range(theirs.size):
            promising += hits[place] >= few
    if promising or neutral >= wanted:
        for place in range(theirs.size):
            known = theirs[place] > 0
            points = worth[hits[place]] if known else neutral
            if points >= wanted:
                over[many], total[many] = first + place, points
                many += 1
    return many


@compiled
def count(own: Ints, weight: Ints, level: Ints, first: int, hits: Ints) -> None:
    """The weights that a mentee's choices have with each mentor of a strip, added up."""
    hits[:] = 0
    for entry in range(own.size):
        levels = level[own[entry], first : first + hits.size]
        times = hits.dtype.type(weight[entry])
        for place in range(levels.size):
            hits[place] += times * levels[place]
