"""A co-mentor is proposed by a coordinator; only the members can let somebody in.

Their browsers sign that she belongs to their pages. Here stands who may be thought of at all.
"""

from django.db import transaction

from rapport.domain.events import CoMentorProposed, CoMentorWithdrawn
from rapport.domain.refusals import NotAcceptable
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.matching.actions.circle import require_no_line
from rapport.matching.actions.people import let_in
from rapport.people.models import Person
from rapport.programmes.models import Enrolment
from rapport.relationships.actions.co_mentors import require_seat
from rapport.relationships.models import Relationship
from rapport.sealed.actions import propose_member
from rapport.sealed.models import Candidacy

NOT_HERE = _(
    "Only somebody who signed up as a mentor for this intake, and is not among them yet, can be "
    "proposed. Nothing was proposed; choose somebody from the list."
)


@transaction.atomic
def propose_co_mentor(relationship: Relationship, whom: Enrolment, *, by: Person) -> Candidacy:
    """Proposed twice, she is proposed once. She sees nothing before all of them have let her in."""
    relationship.lock_open()
    require_seat(relationship)
    if whom not in possible_co_mentors(relationship):
        raise NotAcceptable(NOT_HERE)
    require_no_line([whom, *enrolments_of(relationship)])
    let_in([whom], by=by)
    person = whom.person
    if person is None:
        raise NotAcceptable(NOT_HERE)
    known = relationship.space.candidacies.filter(person=person).first()
    if known is not None:
        return known
    candidacy = propose_member(relationship.space, person, by=by)
    record(CoMentorProposed(relationship=relationship.pk, person=person.pk, by=by.pk))
    return candidacy


@transaction.atomic
def withdraw_co_mentor(relationship: Relationship, person: Person, *, by: Person) -> None:
    """As long as they have not let her in; what they already signed counts."""
    relationship.lock_open()
    gone, _kinds = relationship.space.candidacies.filter(person=person).delete()
    if gone:
        record(CoMentorWithdrawn(relationship=relationship.pk, person=person.pk, by=by.pk))


def possible_co_mentors(relationship: Relationship) -> list[Enrolment]:
    """Who signed up as a mentor in this intake and is not in the relationship."""
    roles = [Enrolment.Role.MENTOR, Enrolment.Role.EITHER]
    enrolled = relationship.intake.enrolments.filter(role__in=roles, withdrawn_at=None)
    inside = relationship.participants.values("person")
    return list(enrolled.exclude(person__in=inside).select_related("person"))


def enrolments_of(relationship: Relationship) -> list[Enrolment]:
    """The sign-ups of those who are in it; a seat without a sign-up has none."""
    seats = relationship.participants.select_related("enrolment")
    return [each.enrolment for each in seats if each.enrolment is not None]
