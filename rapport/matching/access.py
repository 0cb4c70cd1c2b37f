"""The door to a round of matching: whoever forms pairs in its programme, nobody else.

What somebody is asked is hers alone: no coordinator finds it.
"""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from rapport.domain.permissions import Act
from rapport.matching.models import Asking, Choice, MatchingRound, Proposal
from rapport.people.models import Person
from rapport.programmes.access import intake_for
from rapport.programmes.models import Enrolment


def round_for(person: Person, slug: str, code: str, number: int) -> MatchingRound:
    """The round with this number of an intake; else Http404."""
    intake = intake_for(person, slug, code, to=Act.FORM_PAIRS)
    rounds = intake.matching_rounds.select_related("intake__programme", "announced_by")
    found = rounds.filter(number=number).first()
    if found is None:
        raise Http404
    return found


def proposal_for(person: Person, slug: str, code: str, number: int, pair: UUID) -> Proposal:
    """One pair of a round that nobody has taken out, under the same rule."""
    found_round = round_for(person, slug, code, number)
    proposals = found_round.proposals.select_related("round__intake__programme", "mentor", "mentee")
    proposal = proposals.filter(pk=pair, removed_at=None).first()
    if proposal is None:
        raise Http404
    return proposal


def mentee_for(
    person: Person, slug: str, code: str, number: int, mentee: UUID
) -> tuple[MatchingRound, Enrolment]:
    """Somebody who signed up for the intake of a round, under the same rule."""
    found = round_for(person, slug, code, number)
    enrolment = found.intake.enrolments.filter(pk=mentee).first()
    if enrolment is None:
        raise Http404
    return found, enrolment


def askings_of(person: Person) -> QuerySet[Asking]:
    """What this person is asked at the moment, by the last day."""
    mine = Asking.objects.filter(
        enrolment__person=person,
        round__asking_ended_at=None,
        round__announced_at=None,
        round__asked_at__isnull=False,
    )
    return mine.select_related("round__intake__programme").order_by("round__answers_until", "side")


def asking_for(person: Person, pk: UUID) -> Asking:
    """What this very person was asked, open or over; else Http404."""
    askings = Asking.objects.select_related(
        "round__intake__programme", "round__organisation", "enrolment__person"
    )
    found = askings.filter(pk=pk, enrolment__person=person).first()
    if found is None:
        raise Http404
    return found


def choice_for(person: Person, pk: UUID, choice: UUID) -> Choice:
    """One person she was shown there, under the same rule."""
    asking = asking_for(person, pk)
    found = asking.choices.select_related("other__person").filter(pk=choice).first()
    if found is None:
        raise Http404
    found.asking = asking
    return found
