"""What other criteria would change, before they are saved: for everybody, and for one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from rapport.matching import engine
from rapport.matching.actions.matching_round import solution_of
from rapport.matching.models import MatchingRound
from rapport.matching.words import fit_in_words
from rapport.programmes.models import Enrolment

if TYPE_CHECKING:
    from rapport.matching.engine import Criteria, Difference, Solution

SHOWN_MOVES = 50


@dataclass(frozen=True)
class ShownMove:
    """Somebody who would get somebody else; an empty name is nobody."""

    mentee: str
    before: str
    after: str


@dataclass(frozen=True)
class OnOne:
    """One person's pair and the next-best mentors, before and after."""

    name: str
    before: list[str]
    after: list[str]


@dataclass(frozen=True)
class Simulation:
    """Both solutions in words; nothing of it is stored."""

    people_before: int
    people_after: int
    weakest_before: str
    weakest_after: str
    moves: list[ShownMove]
    moved: int
    person: OnOne | None


def simulate_on(
    found: MatchingRound, criteria: Criteria, person: Enrolment | None = None
) -> Simulation:
    """Form the round's pairs under both criteria, each around what is fixed, and lay them side
    by side. NotNow when somebody in a fixed pair is not free any more."""
    before, after = solution_of(found), solution_of(found, criteria)
    difference = engine.compare(before, after)
    names = names_in(difference, (before, after), person)
    return Simulation(
        people_before=len(before.pairs),
        people_after=len(after.pairs),
        weakest_before=fit_in_words(before.worst),
        weakest_after=fit_in_words(after.worst),
        moves=shown_moves(difference, names),
        moved=len(difference.moves),
        person=on_one(person, before, after, names) if person else None,
    )


def shown_moves(difference: Difference, names: dict[str, str]) -> list[ShownMove]:
    return [
        ShownMove(
            names[one.mentee], names.get(one.before or "", ""), names.get(one.after or "", "")
        )
        for one in difference.moves[:SHOWN_MOVES]
    ]


def names_in(
    difference: Difference, solutions: Iterable[Solution], person: Enrolment | None
) -> dict[str, str]:
    """Names of everybody who is shown, by number; one query."""
    moves = difference.moves[:SHOWN_MOVES]
    numbers = {each for one in moves for each in (one.mentee, one.before, one.after)}
    if person is not None:
        for solution in solutions:
            numbers |= set(best_for(solution, str(person.pk)))
    people = Enrolment.objects.filter(pk__in=[UUID(one) for one in numbers if one])
    return {str(each.pk): str(each) for each in people.select_related("person")}


def best_for(solution: Solution, mentee: str) -> list[str]:
    """Her mentor first, then the three next best; empty for somebody who is not in the pool."""
    if mentee not in solution.candidates.row:
        return []
    pair = solution.pair_of_mentee(mentee)
    others = [one.mentor for one in engine.alternatives(solution, mentee)]
    return [pair.mentor, *others] if pair else ["", *others]


def on_one(person: Enrolment, before: Solution, after: Solution, names: dict[str, str]) -> OnOne:
    first, second = (
        [names.get(one, "") for one in best_for(solution, str(person.pk))]
        for solution in (before, after)
    )
    return OnOne(str(person), first, second)
