"""A relationship brought together by hand, in any format: a group, a team, peers, a flash meeting.

Pairs of a round are solved, proposed and announced; a circle begins as soon as it is put together.
Its people get in as everybody does: by an invitation, once.
"""

from collections.abc import Mapping
from itertools import combinations

from django.db import transaction

from rapport.domain.formats import Format
from rapport.domain.permissions import Role
from rapport.domain.refusals import NotAcceptable
from rapport.domain.sentences import _
from rapport.matching.actions.people import let_in
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, Intake
from rapport.relationships.actions.beginning import Seat, begin_relationship, require_seats
from rapport.relationships.models import Relationship

OWN_LINE = _(
    "“%(one)s” and “%(other)s” cannot be in one circle: one is the line manager or advisor of the "
    "other. Nothing was begun; choose somebody else."
)


@transaction.atomic
def begin_circle(
    intake: Intake, shaped: Format, roles: Mapping[Enrolment, Role], *, by: Person
) -> Relationship:
    """Bring these people together; NotAcceptable when seats or lines of command do not allow it."""
    intake.lock()
    require_seats([Seat(by, role) for role in roles.values()], shaped)
    require_no_line(list(roles))
    let_in(roles, by=by)
    seats = [
        Seat(each.person, role, each) for each, role in roles.items() if each.person is not None
    ]
    return begin_relationship(intake, seats, by=by, shaped=shaped)


def require_no_line(enrolments: list[Enrolment]) -> None:
    """Mentoring stands outside the line of command, in a circle as in a pair."""
    for one, other in combinations(enrolments, 2):
        if names_of(one) & line_of(other) or names_of(other) & line_of(one):
            raise NotAcceptable(OWN_LINE, one=str(one), other=str(other))


def names_of(enrolment: Enrolment) -> set[str]:
    known = (enrolment.name, enrolment.email, enrolment.reference)
    return {each.strip().casefold() for each in known if each.strip()}


def line_of(enrolment: Enrolment) -> set[str]:
    return {str(each).strip().casefold() for each in enrolment.never_with}
