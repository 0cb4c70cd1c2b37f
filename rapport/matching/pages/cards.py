"""Links for people without an address: made when they are printed, and never kept."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from rapport.matching.actions.announcement import people_of
from rapport.matching.models import MatchingRound
from rapport.matching.pages.qr_code import Squares, squares_of
from rapport.matching.queries.proposals import standing
from rapport.organisations.actions.invitations import invite_person
from rapport.organisations.models import Membership
from rapport.people.letters import absolute
from rapport.people.models import Person
from rapport.programmes.models import Enrolment


@dataclass(frozen=True)
class Card:
    """What is handed to one person."""

    name: str
    link: str
    until: datetime
    squares: Squares


def newcomers(matching_round: MatchingRound) -> list[Enrolment]:
    """Everybody in the pairs of a round who has not joined yet, by name."""
    people = people_of(standing(matching_round)).values()
    here = Membership.objects.filter(person__in=[each.person_id for each in people])
    joined = set(here.values_list("person_id", flat=True))
    return sorted((each for each in people if each.person_id not in joined), key=str)


@transaction.atomic
def make_cards(matching_round: MatchingRound, *, by: Person) -> list[Card]:
    """A fresh link for everybody without an address who has not joined; older links stop."""
    matching_round.lock()
    silent = [each for each in newcomers(matching_round) if each.person and not each.person.email]
    return [card_for(each, by) for each in silent]


def card_for(enrolment: Enrolment, by: Person) -> Card:
    if enrolment.person is None:
        raise ValueError("Only somebody who was announced gets a card.")
    invitation, token = invite_person(enrolment.person, by=by, name=str(enrolment))
    link = absolute(reverse("invitation", args=[token]))
    return Card(str(enrolment), link, invitation.expires_at, squares_of(link))
