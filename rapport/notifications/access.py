"""The door to the list of people whom mails do not reach: who runs a programme sees its people."""

from django.db.models import Q, QuerySet
from django.http import Http404

from rapport.domain.permissions import PERMISSIONS, Act, Role, may
from rapport.notifications.kinds import Kind
from rapport.organisations.access import duties_of
from rapport.organisations.models import Membership
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, ProgrammeDuty
from rapport.relationships.models import Participant


def people_cared_for(person: Person) -> QuerySet[Person]:
    """All members for whoever keeps the accounts; else those in her programmes, or Http404."""
    if may(duties_of(person), Act.KEEP_ACCOUNTS):
        return Person.objects.filter(pk__in=Membership.objects.values("person"))
    duties = ProgrammeDuty.objects.filter(person=person, role__in=PERMISSIONS[Act.SEE_COURSE])
    if not duties.exists():
        raise Http404
    programmes = duties.values("programme")
    enrolled = Enrolment.objects.filter(intake__programme__in=programmes)
    # A co-mentor may sit in a relationship without ever having signed up.
    seated = Participant.objects.filter(relationship__intake__programme__in=programmes)
    hers = Q(pk__in=enrolled.values("person")) | Q(pk__in=seated.values("person"))
    return Person.objects.filter(hers)


def kinds_for(person: Person) -> list[Kind]:
    """The kinds of news that can concern her, so that she is asked about no other."""
    roles = set(ProgrammeDuty.objects.filter(person=person).values_list("role", flat=True))
    concerns = {
        Kind.PROGRAMME: bool(roles or duties_of(person)),
        Kind.SAFEGUARDING: Role.SAFEGUARDING in roles,
    }
    return [each for each in Kind if concerns.get(each, True)]
