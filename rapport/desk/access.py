"""The door to the desk: whoever has a duty in a programme sees that programme, and no other."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from rapport.domain.permissions import PERMISSIONS, Act
from rapport.organisations.models import Duty
from rapport.people.models import Person
from rapport.programmes.models import Programme
from rapport.relationships.models import TalkRequest


def programmes_for(person: Person, *, to: Act) -> QuerySet[Programme]:
    """The programmes in which this person's duties allow this act."""
    duties = {"duties__person": person, "duties__role__in": PERMISSIONS[to]}
    return Programme.objects.filter(**duties).distinct().order_by("name")


def require_desk(person: Person) -> None:
    """Http404 for everybody who neither runs or serves a programme nor may start one."""
    serves = programmes_for(person, to=Act.SEE_PROGRAMME).exists()
    starts = Duty.objects.filter(person=person, role__in=PERMISSIONS[Act.START_PROGRAMME])
    if not serves and not starts.exists():
        raise Http404


def talks_for(person: Person) -> QuerySet[TalkRequest]:
    """Open requests in this person's programmes; never from a relationship she is in herself."""
    programmes = programmes_for(person, to=Act.SEE_COURSE)
    requests = TalkRequest.objects.filter(
        answered_at__isnull=True, relationship__intake__programme__in=programmes
    ).exclude(relationship__participants__person=person)
    return requests.select_related("person", "relationship__intake__programme").order_by("asked_at")


def talk_for(person: Person, number: UUID) -> TalkRequest:
    """One of them; else Http404."""
    request = talks_for(person).filter(pk=number).first()
    if request is None:
        raise Http404
    return request
