"""The answers of both sides to one question, as columns of numbers.

Knows how to lay answers beside each other for many pairs at once. Does not know what is good.
Everything is held in whole numbers or compared element by element, so that a result never
depends on the order in which people stand.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
from scipy import sparse

from rapport.matching.engine.arrays import Floats, Weights, Whole, Yes
from rapport.matching.engine.criteria.pool import Answer, Person, plain
from rapport.matching.engine.sentences import UnusableError

from .texts import directions, model_named

type People = Sequence[Person]

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
    """Sets of choices: a matrix of weights (0..100) a side, and each side's own total."""

    mentees: Weights
    mentors: Weights
    mentee_total: Floats
    mentor_total: Floats

    @property
    def known(self) -> tuple[Yes, Yes]:
        """Who chose anything, on either side."""
        return self.mentee_total > 0, self.mentor_total > 0

    def grid(self, rows: slice) -> tuple[Floats, ...]:
        """In common, the mentee's total, the mentor's total: a row a mentee, a column a mentor."""
        shared = (exact(self.mentees[rows]) @ exact(self.mentors).T).astype(np.float64)
        return shared, self.mentee_total[rows, None], self.mentor_total[None, :]

    def each(self, rows: Whole, columns: Whole) -> tuple[Floats, ...]:
        """In common, the mentee's total, the mentor's total, for the given pairs."""
        both = exact(self.mentees[rows]) * exact(self.mentors[columns])
        shared = both.sum(axis=1, dtype=np.float64)
        return shared, self.mentee_total[rows], self.mentor_total[columns]


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
    return np.array([number_of(person, question) for person in people], dtype=np.float64)


def number_of(person: Person, question: str) -> float:
    answer = person.answer(question)
    if answer is None:
        return np.nan
    if not isinstance(answer, int | float):
        raise UnusableError("answer_of_other_kind", person=person.id, question=question)
    return float(answer)


def as_choices(answer: Answer | None) -> frozenset[str]:
    """An answer as a set of choices; one text or number is a set of one."""
    if answer is None:
        return frozenset()
    many = answer if isinstance(answer, frozenset) else {str(answer)}
    return frozenset(plain(one) for one in many) - {""}


def choices(mentees: People, mentors: People, question: str, wanted: str = "") -> Choices:
    """Each choice counts 1; the mentees answered ``wanted`` where that is another question."""
    return weigh(
        [dict.fromkeys(as_choices(one.answer(wanted or question)), 1) for one in mentees],
        [dict.fromkeys(as_choices(one.answer(question)), 1) for one in mentors],
    )


def weighted_choices(mentees: People, mentors: People, question: str) -> Choices:
    """Each choice counts by its importance (mentee) or level (mentor), in whole hundredths."""
    return weigh(
        [with_importance(one, question) for one in mentees],
        [with_importance(one, question) for one in mentors],
    )


def with_importance(person: Person, question: str) -> dict[str, int]:
    known = {plain(topic): weight for topic, weight in person.importance.items()}
    return {
        choice: round(HUNDRED * min(1.0, max(0.0, known.get(choice, 1.0))))
        for choice in as_choices(person.answer(question))
    }


def texts(mentees: People, mentors: People, question: str, wanted: str, model: str) -> Vectors:
    """What both wrote, through a model, both sides together so that rare is rare for both."""
    written = [text_of(one, wanted or question) for one in mentees]
    written += [text_of(one, question) for one in mentors]
    found = directions(written, model_named(model))
    return Vectors(found[: len(mentees)], found[len(mentees) :])


def text_of(person: Person, question: str) -> str:
    answer = person.answer(question)
    return answer if isinstance(answer, str) else ""


def weigh(mentees: Sequence[dict[str, int]], mentors: Sequence[dict[str, int]]) -> Choices:
    """Lay weights out as matrices over the choices that occur on both sides."""
    both = named(mentees) & named(mentors)
    place = {choice: number for number, choice in enumerate(sorted(both))}
    return Choices(matrix(mentees, place), matrix(mentors, place), totals(mentees), totals(mentors))


def named(weights: Iterable[dict[str, int]]) -> set[str]:
    return set[str]().union(*weights)


def matrix(weights: Sequence[dict[str, int]], place: dict[str, int]) -> Weights:
    laid = np.zeros((len(weights), len(place)), dtype=np.uint8)
    there = [[place[choice] for choice in one if choice in place] for one in weights]
    row = np.repeat(np.arange(len(weights)), [len(one) for one in there])
    column = np.fromiter(chain.from_iterable(there), dtype=np.int64, count=row.size)
    laid[row, column] = np.fromiter(
        (weight for one in weights for choice, weight in one.items() if choice in place),
        dtype=np.uint8,
        count=row.size,
    )
    return laid


def totals(weights: Sequence[dict[str, int]]) -> Floats:
    return np.array([sum(one.values()) for one in weights], dtype=np.float64)


def wishes(mentees: People, mentors: People, side: str) -> Marks:
    """1 for the first wish of ``side``, falling evenly towards 0; who wished nothing is unknown."""
    everybody = (np.ones(len(mentees), dtype=bool), np.ones(len(mentors), dtype=bool))
    if side == "mentor":
        laid = marks(mentors, mentees, ranked).T.tocsr()
        return Marks(laid, (everybody[0], wished(mentors)))
    return Marks(marks(mentees, mentors, ranked), (wished(mentees), everybody[1]))


def wished(people: People) -> Yes:
    return np.array([bool(person.wishes) for person in people], dtype=bool)


def ranked(person: Person) -> dict[str, float]:
    """Each wish with its worth, for the first 1 and for the last of n wishes 1/n."""
    many = len(person.wishes)
    return {other: (many - rank) / many for rank, other in reversed([*enumerate(person.wishes)])}


def marks(
    people: People, others: People, given: Callable[[Person], dict[str, float]]
) -> sparse.csr_array:
    """A sparse matrix of what each of ``people`` gives to each of ``others``, by id."""
    place = {other.id: column for column, other in enumerate(others)}
    found = [
        (row, place[other], worth)
        for row, person in enumerate(people)
        for other, worth in given(person).items()
        if other in place
    ]
    return laid_out(found, (len(people), len(others)))


def laid_out(found: Sequence[tuple[int, int, float]], shape: tuple[int, int]) -> sparse.csr_array:
    """A sparse matrix from (row, column, number); of several numbers at one place the largest."""
    best: dict[tuple[int, int], float] = {}
    for row, column, number in found:
        best[row, column] = max(number, best.get((row, column), number))
    rows = np.array([row for row, _ in best], dtype=np.int32)
    columns = np.array([column for _, column in best], dtype=np.int32)
    numbers_found = np.array(list(best.values()), dtype=np.float64)
    return sparse.csr_array((numbers_found, (rows, columns)), shape=shape)
