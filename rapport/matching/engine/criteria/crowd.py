"""Very many people in little memory: one column a question, and a person only while looked at.

Knows how to turn people into columns and back, and how to ask a tuple of people the same things.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import index
from typing import overload

import numpy as np

from rapport.matching.engine.arrays import Whole

from .person import OWN_FIELDS, Answer, Capacity, Person
from .words import Heard, Words

NAMED = ("line", "known_as", "wishes", "vetoes", "shareable")
"""The fields of a person that name people or questions."""

IN_ORDER = frozenset({"line", "wishes"})


@dataclass(frozen=True, eq=False)
class Crowd(Sequence[Person]):
    """People as columns. ``said``: by question; ``named``: by field; what nobody said is absent.

    A person of it is made anew each time she is looked at, equal to the one that was put in.
    """

    ids: tuple[str, ...]
    least: Whole
    most: Whole
    said: Mapping[str, Words]
    named: Mapping[str, Words]
    importance: Words

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> Person: ...
    @overload
    def __getitem__(self, at: slice) -> "Crowd": ...
    def __getitem__(self, at: int | slice) -> "Person | Crowd":
        if isinstance(at, slice):
            return self.taken(np.arange(len(self))[at])
        row = range(len(self))[index(at)]
        said = {question: words.answer_of(row) for question, words in self.said.items()}
        own = {name: said.pop(name) for name in OWN_FIELDS & said.keys()}
        names = {name: words.of(row) for name, words in self.named.items()}
        return Person(
            id=self.ids[row],
            capacity=Capacity(int(self.least[row]), int(self.most[row])),
            importance=self.importance.worths_of(row),
            answers={question: one for question, one in said.items() if one is not None},
            **{name: one for name, one in own.items() if one is not None},  # type: ignore[arg-type]
            **{name: one if name in IN_ORDER else frozenset(one) for name, one in names.items()},  # type: ignore[arg-type]
        )

    def taken(self, order: Whole) -> "Crowd":
        """The same people in another order, or some of them."""
        return Crowd(
            tuple(self.ids[row] for row in order.tolist()), self.least[order], self.most[order],
            {name: words.taken(order) for name, words in self.said.items()},
            {name: words.taken(order) for name, words in self.named.items()},
            self.importance.taken(order),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A person of a crowd who is asked little: her answers come from the columns, one at a time.

    To make her whole takes longer than all there is to say about a pair.
    """

    crowd: Crowd
    row: int

    @property
    def id(self) -> str:
        return self.crowd.ids[self.row]

    @property
    def wishes(self) -> tuple[str, ...]:
        return self.named("wishes")

    @property
    def shareable(self) -> tuple[str, ...]:
        return self.named("shareable")

    def answer(self, question: str) -> Answer | None:
        words = self.crowd.said.get(question)
        return None if words is None else words.answer_of(self.row)

    def named(self, field: str) -> tuple[str, ...]:
        words = self.crowd.named.get(field)
        return () if words is None else words.of(self.row)


type People = Sequence[Person]


def glimpsed(people: People, row: int) -> Person | Glimpse:
    """One of them, for a few questions."""
    return Glimpse(people, row) if isinstance(people, Crowd) else people[row]


def crowd_of(people: Iterable[Person]) -> Crowd:
    """Columns of people who may come one by one and are not kept."""
    said: dict[str, Heard] = defaultdict(Heard)
    named: dict[str, Heard] = defaultdict(Heard)
    importance, ids, seats = Heard(), list[str](), list[tuple[int, int]]()
    for row, person in enumerate(people):
        ids.append(person.id)
        seats.append((person.capacity.least, person.capacity.most))
        for question in OWN_FIELDS:
            said[question].answer(row, person.answer(question))
        for question in person.answers.keys() - OWN_FIELDS:
            said[question].answer(row, person.answer(question))
        for name in NAMED:
            if getattr(person, name):
                named[name].note(row, getattr(person, name))
        if person.importance:
            importance.note(row, person.importance, worth=person.importance.values())
    least, most = np.array(seats, dtype=np.int64).reshape(-1, 2).T
    return Crowd(
        tuple(ids), least.copy(), most.copy(),
        {question: one.words(len(ids)) for question, one in said.items() if one.rows},
        {name: one.words(len(ids)) for name, one in named.items()},
        importance.words(len(ids)),
    )  # fmt: skip


def least_and_most(people: People) -> tuple[Whole, Whole]:
    """How many people everybody counts on, and how many she takes."""
    if isinstance(people, Crowd):
        return people.least, people.most
    seats = [(person.capacity.least, person.capacity.most) for person in people]
    least, most = np.array(seats, dtype=np.int64).reshape(-1, 2).T
    return least.copy(), most.copy()


def said_by(people: People, question: str) -> Words:
    """Everybody's answer to a question."""
    if isinstance(people, Crowd):
        return people.said.get(question) or Heard().words(len(people))
    return heard(people, lambda one, row, person: one.answer(row, person.answer(question)))


def named_by(people: People, name: str) -> Words:
    """Everybody's entries in one of the fields ``NAMED``."""
    if isinstance(people, Crowd):
        return people.named.get(name) or Heard().words(len(people))
    return heard(people, lambda one, row, person: one.note(row, getattr(person, name)))


def importance_to(people: People) -> Words:
    """How much topics matter to everybody, where it was said."""
    if isinstance(people, Crowd):
        return people.importance

    def note(one: Heard, row: int, person: Person) -> None:
        one.note(row, person.importance, worth=person.importance.values())

    return heard(people, note)


def heard(people: People, note: Callable[[Heard, int, Person], None]) -> Words:
    """What everybody has to say, asked one by one."""
    one = Heard()
    for row, person in enumerate(people):
        note(one, row, person)
    return one.words(len(people))


def with_names(people: People) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Id, line and other names of those who have a line or other names."""
    if isinstance(people, Crowd):
        line, known_as = named_by(people, "line"), named_by(people, "known_as")
        for row in np.flatnonzero((line.kind > 0) | (known_as.kind > 0)).tolist():
            yield people.ids[row], line.of(row), known_as.of(row)
        return
    for person in people:
        if person.line or person.known_as:
            yield person.id, person.line, tuple(person.known_as)


def answered(people: People, question: str) -> Iterator[Answer | None]:
    """Everybody's answer, one by one."""
    if isinstance(people, Crowd):
        words = said_by(people, question)
        return (words.answer_of(row) for row in range(len(people)))
    return (person.answer(question) for person in people)
