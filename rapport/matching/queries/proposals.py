"""The pairs of a round, who still has a place, and who has nobody."""

from collections import Counter
from typing import Any

from django.db.models import QuerySet

from rapport.matching.models import MatchingRound, Proposal
from rapport.matching.queries.criteria import criteria_for
from rapport.matching.queries.pool import Pair, pool_of
from rapport.matching.words import in_words
from rapport.programmes.models import Enrolment

BY_HAND: dict[str, Any] = {"key": "by_hand", "words": {}}


def standing(matching_round: MatchingRound) -> QuerySet[Proposal]:
    """The pairs of a round that nobody has taken out.

    People come by questions of their own: right after a large import the database knows no
    figures yet, and would join pairs, mentors and mentees in a loop within a loop.
    """
    return matching_round.proposals.filter(removed_at=None).prefetch_related(
        "mentor__person", "mentee__person"
    )


def waiting(matching_round: MatchingRound) -> QuerySet[Proposal]:
    """Those of them that are not announced yet."""
    return standing(matching_round).filter(announced_at=None)


def pair_of(proposal: Proposal) -> Pair:
    return str(proposal.mentee_id), str(proposal.mentor_id)


def left_over(matching_round: MatchingRound) -> list[dict[str, Any]]:
    """Everybody who is free and in no pair of this round, with what stands in the way."""
    why = {
        one["enrolment"]: one["why"]
        for one in reversed(matching_round.summary.get("unmatched", []))
    }
    pairs = matching_round.proposals.filter(removed_at=None).values_list("mentee_id", "mentor_id")
    placed = {str(number) for pair in pairs for number in pair}
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
    from rapport.matching.engine.candidates.permitted import candidates  # noqa: PLC0415  # scipy

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
