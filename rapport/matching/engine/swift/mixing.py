"""Lists with everybody renumbered by lot. Knows nothing else."""

import numpy as np

from .books import Ints
from .compiling import compiled, in_parts


def mixed(
    start: Ints, mentor: Ints, score: Ints, rows: Ints, columns: Ints
) -> tuple[Ints, Ints, Ints]:
    """The lists with mentee ``i`` as ``rows[i]`` and mentor ``j`` as ``columns[j]``."""
    order = np.argsort(rows)
    begin = np.zeros(start.size, np.int64)
    np.cumsum(np.diff(start)[order], out=begin[1:])
    who, what = np.empty(mentor.size, np.int32), np.empty(score.size, score.dtype)
    labels = columns.astype(np.int32)

    def work(first: int, last: int) -> None:
        move(start, mentor, score, order, labels, begin, who, what, first, last)

    in_parts(work, start.size - 1)
    return begin, who, what


@compiled
def move(
    start: Ints, mentor: Ints, score: Ints, order: Ints, labels: Ints,
    begin: Ints, who: Ints, what: Ints, first: int, last: int,
) -> None:  # fmt: skip
    """The new rows ``first`` to ``last``."""
    for row in range(first, last):
        from_place = start[order[row]]
        for place in range(begin[row], begin[row + 1]):
            who[place] = labels[mentor[from_place]]
            what[place] = score[from_place]
            from_place += 1


@compiled
def twice(start: Ints, mentor: Ints, mentors: int) -> bool:
    """Whether somebody's list names a mentor twice."""
    last = np.full(mentors, -1, np.int64)
    for row in range(start.size - 1):
        for place in range(start[row], start[row + 1]):
            if last[mentor[place]] == row:
                return True
            last[mentor[place]] = row
    return False
