"""The door to programmes and their intakes. Whoever has no duty there gets “not found”."""

from uuid import UUID

from django.http import Http404

from rapport.domain.permissions import PERMISSIONS, Act, Role
from rapport.organisations.models import Duty
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, ImportRun, Intake, Programme, ProgrammeDuty

SEEING = PERMISSIONS[Act.SEE_PROGRAMME]


def programme_for(person: Person, slug: str, *, to: Act) -> Programme:
    """The programme at this address, if a duty in it lets this person do this; else Http404."""
    programme = Programme.objects.filter(
        slug=slug, duties__person=person, duties__role__in=PERMISSIONS[to]
    ).first()
    if programme is None:
        raise Http404
    return programme


def intake_for(person: Person, slug: str, code: str, *, to: Act) -> Intake:
    """One of its intakes, under the same rule."""
    programme = programme_for(person, slug, to=to)
    intake = programme.intakes.select_related("programme").filter(code=code).first()
    if intake is None:
        raise Http404
    return intake


def enrolment_for(person: Person, slug: str, code: str, number: UUID, *, to: Act) -> Enrolment:
    """One sign-up of an intake, under the same rule."""
    intake = intake_for(person, slug, code, to=to)
    enrolment = intake.enrolments.select_related("intake__programme").filter(pk=number).first()
    if enrolment is None:
        raise Http404
    return enrolment


def import_run_for(person: Person, slug: str, code: str, number: UUID) -> ImportRun:
    """One import of an intake, for whoever may import people into it."""
    intake = intake_for(person, slug, code, to=Act.IMPORT_PEOPLE)
    run = intake.import_runs.select_related("intake__programme").filter(pk=number).first()
    if run is None:
        raise Http404
    return run


def duty_for(person: Person, slug: str, number: UUID) -> ProgrammeDuty:
    """One duty in a programme, for whoever runs the programme."""
    programme = programme_for(person, slug, to=Act.RUN_PROGRAMME)
    duty = programme.duties.select_related("programme", "person").filter(pk=number).first()
    if duty is None:
        raise Http404
    return duty


def may_start_programme(person: Person) -> bool:
    """Whether a duty in the whole organisation lets this person begin a programme."""
    return Duty.objects.filter(person=person, role__in=PERMISSIONS[Act.START_PROGRAMME]).exists()


def require_starter(person: Person) -> None:
    """Http404 for everybody who may not begin a programme."""
    if not may_start_programme(person):
        raise Http404


def require_concerned(person: Person) -> None:
    """Http404 for whoever sees no programme and may not begin one."""
    if not ProgrammeDuty.objects.filter(person=person, role__in=SEEING).exists():
        require_starter(person)


def duty_roles(person: Person, programme: Programme) -> frozenset[Role]:
    """Which duties this person has in this programme."""
    roles = programme.duties.filter(person=person).values_list("role", flat=True)
    return frozenset(Role(role) for role in roles)
