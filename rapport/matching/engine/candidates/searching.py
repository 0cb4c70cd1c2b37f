"""Candidates out of all pairs: short lists first, then whatever the prices say is missing.

Knows that a pair left out of the lists can improve a result only when its worth exceeds what the
mentee gains and the seat costs, and looks at every pair to find out. So the lists may be short
and the result is the best over all pairs all the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from rapport.matching.engine.arrays import Ints, Whole
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
    """Pairs found in a sweep, by mentee; how many were permitted to each mentee and mentor."""

    mentee: Whole
    mentor: Ints
    score: Ints
    permitted: Whole
    wanted: Whole


@dataclass(frozen=True, slots=True)
class Sweep:
    """What to look for: the ``many`` best pairs a mentee by ``unit * score - price``.

    ``need``: by mentee, the value to exceed. ``lowest``: the score to reach.
    """

    sheets: object
    many: int
    unit: int
    price: Whole
    need: Whole
    lowest: int


def swept(sweep: Sweep, rows: Whole) -> tuple[Whole, Ints, Ints, Whole, Whole]:
    """One portion of a sweep."""
    who, score, permitted, wanted = swift().sweep(
        sweep.sheets, rows, sweep.many, sweep.unit, sweep.price, sweep.need[rows], sweep.lowest
    )
    row, place = np.nonzero(who >= 0)
    return rows[row], who[row, place], score[row, place], permitted, wanted


@dataclass
class Search:
    """Sweeps over one pool; ``executor`` works on the portions, ``tell`` hears how far it is."""

    sheets: object
    mentees: Whole
    mentors: int
    executor: Executor = field(default_factory=Threads)
    tell: Progress = silent

    def best(self, many: int) -> Found:
        """The ``many`` best permitted pairs of every mentee."""
        price = np.zeros(self.mentors, dtype=np.int64)
        need = np.full(int(self.mentees.max(initial=-1)) + 1, -1, dtype=np.int64)
        return self.look(Sweep(self.sheets, many, 1, price, need, 0), self.mentees, "candidates")

    def look(self, sweep: Sweep, rows: Whole, what: str) -> Found:
        """The pairs that a sweep finds for the given mentees."""
        portions = [rows[at : at + ROWS_AT_ONCE] for at in range(0, rows.size, ROWS_AT_ONCE)]
        permitted = np.zeros(sweep.need.size, dtype=np.int64)
        wanted = np.zeros(sweep.price.size, dtype=np.int64)
        parts: list[tuple[Whole, Ints, Ints]] = []
        for done, part in enumerate(self.answers(sweep, portions)):
            parts.append(part[:3])
            permitted[portions[done]] = part[3]
            wanted += part[4]
            self.tell(what, min((done + 1) * ROWS_AT_ONCE, rows.size), rows.size)
        empty = (np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int32))
        mentee, mentor, score = (np.concatenate(one) for one in zip(empty, *parts, strict=True))
        return Found(mentee, mentor, score, permitted, wanted)

    def answers(
        self, sweep: Sweep, portions: list[Whole]
    ) -> Iterator[tuple[Whole, Ints, Ints, Whole, Whole]]:
        return self.executor.map(swept, sweep, portions)
