"""One person who takes part in a round of matching, as a value.

Knows the shape of a person and what makes it impossible. Knows no rule, no score, no pool.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from rapport.matching.engine.sentences import UnusableError

type Answer = str | float | frozenset[str]

NOTHING: Mapping[str, float] = MappingProxyType({})


@lru_cache(maxsize=2**16)
def plain(name: str) -> str:
    """The same name whatever its case and spacing: answers are typed by hand."""
    return " ".join(name.casefold().split())


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many people somebody takes: ``least`` is tried for, ``most`` is never exceeded."""

    least: int = 0
    most: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.most:
            raise UnusableError("capacity_impossible", least=self.least, most=self.most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One side of a possible pair. Whatever is empty or None counts as not answered.

    ``capacity``: how many mentees a mentor takes; a mentee gets one mentor, or none when it is 0.
    ``topics``: what a mentee seeks, what a mentor offers. ``importance`` (0..1, absent means 1):
    how much a topic matters to a mentee, how well a mentor knows it.
    ``experience``: a number on any scale that both sides share (years, grade, stage).
    ``line``: line managers or advisors, the nearest first, by id or by any name in ``known_as``.
    ``utc_offset``: hours from UTC, -12..14, on the day the round begins.
    ``wishes``: ids, the dearest first. ``vetoes``: ids never to be paired with, no reason needed.
    ``shareable``: the questions whose answers the other side may read in an explanation.
    """

    id: str
    capacity: Capacity = Capacity()
    topics: frozenset[str] = frozenset()
    importance: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    experience: float | None = None
    line: tuple[str, ...] = ()
    known_as: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    site: str | None = None
    utc_offset: float | None = None
    availability: frozenset[str] = frozenset()
    wishes: tuple[str, ...] = ()
    vetoes: frozenset[str] = frozenset()
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    shareable: frozenset[str] = frozenset()

    def answer(self, question: str) -> Answer | None:
        """The answer to a question of the form, or to one of ``OWN_FIELDS``; None when missing."""
        found = getattr(self, question) if question in OWN_FIELDS else self.answers.get(question)
        return found if found is not None and found not in ("", frozenset()) else None


OWN_FIELDS = frozenset({"topics", "experience", "languages", "site", "utc_offset", "availability"})


def ids_of(people: Sequence[Person]) -> Sequence[str]:
    """The ids, in their order; people in columns have them at hand."""
    known: Sequence[str] | None = getattr(people, "ids", None)
    return [person.id for person in people] if known is None else known
