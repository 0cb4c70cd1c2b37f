"""Pairs are announced, once: relationships begin, and whoever is not here yet is invited."""

from collections.abc import Iterable

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from rapport.domain.events import PairsAnnounced
from rapport.domain.permissions import Role
from rapport.domain.refusals import Incomplete
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.matching.actions.matching_round import require_free, standing
from rapport.matching.models import MatchingRound, Proposal
from rapport.matching.pool import pool_of
from rapport.organisations.actions.invitations import invite_people
from rapport.people.models import Person
from rapport.programmes.models import Enrolment
from rapport.relationships.actions.beginning import Seat
from rapport.relationships.actions.beginning_many import begin_pairs

NO_PAIRS = _("There is no pair in this round. Nothing was announced; put somebody together first.")
PEOPLE_AT_ONCE = 500


@transaction.atomic
def announce_round(matching_round: MatchingRound, *, by: Person) -> MatchingRound:
    """Begin every relationship and invite everybody. Announced twice at once, it is once."""
    matching_round.intake.lock()
    matching_round.lock()
    if matching_round.announced_at:
        return matching_round
    proposals = list(standing(matching_round))
    require_pairs(matching_round, proposals)
    enrolments = people_of(proposals)
    give_people(enrolments.values())
    begin_pairs(matching_round.intake, pairs_of(proposals, enrolments), by=by)
    invite_newcomers(enrolments.values(), by)
    matching_round.announced_at, matching_round.announced_by = timezone.now(), by
    matching_round.save(update_fields=["announced_at", "announced_by"])
    record(PairsAnnounced(matching_round=matching_round.pk, by=by.pk))
    return matching_round


def require_pairs(matching_round: MatchingRound, proposals: list[Proposal]) -> None:
    """At least one pair, and everybody in them still free."""
    if not proposals:
        raise Incomplete(NO_PAIRS)
    require_free(pool_of(matching_round.intake), proposals)


def people_of(proposals: Iterable[Proposal]) -> dict[object, Enrolment]:
    """Everybody concerned, each once, however many pairs she is in."""
    both = ((proposal.mentor, proposal.mentee) for proposal in proposals)
    return {each.pk: each for pair in both for each in pair}


def give_people(enrolments: Iterable[Enrolment]) -> None:
    """Each gets the account with her address, or a new one that waits for its owner."""
    waiting = [each for each in enrolments if each.person_id is None]
    addressed = [each for each in waiting if each.email]
    silent = [each for each in waiting if not each.email]
    Person.objects.bulk_create(map(person_for, addressed), ignore_conflicts=True)
    here = Person.objects.filter(email__in=[each.email.lower() for each in addressed])
    known = {person.email: person for person in here}
    for enrolment in addressed:
        enrolment.person = known[enrolment.email.lower()]
    for enrolment, person in zip(
        silent, Person.objects.bulk_create(map(person_for, silent)), strict=True
    ):
        enrolment.person = person
    Enrolment.objects.bulk_update(waiting, ["person"], batch_size=PEOPLE_AT_ONCE)


def person_for(enrolment: Enrolment) -> Person:
    """Without a password; without an address somebody hands her a link."""
    return Person(
        email=enrolment.email.lower() or None,
        name=str(enrolment),
        time_zone=enrolment.time_zone or "UTC",
        password=make_password(None),
    )


def seat(enrolment: Enrolment, role: Role) -> Seat:
    person = enrolment.person
    if person is None:
        raise ValueError("Everybody in a pair was given a person before.")
    return Seat(person, role, enrolment)


def pairs_of(
    proposals: Iterable[Proposal], enrolments: dict[object, Enrolment]
) -> Iterable[tuple[Seat, Seat]]:
    """Who sits down with whom: the mentor first."""
    for proposal in proposals:
        yield (
            seat(enrolments[proposal.mentor_id], Role.MENTOR),
            seat(enrolments[proposal.mentee_id], Role.MENTEE),
        )


def invite_newcomers(enrolments: Iterable[Enrolment], by: Person) -> None:
    """Whoever does not belong to the organisation yet; one letter a person."""
    names = {each.person: str(each) for each in enrolments if each.person}
    invite_people(names, by=by)
