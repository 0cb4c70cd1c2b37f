"""Who is meant by an assembly, which ones concern somebody, and how many check-ups there were."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from rapport.domain.assemblies import AssemblyKind, check_ups_in
from rapport.domain.permissions import PERMISSIONS, Act, Role
from rapport.learning.models import Assembly
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, Programme

SIGNED_UP_AS = {
    Role.MENTOR: (Enrolment.Role.MENTOR, Enrolment.Role.EITHER),
    Role.MENTEE: (Enrolment.Role.MENTEE, Enrolment.Role.EITHER),
}


def sign_ups_for(assembly: Assembly) -> QuerySet[Enrolment]:
    """Everybody of the programme on the side it is for; a peer is both."""
    roles = [role for side in assembly.purpose.sides for role in SIGNED_UP_AS[side]]
    here = Enrolment.objects.filter(intake__programme=assembly.programme_id, withdrawn_at=None)
    return here.filter(role__in=roles)


def invited_to(assembly: Assembly) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=sign_ups_for(assembly).values("person"))


def assemblies_for(person: Person) -> list[Assembly]:
    """What is ahead for her, the nearest first, with her own reply."""
    coming = Assembly.objects.filter(
        Q(programme__intakes__enrolments__person=person)
        & Q(programme__intakes__enrolments__withdrawn_at=None),
        starts_at__gte=timezone.now() - timedelta(days=1),
        called_off_at=None,
    )
    found = coming.select_related("programme").distinct()
    return [each for each in found if invited_to(each).filter(pk=person.pk).exists()]


def may_run(person: Person, programme: Programme) -> bool:
    roles = PERMISSIONS[Act.SEE_PROGRAMME]
    return programme.duties.filter(person=person, role__in=roles).exists()


def check_ups_this_year(programme: Programme) -> int:
    held = programme.assemblies.filter(kind=AssemblyKind.CHECK_UP, called_off_at=None)
    days = [timezone.localdate(each) for each in held.values_list("starts_at", flat=True)]
    return check_ups_in(days, timezone.localdate().year)
