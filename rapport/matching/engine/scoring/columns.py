"""The answers of both sides to one question, as columns of numbers.

Knows how to lay answers beside each other for many pairs at once. Does not know what is good.
Everything is held in whole numbers or compared element by element, so that a result never
depends on the order in which people stand.
"""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from rapport.matching.engine.arrays import Floats, Weights, Whole, Yes
from rapport.matching.engine.criteria.crowd import (
    People,
    answered,
    named_by,
    said_by,
)
from rapport.matching.engine.criteria.person import Answer, ids_of, plain
from rapport.matching.engine.criteria.words import NUMBER, SILENT
from rapport.matching.engine.sentences import UnusableError

from .texts import directions, model_named

PAIRS_AT_ONCE = 200_000

HUNDRED = 100
"""Importance and level are held in whole hundredths: sums of them are exact."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """One number a side; NaN where nobody answered."""

    mentees: Floats
    mentors: Floats

    @property
    def known(self) -> tuple[Yes, Yes]:
        """Who answered, on either side."""
        return ~np.isnan(self.mentees), ~np.isnan(self.mentors)

    def grid(self, rows: slice) -> tuple[Floats, ...]:
        """How far the mentor is ahead: one row a mentee, one column a mentor."""
        return (self.mentors[None, :] - self.mentees[rows, None],)

    def each(self, rows: Whole, columns: Whole) -> tuple[Floats, ...]:
        """How far the mentor is ahead, for the given pairs."""
        return (self.mentors[columns] - self.mentees[rows],)


@dataclass(frozen=True, slots=True)
class Choices:
    """Sets of choices: a sparse matrix of weights (0..100) a side, and each side's own total."""

    mentees: sparse.csr_array
    mentors: sparse.csr_array
    mentee_total: Floats
    mentor_total: Floats

    @property
    def known(self) -> tuple[Yes, Yes]:
        """Who chose anything, on either side."""
        return self.mentee_total > 0, self.mentor_total > 0

    def grid(self, rows: slice) -> tuple[Floats, ...]:
        """In common, the mentee's total, the mentor's total: a row a mentee, a column a mentor."""
        shared = exact(self.mentees[rows].toarray()) @ exact(self.mentors.toarray()).T
        return shared.astype(np.float64), self.mentee_total[rows, None], self.mentor_total[None, :]

    def each(self, rows: Whole, columns: Whole) -> tuple[Floats, ...]:
        """In common, the mentee's total, the mentor's total, for the given pairs."""
        found = [
            self.mentees[rows[here]].astype(np.float64).multiply(self.mentors[columns[here]])
            for here in portions(rows.size)
        ]
        shared = np.concatenate([np.zeros(0), *(np.asarray(one.sum(axis=1)) for one in found)])
        return shared, self.mentee_total[rows], self.mentor_total[columns]


def portions(many: int) -> list[slice]:
    """So many pairs in portions that fit the memory."""
    return [slice(at, at + PAIRS_AT_ONCE) for at in range(0, many, PAIRS_AT_ONCE)]


def exact(weights: Weights) -> npt.NDArray[np.float32]:
    """Weights in numbers that hold their products and sums exactly, and that multiply quickly."""
    return weights.astype(np.float32)


@dataclass(frozen=True, slots=True)
class Marks:
    """A number for a few pairs and 0 for all others, such as wishes or vetoes."""

    marks: sparse.csr_array
    known: tuple[Yes, Yes]

    def grid(self, rows: slice) -> tuple[Floats, ...]:
        """The marks: one row a mentee, one column a mentor."""
        return (self.marks[rows].toarray(),)

    def each(self, rows: Whole, columns: Whole) -> tuple[Floats, ...]:
        """The marks of the given pairs."""
        return (at(self.marks, rows, columns),)


@dataclass(frozen=True, slots=True)
class Vectors:
    """What people wrote, as directions in whole steps; nothing but zeros for no text."""

    mentees: Floats
    mentors: Floats

    @property
    def known(self) -> tuple[Yes, Yes]:
        """Who wrote anything, on either side."""
        return self.mentees.any(axis=1), self.mentors.any(axis=1)

    def grid(self, rows: slice) -> tuple[Floats, ...]:
        """How far the directions agree: one row a mentee, one column a mentor."""
        return (self.mentees[rows] @ self.mentors.T,)

    def each(self, rows: Whole, columns: Whole) -> tuple[Floats, ...]:
        """How far the directions of the given pairs agree."""
        return ((self.mentees[rows] * self.mentors[columns]).sum(axis=1),)


type Columns = Numbers | Choices | Marks | Vectors


def at(marks: sparse.csr_array, rows: Whole, columns: Whole) -> Floats:
    """The marks of the given pairs, also where there are no pairs at all."""
    return np.asarray(marks[rows, columns]).ravel() if rows.size else np.zeros(0)


def numbers(mentees: People, mentors: People, question: str) -> Numbers:
    """The numeric answers; raises UnusableError when somebody's answer is not a number."""
    return Numbers(number_column(mentees, question), number_column(mentors, question))


def number_column(people: People, question: str) -> Floats:
    words = said_by(people, question)
    other = np.flatnonzero((words.kind != NUMBER) & (words.kind != SILENT))
    if other.size:
        raise UnusableError(
            "answer_of_other_kind", person=ids_of(people)[int(other[0])], question=question
        )
    found = np.full(words.kind.size, np.nan)
    table = np.array([float(word) for word in words.table], dtype=np.float64)
    found[words.kind == NUMBER] = table[words.place]
    return found


def as_choices(answer: Answer | None) -> frozenset[str]:
    """An answer as a set of choices; one text or number is a set of one."""
    if answer is None:
        return frozenset()
    many = answer if isinstance(answer, frozenset) else {str(answer)}
    return frozenset(plain(one) for one in many) - {""}


def texts(mentees: People, mentors: People, question: str, wanted: str, model: str) -> Vectors:
    """What both wrote, through a model, both sides together so that rare is rare for both."""
    written = [*texts_of(mentees, wanted or question), *texts_of(mentors, question)]
    found = directions(written, model_named(model))
    return Vectors(found[: len(mentees)], found[len(mentees) :])


def texts_of(people: People, question: str) -> Iterator[str]:
    return (one if isinstance(one, str) else "" for one in answered(people, question))


def wishes(mentees: People, mentors: People, side: str) -> Marks:
    """1 for the first wish of ``side``, falling evenly towards 0; who wished nothing is unknown."""
    everybody = (np.ones(len(mentees), dtype=bool), np.ones(len(mentors), dtype=bool))
    if side == "mentor":
        laid = marks(mentors, mentees, ranked).T.tocsr()
        return Marks(laid, (everybody[0], wished(mentors)))
    return Marks(marks(mentees, mentors, ranked), (wished(mentees), everybody[1]))


def wished(people: People) -> Yes:
    found: Yes = np.diff(named_by(people, "wishes").start) > 0
    return found


def ranked(many: Whole, rank: Whole, _different: Whole) -> Floats:
    """Each wish with its worth, for the first 1 and for the last of n wishes 1/n."""
    found: Floats = (many - rank) / many
    return found


def marks(
    people: People, others: People, give: Callable[[Whole, Whole, Whole], Floats]
) -> sparse.csr_array:
    """A sparse matrix of what each of ``people`` gives to each of the others she wished for."""
    row, column, rank, different = named_places(people, others, "wishes")
    worth = give(np.diff(named_by(people, "wishes").start)[row], rank, different)
    there = worth > 0
    return laid_out(row[there], column[there], worth[there], (len(people), len(others)))


def named_places(people: People, others: People, name: str) -> tuple[Whole, ...]:
    """Who named whom in a field, nobody twice: rows, columns, and as which, from 0.

    The last two count among all that were named, and among all different ones.
    """
    words = named_by(people, name)
    there = places_of(others, frozenset(words.table))
    column_of = np.array([there.get(other, -1) for other in words.table], dtype=np.int64)
    row, column = words.rows, column_of[words.place]
    rank = np.arange(row.size) - words.start[row]
    first = np.sort(np.unique(row * len(words.table) + words.place, return_index=True)[1])
    row, column, rank = row[first], column[first], rank[first]
    different = np.arange(row.size) - np.searchsorted(row, row)
    known = column >= 0
    return row[known], column[known], rank[known], different[known]


def places_of(people: People, names: Set[str]) -> dict[str, int]:
    """Where those of the given ids stand who are there."""
    if not names:
        return {}
    return {person: place for place, person in enumerate(ids_of(people)) if person in names}


def laid_out(
    rows: Whole, columns: Whole, found: Floats, shape: tuple[int, int]
) -> sparse.csr_array:
    """A sparse matrix of numbers; of several at one place the last."""
    last = np.unique((rows * shape[1] + columns)[::-1], return_index=True)[1]
    place = rows.size - 1 - last
    at_rows, at_columns = rows[place].astype(np.int32), columns[place].astype(np.int32)
    return sparse.csr_array((found[place], (at_rows, at_columns)), shape=shape)
