"""“Why not these two?”: the rules against a pair, or what insisting on it would cost others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from rapport.matching import engine
from rapport.matching.actions.matching_round import solution_of
from rapport.matching.models import MatchingRound
from rapport.matching.words import fit_in_words, rule_in_words
from rapport.programmes.models import Enrolment

if TYPE_CHECKING:
    from rapport.matching.engine import Solution

MANY = 5
SHOWN_MOVES = 20


def why_not_page(
    found: MatchingRound, mentee: Enrolment, mentor: Enrolment | None
) -> dict[str, Any]:
    """What speaks against a pair today, and the next-best mentors of the mentee, best first."""
    solution = solution_of(found)
    page = {"mentee": mentee, "mentor": mentor, "next_best": next_best(solution, mentee)}
    if mentor is None or str(mentee.pk) not in solution.candidates.row:
        return page
    return {**page, "answer": answer(solution, mentee, mentor)}


def next_best(solution: Solution, mentee: Enrolment) -> list[dict[str, Any]]:
    """Mentors no rule forbids, without the one she has; whether a place is free."""
    if str(mentee.pk) not in solution.candidates.row:
        return []
    ranked = engine.alternatives(solution, str(mentee.pk), MANY)
    people = names_of({one.mentor for one in ranked})
    return [
        {"name": people[one.mentor], "fit": fit_in_words(one.score), "free": one.free}
        for one in ranked
    ]


def answer(solution: Solution, mentee: Enrolment, mentor: Enrolment) -> dict[str, Any]:
    """The rules by name, or how many would be left and who would get somebody else."""
    try:
        why = engine.why_not(solution, (str(mentee.pk), str(mentor.pk)))
    except engine.UnusableError:
        return {"full": True}
    if why.cost is None:
        return {"rules": [rule_in_words(rule) for rule in why.rules]}
    moves = [move for move in why.cost.moves if move.mentee != str(mentee.pk)]
    names = names_of(
        {each for one in moves for each in (one.mentee, one.before, one.after) if each}
    )
    return {
        "fit": fit_in_words(why.score),
        "is_pair": not why.cost.moves,
        "fewer": max(0, -why.cost.people),
        "moved": len(moves),
        "moves": [
            {
                "mentee": names[one.mentee],
                "before": names.get(one.before or "", ""),
                "after": names.get(one.after or "", ""),
            }
            for one in moves[:SHOWN_MOVES]
        ],
    }


def names_of(numbers: set[str]) -> dict[str, str]:
    people = Enrolment.objects.filter(pk__in=[UUID(number) for number in numbers])
    return {str(each.pk): str(each) for each in people.select_related("person")}
