"""How evenly a solution treats people. Knows scores and groups; shows no group below five people.

Nothing here changes a match: it is the mirror a coordinator looks into before announcing one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.special import stdtrit

from rapport.matching.engine.arrays import Floats, Points
from rapport.matching.engine.candidates.permitted import Candidates
from rapport.matching.engine.criteria.crowd import answered, least_and_most
from rapport.matching.engine.proposal.solution import Solution
from rapport.matching.engine.scoring.columns import as_choices
from rapport.matching.engine.scoring.points import FULL, slices

SMALLEST = 5
"""Fewer people than this are never reported: somebody could be recognised."""

Z95 = 1.959964
"""The 97.5 % point of the normal distribution, for intervals of 95 %."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The scores of all pairs: mean, weakest, 10 % and 50 % points, and Gini (0 equal .. 1)."""

    pairs: int
    mean: float
    worst: int
    tenth: float
    median: float
    gini: float


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure from ``people`` people with its 95 % interval."""

    people: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Parity:
    """One group of mentees. ``ceiling``: the best mentor permitted to each, if all were free.

    A low ceiling says that the pool has nobody better for this group; a low score under a high
    ceiling says that this assignment served it worse than others.
    """

    group: str
    matched: Interval
    score: Interval | None
    ceiling: Interval | None


@dataclass(frozen=True, slots=True)
class ParityReport:
    """The groups that may be shown, and whether there are others that may not."""

    groups: tuple[Parity, ...]
    hidden: bool


def spread(solution: Solution) -> Spread | None:
    """How the scores of the proposed pairs are spread; None when there is no pair."""
    scores = np.sort(np.array([pair.score for pair in solution.pairs], dtype=np.float64))
    if scores.size == 0:
        return None
    tenth, median = np.quantile(scores, [0.1, 0.5])
    return Spread(
        scores.size, float(scores.mean()), int(scores[0]), float(tenth), float(median),
        gini(scores),
    )  # fmt: skip


def gini(rising: Floats) -> float:
    """Gini's coefficient of rising values of at least 0: 0 when all are equal (Gini 1912)."""
    total = float(rising.sum())
    if total == 0:
        return 0.0
    ranks = np.arange(1, rising.size + 1)
    return float(((2 * ranks - rising.size - 1) * rising).sum() / (rising.size * total))


def blocking_pairs(solution: Solution) -> int:
    """How many permitted pairs would both rather have each other than whom they have.

    A mentor with a free seat would rather have anybody; locked people are content.
    """
    found = solution.candidates
    mine, weakest = contentment(solution)
    blocking = 0
    for rows in slices(len(found.mentees)):
        scores = found.scale.grid(rows, len(found.mentors))
        rather = (scores > mine[rows, None]) & (scores > weakest[None, :])
        blocking += int(np.count_nonzero(rather & found.permitted(rows)))
    return blocking


def contentment(solution: Solution) -> tuple[Points, Points]:
    """The score a mentee has, and the weakest a full mentor has; -1 where anybody is welcome."""
    found = solution.candidates
    mine = np.where(least_and_most(found.mentees)[1] > 0, -1, FULL).astype(np.int32)
    weakest = np.full(len(found.mentors), FULL, dtype=np.int32)
    seats = found.seats[0].tolist()
    for pair in solution.pairs:
        column = found.column[pair.mentor]
        mine[found.row[pair.mentee]] = FULL if pair.locked else pair.score
        seats[column] -= 1
        if not pair.locked:
            weakest[column] = min(weakest[column], pair.score)
    return mine, np.where(np.array(seats, dtype=np.int64) > 0, -1, weakest).astype(np.int32)


def parity(solution: Solution, question: str) -> ParityReport:
    """How mentees fare by their answer to a question; who did not answer is in no group.

    A group of fewer than five is hidden, and so many more with it that nobody can work out the
    hidden one from the rest.
    """
    found = solution.candidates
    groups: dict[str, list[int]] = {}
    for row, answer in enumerate(answered(found.mentees, question)):
        for group in as_choices(answer):
            groups.setdefault(group, []).append(row)
    hidden = too_small({group: len(rows) for group, rows in groups.items()})
    mine, best = own_scores(solution), ceilings(found)
    shown = tuple(
        Parity(
            group,
            proportion(int(np.count_nonzero(mine[rows] >= 0)), len(rows)),
            mean_of(mine[rows][mine[rows] >= 0]),
            mean_of(best[rows][best[rows] >= 0]),
        )
        for group, rows in sorted(groups.items())
        if group not in hidden
    )
    return ParityReport(shown, bool(hidden))


def own_scores(solution: Solution) -> Points:
    """The score of each mentee's pair; -1 for whoever has none."""
    found = solution.candidates
    mine = np.full(len(found.mentees), -1, dtype=np.int32)
    for pair in solution.pairs:
        mine[found.row[pair.mentee]] = pair.score
    return mine


def ceilings(found: Candidates) -> Points:
    """The best score permitted to each mentee; -1 for whoever may have nobody."""
    best = np.full(len(found.mentees), -1, dtype=np.int32)
    for rows in slices(len(found.mentees)):
        scores = found.scale.grid(rows, len(found.mentors))
        best[rows] = np.where(found.permitted(rows), scores, -1).max(axis=1, initial=-1)
    return best


def too_small(people: Mapping[str, int]) -> frozenset[str]:
    """The groups to hide: the small ones, then the next smallest until the sum hides each."""
    rising = sorted(people, key=lambda group: (people[group], group))
    many = sum(people[group] < SMALLEST for group in rising)
    while 0 < many < len(rising) and (
        many == 1 or sum(people[group] for group in rising[:many]) < SMALLEST
    ):
        many += 1
    return frozenset(rising[:many])


def proportion(part: int, whole: int) -> Interval:
    """A proportion of at least one person with its score interval (Wilson 1927)."""
    share, z2 = part / whole, Z95 * Z95
    centre = (share + z2 / (2 * whole)) / (1 + z2 / whole)
    half = Z95 * sqrt(share * (1 - share) / whole + z2 / (4 * whole**2)) / (1 + z2 / whole)
    return Interval(whole, share, max(0.0, centre - half), min(1.0, centre + half))


def mean_of(points: Points | Sequence[int]) -> Interval | None:
    """A mean with its interval (Student 1908); None below five people."""
    scores = np.asarray(points)
    if scores.size < SMALLEST:
        return None
    mean = float(scores.mean())
    half = float(stdtrit(scores.size - 1, 0.975) * scores.std(ddof=1) / sqrt(scores.size))
    return Interval(scores.size, mean, mean - half, mean + half)
