"""Candidates out of all pairs: short lists first, then whatever the prices say is missing.

Knows that a pair left out of the lists can improve a result only when its worth exceeds what the
mentee gains and the seat costs, and looks at every pair to find out. So the lists may be short
and the result is the best over all pairs all the same.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from rapport.matching.engine.arrays import Ints, Whole, Yes
from rapport.matching.engine.scoring.order import narrowed
from rapport.matching.engine.swiftly import swift

from .executors import Executor, Threads

ROWS_AT_ONCE = 4_096
NEVER = 2**62
"""A price that no pair is worth."""

type Progress = Callable[[str, int, int], None]


def silent(_what: str, _done: int, _of: int) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs found in a sweep, by mentee."""

    mentee: Whole
    mentor: Whole
    score: Ints


@dataclass(frozen=True, slots=True)
class Sweep:
    """What to look for: the ``many`` best pairs a mentee by ``unit * score - price``.

    ``need``: by mentee, the value to exceed. ``lowest``: the score to reach.
    """

    many: int
    unit: int
    price: Whole
    need: Whole
    lowest: int


def swept(shared: tuple[object, Sweep], rows: Whole) -> tuple[Whole, Ints, Ints]:
    """One portion of a sweep: mentees, places of mentors, scores."""
    sheets, sweep = shared
    who, score = swift().sweep(
        sheets, rows, sweep.many, sweep.unit, sweep.price, sweep.need[rows], sweep.lowest
    )
    row, place = np.nonzero(who >= 0)
    return rows[row], who[row, place], score[row, place]


def counted(sheets: object, rows: Whole) -> Whole:
    """How many of the rows are permitted to each mentor."""
    found: Whole = swift().count_permitted(sheets, rows)
    return found


@dataclass
class Search:
    """Sweeps over one pool; ``executor`` works on the portions, ``tell`` hears how far it is.

    ``order``: the mentor at each place of the sheets; neighbours have answers alike, so that many
    can be left out together.
    """

    sheets: object
    mentees: Whole
    order: Whole
    executor: Executor = field(default_factory=Threads)
    tell: Progress = silent

    def best(self, many: int) -> Found:
        """The ``many`` best permitted pairs of every mentee."""
        price = np.zeros(self.order.size, dtype=np.int64)
        need = np.full(int(self.mentees.max(initial=-1)) + 1, -1, dtype=np.int64)
        return self.look(Sweep(many, 1, price, need, 0), self.mentees, "candidates")

    def look(self, sweep: Sweep, rows: Whole, what: str, among: Yes | None = None) -> Found:
        """The pairs that a sweep finds for the given mentees, only with mentors ``among``."""
        sheets, order = self.only(among)
        sweep = replace(sweep, price=sweep.price[order])
        parts: list[tuple[Whole, Ints, Ints]] = []
        for done, part in enumerate(self.executor.map(swept, (sheets, sweep), portions_of(rows))):
            parts.append(part)
            self.tell(what, min((done + 1) * ROWS_AT_ONCE, rows.size), rows.size)
        empty = (np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int32))
        mentee, place, score = (np.concatenate(one) for one in zip(empty, *parts, strict=True))
        return Found(mentee, order[place], score)

    def permitted(self, mentors: Whole) -> Whole:
        """How many mentees are permitted to each of the given mentors; 0 for all others."""
        among = np.zeros(self.order.size, dtype=bool)
        among[mentors] = True
        sheets, order = self.only(among)
        many = np.zeros(self.order.size, dtype=np.int64)
        for part in self.executor.map(counted, sheets, portions_of(self.mentees)):
            many[order] += part
        return many

    def only(self, among: Yes | None) -> tuple[object, Whole]:
        """The sheets of some of the mentors, and who stands at which place."""
        if among is None:
            return self.sheets, self.order
        places = np.flatnonzero(among[self.order])
        return narrowed(self.sheets, places), self.order[places]


def portions_of(rows: Whole) -> list[Whole]:
    return [rows[at : at + ROWS_AT_ONCE] for at in range(0, rows.size, ROWS_AT_ONCE)]
