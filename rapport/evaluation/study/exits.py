"""How people left, where one way rules out the others: Aalen and Johansen's shares, side by side.

Knows pairs of one joiner and the most similar of her colleagues, so that both sides weigh alike.
Small ways are hidden, and so is whatever would give them away.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from rapport.domain.findings import Hidden, Shown, Unit, Why, shown_parts
from rapport.evaluation.engine.arrays import Whole
from rapport.evaluation.engine.incidence import Incidence, incidence
from rapport.evaluation.engine.riskset import Matched
from rapport.evaluation.engine.spells import Spells
from rapport.evaluation.reading.exits import Exit
from rapport.evaluation.study.sensitivity import nearest_pairs
from rapport.evaluation.study.shown import estimated, shown
from rapport.evaluation.study.staffing import Staffed

WAYS: Mapping[str, frozenset[Exit]] = {
    "own": frozenset({Exit.RESIGNATION}),
    "house": frozenset({Exit.DISMISSAL, Exit.REDUNDANCY, Exit.MUTUAL}),
    "retired": frozenset({Exit.RETIREMENT}),
    "other": frozenset({Exit.FIXED_TERM, Exit.DEATH, Exit.TRANSFER, Exit.SALE, Exit.UNKNOWN}),
}


@dataclass(frozen=True)
class Way:
    """The share that left in one way by the horizon, on each side."""

    name: str
    joined: Shown
    others: Shown


def ways_of(matched: Matched, staffed: Staffed, days: int, level: float) -> tuple[Way, ...]:
    """All ways in the order of the table; empty where only one way is recorded."""
    if len(set(staffed.exits.tolist()) - {""}) < 2:
        return ()
    sides = [_side(matched, rows, staffed, days, level) for rows in nearest_pairs(matched)]
    return tuple(Way(name, *(side[n] for side in sides)) for n, name in enumerate(WAYS))


def _side(matched: Matched, rows: Whole, staffed: Staffed, days: int, level: float) -> list[Shown]:
    person = matched.person[rows]
    leave, entry = matched.spells.leave[rows], matched.spells.entry[rows]
    staff = staffed.staff
    ended = leave + matched.day[rows] == staff.end[person]
    left = ended & (staff.gone | staffed.otherwise)[person]
    code = {one.value: n for n, kinds in enumerate(WAYS.values(), 1) for one in kinds}
    cause = np.array([code.get(one, len(WAYS)) for one in staffed.exits[person]]) * left
    found = incidence(Spells(entry, leave, left), cause)
    gone = left & (leave <= days)
    counts = [int((gone & (cause == n)).sum()) for n in range(1, len(WAYS) + 1)]
    visible = shown_parts([*counts, len(rows) - sum(counts)])
    causes = zip(range(1, len(WAYS) + 1), visible, strict=False)
    return [_share(found, n, days, level) if seen else Hidden(Why.FEW) for n, seen in causes]


def _share(found: Incidence, cause: int, days: int, level: float) -> Shown:
    share = estimated(lambda: found.at(cause, days, level=level))
    return shown(share, Unit.SHARE) if share else Hidden(Why.NOT_ESTIMABLE)
