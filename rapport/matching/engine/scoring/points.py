"""How good each pair would be, in whole points from 0 to 1000, part by part.

Knows every kind of soft criterion. Does not know whether a pair is permitted, nor who gets whom.
A part that cannot be judged, because one side did not answer, counts as the average of the pool;
a criterion that cannot be judged for anybody does not count at all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from rapport.matching.engine.arrays import Floats, Points, Whole, Yes
from rapport.matching.engine.criteria.crowd import People
from rapport.matching.engine.criteria.kinds import Criterion, CriterionKind

from .choosing import choices, weighted_choices
from .columns import Columns, numbers, texts, wishes
from .texts import STEPS

FULL = 1000
"""Points of a pair that is as good as the criteria can say."""

COUNTED_OUT = 100_000_000
SAMPLED = 2_000
"""The average of more pairs than that is taken among so many people a side."""

ROWS_AT_ONCE = 512
"""How many mentees are compared with all mentors at a time: bounds the memory, not the result."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one criterion gave to one pair: ``points`` out of ``of``; not ``known``: an average."""

    key: str
    points: int
    of: int
    known: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """One criterion laid over the pool: ``of`` points at most, ``neutral`` where unknown."""

    criterion: Criterion
    columns: Columns
    of: int
    neutral: int

    def grid(self, rows: slice) -> Points:
        """Points: one row a mentee, one column a mentor."""
        mentees, mentors = self.columns.known
        known = mentees[rows, None] & mentors[None, :]
        return self.points(self.columns.grid(rows), known)

    def each(self, rows: Whole, columns: Whole) -> Points:
        """Points of the given pairs."""
        return self.points(self.columns.each(rows, columns), self.known(rows, columns))

    def known(self, rows: Whole, columns: Whole) -> Yes:
        """Which of the given pairs were judged on answers of both."""
        mentees, mentors = self.columns.known
        return mentees[rows] & mentors[columns]

    def points(self, found: tuple[Floats, ...], known: Yes) -> Points:
        """Shares between 0 and 1 as whole points, half points upwards."""
        with np.errstate(invalid="ignore", divide="ignore"):
            share = SHARES[self.criterion.kind](self.criterion, *found)
        points = np.floor(self.of * np.clip(np.where(known, share, 0.0), 0.0, 1.0) + 0.5)
        return np.where(known, points, self.neutral).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Scale:
    """All criteria laid over the pool."""

    measures: tuple[Measure, ...]

    def grid(self, rows: slice, width: int) -> Points:
        """Scores 0..1000 of the given mentees with each of ``width`` mentors."""
        mentees = len(range(*rows.indices(rows.stop)))
        total = np.zeros((mentees, width), dtype=np.int32)
        for measure in self.measures:
            total += measure.grid(rows)
        return total

    def each(self, rows: Whole, columns: Whole) -> Points:
        """Scores 0..1000 of the given pairs."""
        total = np.zeros(rows.size, dtype=np.int32)
        for measure in self.measures:
            total += measure.each(rows, columns)
        return total

    def parts(self, rows: Whole, columns: Whole) -> list[tuple[Part, ...]]:
        """The parts of each given pair; they add up to its score exactly."""
        found = [
            [
                Part(measure.criterion.key, int(points), measure.of, bool(known))
                for points, known in zip(
                    measure.each(rows, columns), measure.known(rows, columns), strict=True
                )
            ]
            for measure in self.measures
        ]
        return [tuple(one[pair] for one in found) for pair in range(len(rows))]


def scale_for(criteria: Sequence[Criterion], mentees: People, mentors: People) -> Scale:
    """Lay the criteria over a pool; raises UnusableError when an answer is not of its kind."""
    columns = [COLUMNS[one.kind](one, mentees, mentors) for one in criteria]
    judged = [
        (one, laid) for one, laid in zip(criteria, columns, strict=True) if judged_pairs(laid)
    ]
    shares = apportion(FULL, [one.weight for one, _ in judged])
    return Scale(
        tuple(
            with_neutral(Measure(one, laid, of, 0), len(mentees))
            for (one, laid), of in zip(judged, shares, strict=True)
        )
    )


def judged_pairs(columns: Columns) -> int:
    """How many pairs have the answers of both."""
    mentees, mentors = columns.known
    return int(mentees.sum()) * int(mentors.sum())


def apportion(whole: int, weights: Sequence[float]) -> list[int]:
    """Split whole points in proportion to the weights, by the largest remainders."""
    total = sum(weights)
    exact = [whole * weight / total for weight in weights]
    given = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda n: (given[n] - exact[n], n))
    for number in by_remainder[: whole - sum(given) if given else 0]:
        given[number] += 1
    return given


def with_neutral(measure: Measure, mentees: int) -> Measure:
    """The measure with its average, halves upwards, over all pairs that can be judged.

    Of more than ``COUNTED_OUT`` pairs it is the average among those who come first by lot: a fair
    sample of millions, the same every time.
    """
    if all(side.all() for side in measure.columns.known):
        return measure
    pairs = judged_pairs(measure.columns)
    if pairs > COUNTED_OUT:
        ours, theirs = (np.flatnonzero(side)[:SAMPLED] for side in measure.columns.known)
        pairs = ours.size * theirs.size
        found: Iterable[Points] = [
            measure.each(np.repeat(ours, theirs.size), np.tile(theirs, ours.size))
        ]
    else:
        found = (measure.grid(rows) for rows in slices(mentees))
    points = sum(int(one.sum(dtype=np.int64)) for one in found)
    return replace(measure, neutral=(2 * points + pairs) // (2 * pairs))


def slices(rows: int) -> list[slice]:
    """Rows in portions that fit the memory."""
    return [slice(a, min(a + ROWS_AT_ONCE, rows)) for a in range(0, rows, ROWS_AT_ONCE)]


def covered(_criterion: Criterion, shared: Floats, sought: Floats, _offered: Floats) -> Floats:
    return shared / (sought * 100)


def alike(_criterion: Criterion, shared: Floats, one: Floats, other: Floats) -> Floats:
    return 2 * shared / (one + other)


def any_shared(_criterion: Criterion, shared: Floats, *_totals: Floats) -> Floats:
    return np.minimum(shared, 1)


def enough(criterion: Criterion, shared: Floats, *_totals: Floats) -> Floats:
    return shared / required(criterion.most)


def close(criterion: Criterion, ahead: Floats) -> Floats:
    return 1 - far(criterion, ahead)


def far(criterion: Criterion, ahead: Floats) -> Floats:
    return np.abs(ahead) / (required(criterion.high) - required(criterion.low))


def well_ahead(criterion: Criterion, ahead: Floats) -> Floats:
    """Full inside least..most; outside it falls evenly to nothing over that range's width."""
    least, most = required(criterion.least), required(criterion.most)
    outside = np.clip(ahead, least, most) - ahead
    return 1 - np.abs(outside) / max(most - least, 1.0)


def as_marked(_criterion: Criterion, worth: Floats) -> Floats:
    return worth


def near(_criterion: Criterion, agreement: Floats) -> Floats:
    """Full for the same direction, nothing from a right angle on."""
    return agreement / (STEPS * STEPS)


def required(setting: float | None) -> float:
    """A setting that the criteria were already checked to have."""
    return 0.0 if setting is None else setting


def weighted(criterion: Criterion, mentees: People, mentors: People) -> Columns:
    return weighted_choices(mentees, mentors, criterion.question)


def chosen(criterion: Criterion, mentees: People, mentors: People) -> Columns:
    return choices(mentees, mentors, criterion.question, criterion.wanted)


def counted(criterion: Criterion, mentees: People, mentors: People) -> Columns:
    return numbers(mentees, mentors, criterion.question)


def wished(criterion: Criterion, mentees: People, mentors: People) -> Columns:
    return wishes(mentees, mentors, criterion.side)


def meant(criterion: Criterion, mentees: People, mentors: People) -> Columns:
    return texts(mentees, mentors, criterion.question, criterion.wanted, criterion.model)


COLUMNS: Mapping[CriterionKind, Callable[[Criterion, People, People], Columns]] = MappingProxyType(
    {
        "coverage": weighted,
        "likeness": chosen,
        "same": chosen,
        "closeness": counted,
        "difference": counted,
        "ahead": counted,
        "enough": chosen,
        "wish": wished,
        "preference": chosen,
        "meaning": meant,
    }
)

SHARES: Mapping[CriterionKind, Callable[..., Floats]] = MappingProxyType(
    {
        "coverage": covered,
        "likeness": alike,
        "same": any_shared,
        "closeness": close,
        "difference": far,
        "ahead": well_ahead,
        "enough": enough,
        "wish": as_marked,
        "preference": any_shared,
        "meaning": near,
    }
)
