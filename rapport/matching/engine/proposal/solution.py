"""What a round of matching leads to, as values. Knows nothing about how it was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapport.matching.engine.assignment.result import Assignment, Objective
from rapport.matching.engine.candidates.permitted import Candidates
from rapport.matching.engine.criteria.kinds import Criteria
from rapport.matching.engine.criteria.pool import Pool
from rapport.matching.engine.sentences import Sentence

from .laying import Laid
from .pairs import Pair

type Role = Literal["mentee", "mentor"]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Somebody for whom there is nobody, and what stands in the way."""

    person: str
    role: Role
    why: Sentence


@dataclass(frozen=True, slots=True)
class NextSeat:
    """What one more seat at a mentor would change: more people placed, and points of the total."""

    people: int
    points: int


@dataclass(frozen=True, slots=True)
class Solution:
    """The best pairs for everybody. ``worst`` leaves out locked pairs; None when there is none.

    ``bound``: no other assignment of as many people with as good a worst pair has a higher total;
    ``gap`` is what it exceeds the total by, and 0 is the proof. ``pairs`` stand by the mentee's
    id; a great many of them are kept as columns and made while they are looked at.
    """

    pool: Pool
    criteria: Criteria
    seed: int
    objective: Objective
    pairs: Sequence[Pair]
    unmatched: tuple[Unmatched, ...]
    total: int
    worst: int | None
    bound: int
    gap: int
    next_seat: Mapping[str, NextSeat]
    laid: Laid = field(repr=False, compare=False)
    assignment: Assignment = field(repr=False, compare=False)

    @property
    def candidates(self) -> Candidates:
        """The pool as it was laid out."""
        return self.laid.found

    def pair_of_mentee(self, mentee: str) -> Pair | None:
        """The pair somebody is in as a mentee."""
        return next((pair for pair in self.pairs if pair.mentee == mentee), None)
