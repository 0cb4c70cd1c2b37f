"""What the page of a round shows: pairs with their reasons, and who has nobody."""

from collections import Counter
from typing import Any
from uuid import UUID

from rapport.matching.actions.matching_round import pair_of, standing, waiting
from rapport.matching.criteria import criteria_for
from rapport.matching.engine.candidates import candidates
from rapport.matching.models import MatchingRound, Proposal
from rapport.matching.pool import pool_of
from rapport.matching.words import fit_in_words, in_words, said
from rapport.programmes.models import Enrolment

BY_HAND: dict[str, Any] = {"key": "by_hand", "words": {}}


def shown_pair(proposal: Proposal) -> dict[str, Any]:
    """One pair as the page takes it."""
    return {
        "proposal": proposal,
        "mentee": proposal.mentee,
        "mentor": proposal.mentor,
        "fit": fit_in_words(proposal.score),
        "reasons": said(proposal.reasons.get("reasons", [])),
        "notes": said(proposal.reasons.get("notes", [])),
    }


def left_over(matching_round: MatchingRound) -> list[dict[str, Any]]:
    """Everybody who is free and in no pair of this round, with what stands in the way."""
    why = {
        one["enrolment"]: one["why"]
        for one in reversed(matching_round.summary.get("unmatched", []))
    }
    placed = {number for each in standing(matching_round) for number in pair_of(each)}
    free = {person.id for person in pool_of(matching_round.intake).everybody()} - placed
    people = Enrolment.objects.select_related("person").filter(pk__in=free).order_by("role", "name")
    return [{"enrolment": each, "why": sentence(why.get(str(each.pk)))} for each in people]


def sentence(why: dict[str, Any] | None) -> str:
    why = why or BY_HAND
    return in_words(why["key"], why["words"])


def free_mentors(matching_round: MatchingRound) -> set[str]:
    """Who still has a place when all pairs of this round come about."""
    taken = Counter(str(each.mentor_id) for each in waiting(matching_round))
    mentors = pool_of(matching_round.intake).mentors
    return {one.id for one in mentors if one.capacity.most > taken[one.id]}


def mentors_for(matching_round: MatchingRound, mentee: Enrolment) -> list[tuple[str, int, bool]]:
    """Mentors with a free place, the best first: number, points, whether no rule forbids it."""
    pool = pool_of(matching_round.intake)
    found = candidates(pool, criteria_for(matching_round.intake, pool), matching_round.seed)
    if str(mentee.pk) not in found.row:
        return []
    row = found.row[str(mentee.pk)]
    one = slice(row, row + 1)
    permitted = found.permitted(one)[0].tolist()
    points = found.scale.grid(one, len(found.mentors))[0].tolist()
    free = free_mentors(matching_round)
    ranked = zip((mentor.id for mentor in found.mentors), points, permitted, strict=True)
    return sorted((each for each in ranked if each[0] in free), key=lambda each: -each[1])


def mentors_in_words(matching_round: MatchingRound, mentee: Enrolment) -> list[dict[str, Any]]:
    """The same for a choice: number, name with how they fit, whether a rule is in the way."""
    ranked = mentors_for(matching_round, mentee)
    people = Enrolment.objects.select_related("person").in_bulk(
        [UUID(one) for one, _p, _m in ranked]
    )
    return [
        {
            "number": number,
            "name": f"{people[UUID(number)]} – {fit_in_words(points)}",
            "may": may,
        }
        for number, points, may in ranked
    ]
