"""Who was watched from which day to which, and whether they left on the last one.

Knows whole days and delayed entry: a person is at risk *after* ``entry`` and *through* ``leave``.
Splitting a spell in two at any day changes nothing. Does not know why somebody left.
"""

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Numbers, Whole, Yes, whole, yes
from .estimate import NotEstimable


@dataclass(frozen=True, slots=True)
class Spells:
    """One row a spell: watched after day ``entry`` through day ``leave``; ``left`` on that day."""

    entry: Whole
    leave: Whole
    left: Yes

    def __len__(self) -> int:
        return len(self.leave)

    def taken(self, rows: Whole | Yes) -> "Spells":
        """Only the given rows."""
        return Spells(self.entry[rows], self.leave[rows], self.left[rows])


def spells(leave: Numbers, left: Numbers, entry: Numbers | None = None) -> Spells:
    """Spells from plain sequences; without ``entry`` all are watched from day 0.

    Raises ValueError when somebody leaves before entering: check the dates, do not drop the row.
    """
    ends = whole(leave)
    begins = np.zeros_like(ends) if entry is None else whole(entry)
    if (ends < begins).any():
        raise ValueError("nobody leaves before entering")
    return Spells(begins, ends, yes(left))


@dataclass(frozen=True, slots=True)
class Table:
    """Day by day from ``start``: how many were watched, how many left (weighted)."""

    start: int
    watched: Floats
    leaving: Floats

    def place(self, day: int) -> int:
        """Where a day stands in the table."""
        return int(np.clip(day - self.start, 0, len(self.watched) - 1))


def table(of: Spells, weight: Floats | None = None, leaving: Yes | None = None) -> Table:
    """Count everybody day by day in one pass. Raises NotEstimable when nobody was watched."""
    if len(of) == 0 or not (of.leave > of.entry).any():
        raise NotEstimable("nobody")
    start = int(of.entry.min())
    size = int(of.leave.max()) - start + 2
    went = of.left if leaving is None else leaving
    went = went & (of.leave > of.entry)
    began = np.bincount(of.entry - start + 1, weights=weight, minlength=size)
    ended = np.bincount(of.leave - start + 1, weights=weight, minlength=size)
    watched = np.maximum(np.cumsum(began - ended), 0.0)
    # Rounding of weights must not leave a trace of a person where nobody is any more.
    people = np.cumsum(
        np.bincount(of.entry - start + 1, minlength=size)
        - np.bincount(of.leave - start + 1, minlength=size)
    )
    gone = np.bincount(
        of.leave[went] - start, weights=None if weight is None else weight[went], minlength=size
    )
    return Table(start, np.where(people > 0, watched, 0.0), gone.astype(np.float64))
