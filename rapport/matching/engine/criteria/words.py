"""What many people named to one question, as columns: no object a person, and none an answer.

Knows words and whose they are. Does not know what was asked, nor what it is good for.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from rapport.matching.engine.arrays import Floats, Ints, Weights, Whole

from .person import Answer

SILENT, TEXT, NUMBER, SEVERAL = range(4)
"""The kinds of answer; whoever did not answer is ``SILENT``."""

NO_ANSWER: tuple[Answer, ...] = ("", frozenset())


@dataclass(frozen=True, slots=True)
class Words:
    """Person ``i`` said the words from ``start[i]`` to ``start[i + 1]``, as places in ``table``.

    ``kind``: what kind of answer each person gave. ``worth``: a number beside each word, where
    there is one.
    """

    table: tuple[str, ...]
    start: Whole
    place: Ints
    kind: Weights
    worth: Floats

    @property
    def rows(self) -> Whole:
        """Whose each word is."""
        return np.repeat(np.arange(self.kind.size), np.diff(self.start))

    def of(self, person: int) -> tuple[str, ...]:
        """The words of one person, in the order she gave them."""
        return tuple([self.table[place] for place in self.places_of(person)])

    def places_of(self, person: int) -> list[int]:
        """The places of her words; by memoryview, for one person at a time arrays are slow."""
        start = self.start.data
        found: list[int] = self.place.data[start[person] : start[person + 1]].tolist()
        return found

    def answer_of(self, person: int) -> Answer | None:
        """What one person answered; None for nothing."""
        kind = int(self.kind[person])
        if kind == SILENT:
            return None
        found = self.of(person)
        if kind == SEVERAL:
            return frozenset(found)
        return number_in(found[0]) if kind == NUMBER else found[0]

    def worths_of(self, person: int) -> dict[str, float]:
        """The numbers beside the words of one person."""
        if not self.worth.size:
            return {}
        here = slice(int(self.start[person]), int(self.start[person + 1]))
        return dict(zip(self.of(person), self.worth[here].tolist(), strict=True))

    def taken(self, order: Whole) -> "Words":
        """The same people in another order, or some of them."""
        many = np.diff(self.start)[order]
        start = np.concatenate([[0], np.cumsum(many)])
        here = np.arange(start[-1]) + np.repeat(self.start[order] - start[:-1], many)
        worth = self.worth[here] if self.worth.size else self.worth
        return Words(self.table, start, self.place[here], self.kind[order], worth)


def number_in(word: str) -> float:
    """A number as it was given: whole ones stay whole, so that they are shown as they were."""
    return int(word) if word.lstrip("-").isdigit() else float(word)


@dataclass
class Heard:
    """Words under way, one person after the other; whoever is left out said nothing."""

    places: dict[str, int] = field(default_factory=dict)
    rows: array[int] = field(default_factory=lambda: array("q"))
    many: array[int] = field(default_factory=lambda: array("i"))
    kinds: bytearray = field(default_factory=bytearray)
    place: array[int] = field(default_factory=lambda: array("i"))
    worth: array[float] = field(default_factory=lambda: array("d"))

    def answer(self, row: int, answer: Answer | None) -> None:
        """Note an answer to a question of the form."""
        if answer is None or answer in NO_ANSWER:
            return
        if isinstance(answer, str):
            self.note(row, (answer,), TEXT)
        elif isinstance(answer, frozenset):
            self.note(row, sorted(answer), SEVERAL)
        else:
            self.note(row, (str(answer),), NUMBER)

    def note(
        self, row: int, words: Iterable[str], kind: int = SEVERAL, worth: Iterable[float] = ()
    ) -> None:
        """Note what somebody named, in this order."""
        places, before = self.places, len(self.place)
        self.place.extend([places.setdefault(word, len(places)) for word in words])
        self.worth.extend(worth)
        self.rows.append(row)
        self.many.append(len(self.place) - before)
        self.kinds.append(kind)

    def words(self, people: int) -> Words:
        """All that was noted of so many people."""
        many, kind = np.zeros(people, np.int64), np.zeros(people, np.uint8)
        rows = np.frombuffer(self.rows, np.int64) if self.rows else np.zeros(0, np.int64)
        if rows.size:
            many[rows] = np.frombuffer(self.many, np.int32)
            kind[rows] = np.frombuffer(self.kinds, np.uint8)
        return Words(
            tuple(self.places), np.concatenate([[0], np.cumsum(many)]),
            np.array(self.place, np.int32), kind, np.array(self.worth, np.float64),
        )  # fmt: skip
