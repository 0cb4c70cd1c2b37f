"""The door to the list of people whom mails do not reach: who runs a programme sees its people."""

from django.db.models import QuerySet
from django.http import Http404

from rapport.domain.permissions import PERMISSIONS, Act, Role, may
from rapport.notifications.kinds import Kind
from rapport.organisations.access import duties_of
from rapport.organisations.models import Membership
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, ProgrammeDuty


def people_cared_for(person: Person) -> QuerySet[Person]:
    """All members for whoever keeps the accounts; else those in her programmes, or Http404."""
    if may(duties_of(person), Act.KEEP_ACCOUNTS):
        return Person.objects.filter(pk__in=Membership.objects.values("person"))
    duties = ProgrammeDuty.objects.filter(person=person, role__in=PERMISSIONS[Act.SEE_COURSE])
    if not duties.exists():
        raise Http404
    enrolled = Enrolment.objects.filter(intake__programme__in=duties.values("programme"))
    return Person.objects.filter(pk__in=enrolled.values("person"))


def kinds_for(person: Person) -> list[Kind]:
    """The kinds of news that can concern her, so that she is asked about no other."""
    roles = set(ProgrammeDuty.objects.filter(person=person).values_list("role", flat=True))
    concerns = {
        Kind.PROGRAMME: bool(roles or duties_of(person)),
        Kind.SAFEGUARDING: Role.SAFEGUARDING in roles,
    }
    return [each for each in Kind if concerns.get(each, True)]
