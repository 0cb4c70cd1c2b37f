"""Chosen places become pairs of people, with the parts of their score and notes.

Knows what a coordinator should be told about a pair, and how to keep a million pairs as columns.
Does not choose.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import index
from typing import overload

import numpy as np

from rapport.matching.engine.arrays import Ints, Whole, Yes
from rapport.matching.engine.candidates.permitted import Candidates
from rapport.matching.engine.criteria.kinds import STANDING_RULES
from rapport.matching.engine.criteria.pool import PairOfIds
from rapport.matching.engine.scoring.points import Part
from rapport.matching.engine.scoring.rules import Obstacle
from rapport.matching.engine.sentences import Sentence

MANY = 50_000
"""More pairs than this are kept as columns."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people proposed for each other. ``notes`` are for the coordinator, not for the pair."""

    mentee: str
    mentor: str
    score: int
    parts: tuple[Part, ...]
    locked: bool
    notes: tuple[Sentence, ...]

    @property
    def ids(self) -> PairOfIds:
        """The pair's two ids."""
        return self.mentee, self.mentor


@dataclass(frozen=True, eq=False)
class Pairs(Sequence[Pair]):
    """The pairs at the given rows and columns; each is made while it is looked at.

    ``points``, ``known``: a row a criterion. ``broken``, ``unchecked``: a row for each rule of
    the programme.
    """

    found: Candidates
    row: Whole
    column: Whole
    points: Ints
    known: Yes
    broken: Yes
    unchecked: Yes

    def __len__(self) -> int:
        return self.row.size

    @overload
    def __getitem__(self, at: int) -> Pair: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Pair, ...]: ...
    def __getitem__(self, at: int | slice) -> Pair | tuple[Pair, ...]:
        places = range(len(self))
        if isinstance(at, slice):
            return tuple(self[place] for place in places[at])
        return self.pair(places[index(at)])

    def pair(self, place: int) -> Pair:
        """One of them, looked at."""
        pair, found = self.ids_at(place), self.found
        parts = tuple(
            Part(measure.criterion.key, points, measure.of, known)
            for measure, points, known in zip(
                found.scale.measures, self.points[:, place].tolist(),
                self.known[:, place].tolist(), strict=True,
            )
        )  # fmt: skip
        score = sum(part.points for part in parts)
        return Pair(*pair, score, parts, pair in found.pool.locked, tuple(self.notes(place, pair)))

    def ids_at(self, place: int) -> PairOfIds:
        """Who they are."""
        mentees, mentors = self.found.ids
        return mentees[int(self.row[place])], mentors[int(self.column[place])]

    def notes(self, place: int, pair: PairOfIds) -> Iterator[Sentence]:
        """What a coordinator should know about a pair before she announces it."""
        if pair in self.found.pool.locked:
            yield Sentence("set_by_hand")
        if self.found.lines.same_manager(*pair):
            yield Sentence("same_manager")
        for rule, one in enumerate(rules_of(self.found)):
            if self.broken[rule, place]:
                yield Sentence("set_despite", {"rule": one.key})
            if self.unchecked[rule, place]:
                yield Sentence("not_checked", {"rule": one.key})


def rules_of(found: Candidates) -> list[Obstacle]:
    """The rules of the programme, without those that always stand."""
    return [one for one in found.obstacles if one.key not in STANDING_RULES]


def looked_at(found: Candidates, row: Whole, column: Whole) -> Pairs:
    """The pairs of the given rows and columns with all there is to say about them."""
    measures, rules, many = found.scale.measures, rules_of(found), row.size
    points, known = np.zeros((len(measures), many), np.int16), np.zeros((len(measures), many), bool)
    broken, unchecked = (np.zeros((len(rules), many), dtype=bool) for _ in range(2))
    for place, measure in enumerate(measures):
        points[place], known[place] = measure.each(row, column), measure.known(row, column)
    for place, rule in enumerate(rules):
        broken[place], unchecked[place] = rule.each(row, column), ~rule.checked(row, column)
    return Pairs(found, row, column, points, known, broken, unchecked)


def pairs_of(
    found: Candidates, rows: Whole, columns: Whole, known: Sequence[Pair]
) -> Sequence[Pair]:
    """The pairs of the given rows and columns, by id; ``known`` ones need no new look."""
    mentees, mentors = found.ids
    by_id = sorted(range(rows.size), key=[mentees[row] for row in rows.tolist()].__getitem__)
    order = np.array(by_id, dtype=np.int64)
    rows, columns = rows[order], columns[order]
    if rows.size > MANY:
        return looked_at(found, rows, columns)
    same = {pair.ids: pair for pair in known if pair.locked == (pair.ids in found.pool.locked)}
    ids = [(mentees[row], mentors[column])
           for row, column in zip(rows.tolist(), columns.tolist(), strict=True)]  # fmt: skip
    new = np.array([place for place, pair in enumerate(ids) if pair not in same], dtype=np.int64)
    fresh = {pair.ids: pair for pair in looked_at(found, rows[new], columns[new])}
    return tuple(same.get(pair) or fresh[pair] for pair in ids)
