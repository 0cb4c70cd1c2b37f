"""Who takes part in a round of matching, as values.

Knows the shape of a pool, and what makes one impossible. Knows no rule, no score.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

from rapport.matching.engine.sentences import UnusableError

from .person import Person, ids_of

type PairOfIds = tuple[str, str]
"""(mentee's id, mentor's id), always in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Everybody of one round. Somebody who is both appears on both sides with the same id.

    A side is a tuple of people, or a ``Crowd`` where there are very many. ``locked``: pairs
    already decided by hand. ``forbidden``: pairs ruled out by hand. ``lines``: for people outside
    the pool, who is directly above them.
    """

    mentees: Sequence[Person]
    mentors: Sequence[Person]
    locked: frozenset[PairOfIds] = frozenset()
    forbidden: frozenset[PairOfIds] = frozenset()
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        for role, people in (("mentee", self.mentees), ("mentor", self.mentors)):
            refuse_twice(role, ids_of(people))
        named = set(chain.from_iterable(self.locked | self.forbidden))
        known = named.intersection(chain(ids_of(self.mentees), ids_of(self.mentors)))
        for person in sorted(named):
            if person not in known:
                raise UnusableError("person_unknown", person=person)

    def everybody(self) -> Iterator[Person]:
        """Mentees, then mentors; whoever is both comes twice."""
        return chain(self.mentees, self.mentors)


def refuse_twice(role: str, ids: Iterable[str]) -> None:
    """Raise when an id stands twice on one side, for then it is unclear whose answers count."""
    seen: set[str] = set()
    for person in ids:
        if person in seen:
            raise UnusableError("person_twice", person=person, role=role)
        seen.add(person)
