"""The only door to a relationship. A stranger gets “not found”, whatever she asks for."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from rapport.domain.permissions import ALLOWED_AFTER_CLOSE, Act, Role, may
from rapport.people.models import Person
from rapport.programmes.models import ProgrammeDuty
from rapport.relationships.models import Meeting, Participant, Relationship


@dataclass(frozen=True)
class Standing:
    """A relationship as one of its members sees it: herself, and the others."""

    relationship: Relationship
    me: Participant
    others: tuple[Participant, ...]


def relationship_for(person: Person, code: str, *, to: Act) -> Relationship:
    """The relationship with this code, if this person may do this with it now; else Http404."""
    relationship = relationship_at(code)
    require(relationship, roles_of(person, relationship), to)
    return relationship


def standing_for(person: Person, code: str, *, to: Act) -> Standing:
    """The same for a member's page, which needs to know who is who; a duty does not open it."""
    relationship = relationship_at(code)
    everybody = list(relationship.participants.select_related("person").order_by("role", "pk"))
    me = next((each for each in everybody if each.person_id == person.pk), None)
    if me is None:
        raise Http404
    require(relationship, frozenset({Role(me.role)}), to)
    return Standing(relationship, me, tuple(each for each in everybody if each != me))


def relationship_at(code: str) -> Relationship:
    found = Relationship.objects.select_related("intake__programme", "space", "agreement_draft")
    relationship = found.filter(code=code).first()
    if relationship is None:
        raise Http404
    return relationship


def require(relationship: Relationship, roles: frozenset[Role], act: Act) -> None:
    """Http404 unless people with these roles may do this with the relationship as it is now."""
    if not may(roles, act) or (relationship.is_closed and act not in ALLOWED_AFTER_CLOSE):
        raise Http404


def meeting_for(standing: Standing, number: UUID) -> Meeting:
    """A meeting of this relationship; else Http404. It knows its relationship without asking."""
    meetings = standing.relationship.meetings.select_related("agenda", "place", "series")
    meeting = meetings.filter(pk=number).first()
    if meeting is None:
        raise Http404
    meeting.relationship = standing.relationship
    return meeting


def roles_of(person: Person, relationship: Relationship) -> frozenset[Role]:
    """What the person is towards this relationship."""
    taking_part = relationship.participants.filter(person=person).values_list("role")
    duties = ProgrammeDuty.objects.filter(
        programme=relationship.intake.programme_id, person=person
    ).values_list("role")
    return frozenset(Role(role) for (role,) in taking_part.union(duties))
