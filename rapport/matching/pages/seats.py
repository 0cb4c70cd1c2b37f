"""The board: every mentor with her places and who sits there, and everybody who has nobody yet."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rapport.matching.actions.edit import newest_number
from rapport.matching.models import MatchingRound, Proposal
from rapport.matching.queries.pool import pool_of
from rapport.matching.queries.proposals import pair_of, waiting
from rapport.matching.words import fit_in_words
from rapport.programmes.models import Enrolment

MOST_ON_A_BOARD = 600
"""People; a larger round is worked in lists, where a page has an end."""


@dataclass(frozen=True)
class Card:
    """A mentee on the board; without a proposal she has nobody yet."""

    mentee: Enrolment
    proposal: Proposal | None
    fit: str


@dataclass(frozen=True)
class Seat:
    """A mentor with her places in this round."""

    mentor: Enrolment
    places: int
    cards: list[Card]


def board_page(found: MatchingRound) -> dict[str, Any]:
    """Everything on the board, by name; as many queries for one person as for 600."""
    pool = pool_of(found.intake)
    places = {person.id: person.capacity.most for person in pool.mentors if person.capacity.most}
    wanting = {person.id for person in pool.mentees if person.capacity.most}
    numbers = [UUID(number) for number in wanting | places.keys()]
    here = Enrolment.objects.filter(pk__in=numbers).select_related("person")
    people = {str(each.pk): each for each in here.order_by("name", "pk")}
    pairs = list(waiting(found).order_by("mentee__name", "mentee__pk"))
    taken = {pair_of(each)[0] for each in pairs}
    free = [one for number, one in people.items() if number in wanting - taken]
    return {
        "seats": [
            Seat(one, places[number], cards_of(pairs, number))
            for number, one in people.items()
            if number in places
        ],
        "free": [Card(one, None, "") for one in free],
        "version": newest_number(found),
        "too_many": len(people) > MOST_ON_A_BOARD,
    }


def cards_of(pairs: list[Proposal], mentor: str) -> list[Card]:
    return [
        Card(each.mentee, each, fit_in_words(each.score))
        for each in pairs
        if pair_of(each)[1] == mentor
    ]


def state_of(found: MatchingRound, mentee: UUID) -> dict[str, Any]:
    """How one mentee stands now, for a board that is open in a browser."""
    proposal = waiting(found).filter(mentee=mentee).first()
    return {
        "version": newest_number(found),
        "mentor": str(proposal.mentor_id) if proposal else "",
        "fit": fit_in_words(proposal.score) if proposal else "",
        "locked": bool(proposal and proposal.is_locked),
        "pair": str(proposal.pk) if proposal else "",
    }
