"""A report: asked for, waited for, read, taken along. Every look at one is noted."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from rapport.audit.actions import note
from rapport.domain.audit import Deed
from rapport.evaluation import access
from rapport.evaluation.actions.evaluation_report import ask_for_report
from rapport.evaluation.models import EvaluationReport
from rapport.evaluation.pages.evaluation_report import (
    KINDS,
    content_of,
    edition_of,
    ready_page,
    waiting_page,
)
from rapport.organisations.requests import MemberRequest

LOOK_AGAIN = "3"
"""Seconds after which a page that waits asks for itself again; it works without any script."""


@require_POST
def evaluation_report_new(request: MemberRequest, slug: str, pk: UUID) -> HttpResponse:
    file = access.personnel_file_for(request.person, slug, pk)
    return redirect(ask_for_report(file, by=request.person))


@require_GET
def evaluation_report(request: MemberRequest, slug: str, pk: UUID) -> HttpResponse:
    """The report; until it is ready how far it is, or why there is none."""
    report = access.report_for(request.person, slug, pk)
    edition = edition_of(report, for_page=True) if report.ready_at else None
    if edition is not None:
        note_look(request, Deed.LOOKED_AT_REPORT, report)
        return render(request, "evaluation/report.html", ready_page(report, edition))
    page = waiting_page(report)
    response = render(request, "evaluation/report_waiting.html", page)
    if not report.failed_at and not page["is_lost"]:
        response["Refresh"] = LOOK_AGAIN
    return response


@require_GET
def evaluation_report_copy(request: MemberRequest, slug: str, pk: UUID, kind: str) -> HttpResponse:
    """The report to take along: as PDF, or all its numbers."""
    report = access.report_for(request.person, slug, pk)
    edition = edition_of(report) if report.ready_at else None
    if edition is None or kind not in KINDS:
        raise Http404
    note_look(request, Deed.TOOK_REPORT, report)
    content_type, name = KINDS[kind]
    response = HttpResponse(content_of(edition, kind), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def note_look(request: MemberRequest, deed: Deed, report: EvaluationReport) -> None:
    here = request.organisation.pk
    note(deed, by=request.person.pk, organisation=here, row=str(report.pk))
