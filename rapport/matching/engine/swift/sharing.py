"""What a mentee has in common with the mentors of a tile, and the points it is worth.

Knows two ways: where what is shared is a small number it is counted in bytes and looked up, where
it is not, or where the mentor's own total matters, it is worked out pair by pair.
"""

import numpy as np

from .books import Ints, Number
from .compiling import compiled
from .sheets import Sheets

BYTE = 256


@compiled
def count_shared(sheets: Sheets, column: int, row: int, first: int, size: int, hits: Ints) -> None:
    """The weights that a mentee's choices have with each mentor, added up."""
    hits[:size] = 0
    start = sheets.own_start[column]
    for entry in range(start[row], start[row + 1]):
        level = sheets.level[sheets.own[entry], first : first + size]
        weight = hits.dtype.type(sheets.own_weight[entry])
        for place in range(level.size):
            hits[place] += weight * level[place]


@compiled
def points_of(sheets: Sheets, part: int, hits: float, mine: float, other: float) -> Number:
    """The points of one pair, halves upwards."""
    factor, most, fixed, own, theirs = sheets.parts.setting[part]
    by = fixed + own * mine + theirs * other
    return rounded(sheets.parts.of[part], factor, most, hits, by)


@compiled
def rounded(of: int, factor: float, most: float, hits: float, by: float) -> Number:
    """The points for what is shared, halves upwards."""
    return np.int32(of * min(min(factor * hits, most) / by, 1.0) + 0.5)


@compiled
def add_narrow(
    sheets: Sheets, part: int, row: int, first: int, size: int, total: Ints, hits: Ints
) -> None:
    """Points looked up by what is shared."""
    column, neutral = sheets.parts.column[part], sheets.parts.neutral[part]
    mine, theirs = sheets.total[column, row], sheets.mentor_total[column, first : first + size]
    count_shared(sheets, column, row, first, size, hits)
    worth = np.empty(BYTE, np.int32)
    for shared in range(BYTE):
        worth[shared] = points_of(sheets, part, float(shared), mine, 0.0)
    for place in range(theirs.size):
        known = theirs[place] > 0
        total[place] += worth[hits[place]] if known else neutral


@compiled
def add_wide(
    sheets: Sheets, part: int, row: int, first: int, size: int, total: Ints, hits: Ints
) -> None:
    """Points worked out pair by pair."""
    column, neutral = sheets.parts.column[part], sheets.parts.neutral[part]
    mine, theirs = sheets.total[column, row], sheets.mentor_total[column, first : first + size]
    count_shared(sheets, column, row, first, size, hits)
    for place in range(theirs.size):
        other = theirs[place]
        points = points_of(sheets, part, float(hits[place]), mine, other) if other > 0 else neutral
        total[place] += points


@compiled
def add_code(sheets: Sheets, part: int, row: int, first: int, size: int, total: Ints) -> None:
    """Points for the same one choice."""
    column, neutral = sheets.parts.column[part], sheets.parts.neutral[part]
    mine, theirs = sheets.code[column, row], sheets.mentor_code[column, first : first + size]
    both = points_of(sheets, part, 1.0, 1.0, 1.0)
    for place in range(theirs.size):
        other = theirs[place]
        total[place] += both if other == mine else 0 if other >= 0 else neutral


@compiled
def add_near(
    sheets: Sheets, part: int, row: int, first: int, size: int, total: Ints, hits: Ints
) -> None:
    """Points for texts that go in the same direction."""
    column, neutral = sheets.parts.column[part], np.int32(sheets.parts.neutral[part])
    of, by = sheets.parts.of[part], sheets.parts.setting[part, 0]
    hits[:size] = 0
    for place in range(sheets.vector_start[column], sheets.vector_start[column + 1]):
        steps = np.int32(sheets.vector[row, place])
        theirs = sheets.mentor_vector[place, first : first + size]
        for mentor in range(theirs.size):
            hits[mentor] += steps * theirs[mentor]
    written = sheets.mentor_written[column, first : first + size]
    for mentor in range(written.size):
        points = np.int32(of * min(max(hits[mentor] / by, 0.0), 1.0) + 0.5)
        total[mentor] += points if written[mentor] else neutral


@compiled
def stop_shared(
    sheets: Sheets, part: int, row: int, first: int, size: int, stopped: Ints, hits: Ints
) -> None:
    """A rule on how much is shared; whoever chose nothing is not stopped."""
    least, most = sheets.parts.setting[part, 0], sheets.parts.setting[part, 1]
    column = sheets.parts.column[part]
    theirs = sheets.mentor_total[column, first : first + size]
    count_shared(sheets, column, row, first, size, hits)
    low, high = np.int32(np.ceil(least)), np.int32(min(np.floor(most), 2**30))
    for place in range(theirs.size):
        shared = np.int32(hits[place])
        stopped[place] |= ((shared < low) | (shared > high)) & (theirs[place] > 0)


@compiled
def stop_code(sheets: Sheets, part: int, row: int, first: int, size: int, stopped: Ints) -> None:
    """A rule on the same one choice."""
    least, most = sheets.parts.setting[part, 0], sheets.parts.setting[part, 1]
    column = sheets.parts.column[part]
    mine, theirs = sheets.code[column, row], sheets.mentor_code[column, first : first + size]
    same, apart = not least <= 1 <= most, not least <= 0 <= most
    for place in range(theirs.size):
        other = theirs[place]
        stopped[place] |= (other >= 0) & (same if other == mine else apart)
