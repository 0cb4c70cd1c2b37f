"""The door to an evaluation: whoever runs the programme, and administrators of the organisation."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from rapport.domain.permissions import PERMISSIONS, Act, Role
from rapport.evaluation.models import AnalysisPlan, EvaluationReport, PersonnelFile
from rapport.organisations.models import Duty
from rapport.people.models import Person
from rapport.programmes.models import Programme

IN_A_PROGRAMME = PERMISSIONS[Act.EVALUATE_PROGRAMME] - {Role.ADMINISTRATOR}
EVERYWHERE = PERMISSIONS[Act.EVALUATE_PROGRAMME] & {Role.ADMINISTRATOR}


def programmes_to_evaluate(person: Person) -> QuerySet[Programme]:
    """Those she runs; all of them for an administrator of the organisation."""
    if Duty.objects.filter(person=person, role__in=EVERYWHERE).exists():
        return Programme.objects.all()
    return Programme.objects.filter(
        duties__person=person, duties__role__in=IN_A_PROGRAMME
    ).distinct()


def programme_to_evaluate(person: Person, slug: str) -> Programme:
    """The programme at this address; else Http404."""
    programme = programmes_to_evaluate(person).filter(slug=slug).first()
    if programme is None:
        raise Http404
    return programme


def plan_for(person: Person, slug: str, number: int) -> AnalysisPlan:
    """One of its plans, under the same rule."""
    programme = programme_to_evaluate(person, slug)
    plan = programme.analysis_plans.select_related("programme").filter(number=number).first()
    if plan is None:
        raise Http404
    return plan


def personnel_file_for(person: Person, slug: str, pk: UUID) -> PersonnelFile:
    """A file that is not erased yet, under the same rule. Its content is not fetched here."""
    programme = programme_to_evaluate(person, slug)
    files = PersonnelFile.objects.select_related("plan__programme").defer("content")
    file = files.filter(pk=pk, plan__programme=programme, erased_at=None).first()
    if file is None:
        raise Http404
    return file


def report_for(person: Person, slug: str, pk: UUID) -> EvaluationReport:
    """A report, ready or not, under the same rule."""
    programme = programme_to_evaluate(person, slug)
    reports = EvaluationReport.objects.select_related("plan__programme", "file").defer(
        "file__content"
    )
    report = reports.filter(pk=pk, plan__programme=programme).first()
    if report is None:
        raise Http404
    return report


def require_evaluator(person: Person) -> None:
    """Http404 for whoever could never evaluate a programme; whoever may begin one sees the list."""
    duties = Duty.objects.filter(person=person, role__in=PERMISSIONS[Act.EVALUATE_PROGRAMME])
    if not duties.exists() and not programmes_to_evaluate(person).exists():
        raise Http404
