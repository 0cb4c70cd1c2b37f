"""What the page of a round shows: pairs with their reasons, and who has nobody."""

from typing import Any
from uuid import UUID

from rapport.matching.models import MatchingRound, Proposal
from rapport.matching.queries.proposals import mentors_for
from rapport.matching.words import fit_in_words, said
from rapport.programmes.models import Enrolment


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


def mentors_in_words(matching_round: MatchingRound, mentee: Enrolment) -> list[dict[str, Any]]:
    """Mentors with a free place, for a choice: number, name with how they fit, whether they may."""
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
