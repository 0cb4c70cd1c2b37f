"""The door to an organisation's own matters: accounts, duties, invitations."""

from uuid import UUID

from django.http import Http404

from rapport.domain.permissions import Act, Role, may
from rapport.organisations.models import Duty, Membership
from rapport.people.models import Person


def duties_of(person: Person) -> frozenset[Role]:
    """What somebody is in the whole of the present organisation."""
    roles = Duty.objects.filter(person=person).values_list("role", flat=True)
    return frozenset(Role(role) for role in roles)


def require_duty(person: Person, *, to: Act) -> None:
    """Lets through whose duty it is; for everybody else the page does not exist."""
    if not may(duties_of(person), to):
        raise Http404


def membership_for(person: Person, member: UUID, *, to: Act) -> Membership:
    """The membership of the person with this number, for whoever keeps the accounts."""
    require_duty(person, to=to)
    membership = Membership.objects.select_related("person").filter(person=member).first()
    if membership is None:
        raise Http404
    return membership
