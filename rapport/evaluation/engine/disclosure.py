"""Whether published figures, taken together, give a person away; and what to hide so they do not.

Knows tables of counts with their totals, and means of answers of known groups. Plays the attacker
with linear programmes: what is the least and the most a hidden number can be? Needs scipy, which
takes long to load, so nothing else in the engine imports this module.

Sources: Cox 1980 and Fischetti & Salazar-González 2001 (complementary suppression); Willenborg &
de Waal 2001 (feasibility intervals).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from rapport.domain.findings import LEAST, is_small

from .arrays import Floats, Whole, Yes, whole

ROOM = 1e-7


@dataclass(frozen=True, slots=True)
class Suppressed:
    """Which cells may be shown beside all row and column totals; None: the table must not be."""

    shown: Yes | None


def suppress(counts: Sequence[Sequence[int]], least: int = LEAST) -> Suppressed:
    """Hide cells of 1 to ``least`` - 1 people and as many others as protect them.

    All totals are taken to be published. A hidden cell is protected when the attacker's range for
    it is at least ``least`` wide. Raises ValueError for negative counts.
    """
    table = whole(np.asarray(counts))
    if (table < 0).any():
        raise ValueError("counts are not negative")
    totals = np.concatenate([table.sum(axis=0), table.sum(axis=1), [table.sum()]])
    if any(is_small(int(total), least) for total in totals):
        return Suppressed(None)
    shown = ~((table > 0) & (table < least))
    while (weak := weakest(table, shown, least)) is not None:
        more = partner(table, shown, weak)
        if more is None:
            return Suppressed(None)
        shown[more] = False
    return Suppressed(shown)


def weakest(table: Whole, shown: Yes, least: int) -> tuple[int, int] | None:
    """The hidden cell with the narrowest range, when that is too narrow."""
    ranges = {cell: high - low for cell, (low, high) in hidden_ranges(table, shown).items()}
    narrow = {cell: width for cell, width in ranges.items() if width < least - ROOM}
    return min(narrow, key=lambda cell: (narrow[cell], cell)) if narrow else None


def partner(table: Whole, shown: Yes, cell: tuple[int, int]) -> tuple[int, int] | None:
    """The smallest shown cell in the same row or column, one with people in it if there is one."""
    row, column = cell
    near = [(int(r), int(c)) for r, c in np.argwhere(shown) if (r == row or c == column)] or [
        (int(r), int(c)) for r, c in np.argwhere(shown)
    ]
    return min(near, key=lambda at: (table[at] == 0, table[at], at)) if near else None


def hidden_ranges(table: Whole, shown: Yes) -> dict[tuple[int, int], tuple[float, float]]:
    """For each hidden cell the least and the most it can be, given all totals and shown cells."""
    cells = [(int(r), int(c)) for r, c in np.argwhere(~shown)]
    if not cells:
        return {}
    rest = np.where(shown, 0, table)
    rows, columns = table.shape
    equations = np.zeros((rows + columns, len(cells)))
    for n, (row, column) in enumerate(cells):
        equations[row, n] = equations[rows + column, n] = 1
    totals = np.concatenate([rest.sum(axis=1), rest.sum(axis=0)])
    return {
        cell: bounds(n, len(cells), equations=(equations, totals)) for n, cell in enumerate(cells)
    }


def bounds(
    number: int,
    many: int,
    *,
    equations: tuple[Floats, Whole] | None = None,
    below: tuple[Floats, Floats] | None = None,
    scale: tuple[float, float | None] = (0, None),
) -> tuple[float, float]:
    """The least and the most one unknown can be."""
    ends = []
    for sign in (1, -1):
        aim = np.zeros(many)
        aim[number] = sign
        found = linprog(
            aim,
            A_eq=equations[0] if equations else None,
            b_eq=equations[1] if equations else None,
            A_ub=below[0] if below else None,
            b_ub=below[1] if below else None,
            bounds=[scale] * many,
        )
        ends.append(-sign * math.inf if found.fun is None else sign * float(found.fun))
    return ends[0], ends[1]


@dataclass(frozen=True, slots=True)
class Release:
    """A published mean of the answers of ``members`` (numbers of people): between low and high.

    A mean rounded to halves is known to a quarter on either side.
    """

    members: tuple[int, ...]
    low: float
    high: float


def exposed(
    releases: Sequence[Release],
    people: int,
    scale: tuple[int, int],
    known: Mapping[int, float] | None = None,
) -> tuple[int, ...]:
    """Whose answer the union of all releases narrows down to less than the whole scale.

    ``known`` are answers of people who tell theirs. Answers are whole steps of the ``scale``.
    """
    known = known or {}
    if not releases:
        return ()
    rows, limits = [], []
    for release in releases:
        row = np.zeros(people)
        row[list(release.members)] = 1 / len(release.members)
        rows += [row, -row]
        limits += [release.high, -release.low]
    for person, answer in known.items():
        row = np.zeros(people)
        row[person] = 1
        rows += [row, -row]
        limits += [answer, -answer]
    below = (np.array(rows).reshape(-1, people), np.array(limits))
    found: list[int] = []
    for alike in alike_in(releases, without=set(known)):
        low, high = bounds(alike[0], people, below=below, scale=scale)
        if np.ceil(low - ROOM) > scale[0] or np.floor(high + ROOM) < scale[1]:
            found += alike
    return tuple(sorted(found))


def alike_in(releases: Sequence[Release], without: set[int]) -> list[list[int]]:
    """People who stand in the same releases: what is known of one is known of all of them."""
    members = {member for each in releases for member in each.members} - without
    groups: dict[tuple[bool, ...], list[int]] = {}
    for person in sorted(members):
        groups.setdefault(tuple(person in each.members for each in releases), []).append(person)
    return list(groups.values())
