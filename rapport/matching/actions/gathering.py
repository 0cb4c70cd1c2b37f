"""Pairs of a round become relationships: each its own, or several one where the format says so.

A circle whose seats are not filled begins as what its people make: a team without a second mentor
one to one, for instance. Nobody waits for people who may never come.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapport.domain.formats import Format, Gathering, Shape, begun_as, roles_in
from rapport.domain.permissions import Role
from rapport.matching.actions.circle import require_no_line
from rapport.matching.models import Proposal
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, Intake
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.beginning_many import begin_pairs
from rapport.relationships.models import Relationship


@dataclass(frozen=True)
class Circle:
    """One relationship to be: its pairs, the best fit first, and what it begins as."""

    proposals: tuple[Proposal, ...]
    format: Format
    roles: Mapping[Enrolment, Role]

    @property
    def is_fixed(self) -> bool:
        return all(each.is_locked for each in self.proposals)


def circles_of(intake: Intake, proposals: Iterable[Proposal]) -> list[Circle]:
    """What the pairs of a round will begin as, in the format of its intake."""
    shape: Shape = intake.shape
    around: dict[object, list[Proposal]] = {}
    for each in sorted(proposals, key=lambda one: (-(one.score or 0), str(one.pk))):
        around.setdefault(middle_of(each, shape.gathering), []).append(each)
    return [circle_of(intake.format, shape, pairs) for pairs in around.values()]


def middle_of(proposal: Proposal, gathering: Gathering | None) -> object:
    """The person around whom a pair gathers with others; the pair itself where none does."""
    if gathering is None:
        return proposal.pk
    return proposal.mentor_id if gathering.around is Role.MENTOR else proposal.mentee_id


def circle_of(wanted: Format, shape: Shape, pairs: Sequence[Proposal]) -> Circle:
    mentors = list(dict.fromkeys(each.mentor for each in pairs))
    mentees = list(dict.fromkeys(each.mentee for each in pairs))
    roles = roles_in(shape, len(mentors), len(mentees))
    people = dict(zip([*mentors, *mentees], roles, strict=True))
    return Circle(tuple(pairs), begun_as(wanted, roles), people)


def begin_circles(
    intake: Intake, circles: Iterable[Circle], people: Mapping[object, Enrolment], *, by: Person
) -> None:
    """Every pair learns its relationship. Two people begin in bulk, whatever their format."""
    twos: dict[Format, list[Circle]] = {}
    for circle in circles:
        if len(circle.roles) == 2:
            twos.setdefault(circle.format, []).append(circle)
            continue
        require_no_line(list(circle.roles))
        settle(
            circle, begin_relationship(intake, seats(circle, people), by=by, shaped=circle.format)
        )
    for shaped, several in twos.items():
        pairs = [pair_of_seats(circle, people) for circle in several]
        begun = begin_pairs(intake, pairs, by=by, shaped=shaped)
        for circle, relationship in zip(several, begun, strict=True):
            settle(circle, relationship)


def settle(circle: Circle, relationship: Relationship) -> None:
    for each in circle.proposals:
        each.relationship = relationship


def seats(circle: Circle, people: Mapping[object, Enrolment]) -> list[Seat]:
    return [seat(people[each.pk], role) for each, role in circle.roles.items()]


def pair_of_seats(circle: Circle, people: Mapping[object, Enrolment]) -> tuple[Seat, Seat]:
    first, second = seats(circle, people)
    return first, second


def seat(enrolment: Enrolment, role: Role) -> Seat:
    person = enrolment.person
    if person is None:
        raise ValueError("Everybody in a pair was given a person before.")
    return Seat(person, role, enrolment)
