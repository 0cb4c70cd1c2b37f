"""The few pairs of a tile that limits leave over: their points, and whether a rule stops them.

Knows the same formulas as a whole tile, for mentors here and there. Each function takes only the
arrays it needs: a call with all sheets costs more than a pair.
"""

import numpy as np

from .books import Ints, Number
from .compiling import compiled
from .sharing import rounded
from .sheets import CHOICE, CODE, MARK, TABLE, Sheets


@compiled
def silent(sheets: Sheets, form: int, column: int, row: int) -> Number:
    """Whether a mentee did not answer."""
    if form == CODE:
        return sheets.code[column, row] == -1
    if form == CHOICE:
        return sheets.total[column, row] == 0
    if form == MARK:
        return not sheets.known[column, row]
    return not sheets.written[column, row]


@compiled
def add_quick(sheets: Sheets, lead: int, row: int, who: Ints, total: Ints) -> Number:
    """Add the points that are only looked up; gives the most that ``add_slow`` could add."""
    slow = np.int64(0)
    for part in range(sheets.rules, sheets.parts.form.size):
        form, column = sheets.parts.form[part], sheets.parts.column[part]
        of: Number = sheets.parts.of[part]
        neutral: Number = np.int32(sheets.parts.neutral[part])
        if part == lead:
            continue
        if form == TABLE:
            add_tabled(sheets.table[sheets.value[column, row]], who, total)
        elif silent(sheets, form, column, row):
            total += neutral
        elif form == CODE:
            mine, theirs = sheets.code[column, row], sheets.mentor_code[column]
            add_coded(sheets.parts.setting[part], of, neutral, mine, theirs, who, total)
        else:
            slow += max(np.int64(of), np.int64(neutral))
    return slow


@compiled
def add_slow(sheets: Sheets, lead: int, row: int, who: Ints, total: Ints) -> None:
    """Add the points that have to be worked out."""
    for part in range(sheets.rules, sheets.parts.form.size):
        form, column = sheets.parts.form[part], sheets.parts.column[part]
        of: Number = sheets.parts.of[part]
        neutral: Number = np.int32(sheets.parts.neutral[part])
        setting = sheets.parts.setting[part]
        if form <= CODE or part == lead or silent(sheets, form, column, row):
            continue
        if form == CHOICE:
            start = sheets.own_start[column]
            own = sheets.own[start[row] : start[row + 1]]
            weight = sheets.own_weight[start[row] : start[row + 1]]
            mine, theirs = sheets.total[column, row], sheets.mentor_total[column]
            add_chosen(setting, of, neutral, own, weight, sheets.level, mine, theirs, who, total)
        elif form == MARK:
            start = sheets.mark_start[column]
            here = sheets.mark[start[row] : start[row + 1]]
            worth = sheets.mark_worth[start[row] : start[row + 1]]
            add_marked(of, neutral, here, worth, sheets.mentor_known[column], who, total)
        else:
            first, last = sheets.vector_start[column], sheets.vector_start[column + 1]
            mine, theirs = sheets.vector[row, first:last], sheets.mentor_vector[first:last]
            written = sheets.mentor_written[column]
            add_written(setting[0], of, neutral, mine, theirs, written, who, total)


@compiled
def add_tabled(table: Ints, who: Ints, total: Ints) -> None:
    for place in range(who.size):
        total[place] += table[who[place]]


@compiled
def add_coded(
    setting: Ints, of: Number, neutral: Number, mine: int, theirs: Ints, who: Ints, total: Ints
) -> None:
    same = rounded(of, setting[0], setting[1], 1.0, setting[2] + setting[3] + setting[4])
    for place in range(who.size):
        other = theirs[who[place]]
        total[place] += same if other == mine else 0 if other >= 0 else neutral


@compiled
def shared_by(own: Ints, weight: Ints, level: Ints, mentor: int) -> Number:
    """The weights that a mentee's choices have with one mentor, added up."""
    hits = np.int64(0)
    for entry in range(own.size):
        hits += np.int64(weight[entry]) * level[own[entry], mentor]
    return hits


@compiled
def add_chosen(
    setting: Ints, of: Number, neutral: Number, own: Ints, weight: Ints, level: Ints, mine: float,
    theirs: Ints, who: Ints, total: Ints,
) -> None:  # fmt: skip
    factor, most, fixed = setting[0], setting[1], setting[2] + setting[3] * mine
    for place in range(who.size):
        other = theirs[who[place]]
        if other > 0:
            hits = float(shared_by(own, weight, level, who[place]))
            total[place] += rounded(of, factor, most, hits, fixed + setting[4] * other)
        else:
            total[place] += neutral


@compiled
def place_of(marks: Ints, mentor: int) -> int:
    """Where the mark on a pair stands, or -1."""
    for entry in range(marks.size):
        if marks[entry] == mentor:
            return entry
    return -1


@compiled
def add_marked(
    of: Number, neutral: Number, marks: Ints, worth: Ints, known: Ints, who: Ints, total: Ints
) -> None:
    for place in range(who.size):
        entry = place_of(marks, who[place])
        share = min(max(worth[entry], 0.0), 1.0) if entry >= 0 else 0.0
        total[place] += np.int32(of * share + 0.5) if known[who[place]] else neutral


@compiled
def add_written(
    by: float, of: Number, neutral: Number, mine: Ints, theirs: Ints, written: Ints,
    who: Ints, total: Ints,
) -> None:  # fmt: skip
    for place in range(who.size):
        agree = np.int32(0)
        for step in range(mine.size):
            agree += np.int32(mine[step]) * np.int32(theirs[step, who[place]])
        points = np.int32(of * min(max(agree / by, 0.0), 1.0) + 0.5)
        total[place] += points if written[who[place]] else neutral


@compiled
def without_stopped(sheets: Sheets, row: int, who: Ints, total: Ints) -> Number:
    """Keep, at the front of both, the mentors who have a seat and whom no rule stops; how many."""
    many = drop(~sheets.open[who], who, total)
    for part in range(sheets.rules):
        form, column = sheets.parts.form[part], sheets.parts.column[part]
        least, most = sheets.parts.setting[part, 0], sheets.parts.setting[part, 1]
        here = who[:many]
        stopped = np.zeros(many, np.bool_)
        if form == TABLE:
            table = sheets.table[sheets.value[column, row]]
            for place in range(many):
                stopped[place] = table[here[place]] != 0
        elif form == MARK:
            start = sheets.mark_start[column]
            marks = sheets.mark[start[row] : start[row + 1]]
            for place in range(many):
                stopped[place] = place_of(marks, here[place]) >= 0
        elif silent(sheets, form, column, row):
            continue
        elif form == CODE:
            stop_coded(
                least, most, sheets.code[column, row], sheets.mentor_code[column], here, stopped
            )
        else:
            start = sheets.own_start[column]
            own = sheets.own[start[row] : start[row + 1]]
            weight = sheets.own_weight[start[row] : start[row + 1]]
            theirs = sheets.mentor_total[column]
            stop_chosen(least, most, own, weight, sheets.level, theirs, here, stopped)
        many = drop(stopped, here, total)
    return many


@compiled
def drop(stopped: Ints, who: Ints, total: Ints) -> Number:
    """Close the gaps that those who are stopped leave."""
    many = 0
    for place in range(who.size):
        if not stopped[place]:
            who[many], total[many] = who[place], total[place]
            many += 1
    return many


@compiled
def stop_coded(
    least: float, most: float, mine: int, theirs: Ints, who: Ints, stopped: Ints
) -> None:
    for place in range(who.size):
        other = theirs[who[place]]
        same = 1 if other == mine else 0
        stopped[place] = other >= 0 and not least <= same <= most


@compiled
def stop_chosen(
    least: float, most: float, own: Ints, weight: Ints, level: Ints, theirs: Ints, who: Ints,
    stopped: Ints,
) -> None:  # fmt: skip
    for place in range(who.size):
        hits = shared_by(own, weight, level, who[place])
        stopped[place] = theirs[who[place]] > 0 and not least <= hits <= most
