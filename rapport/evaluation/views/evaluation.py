"""Which programmes may be evaluated, the page of one evaluation, and the survey to ask first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.evaluation import access
from rapport.evaluation.pages.evaluation import evaluation_page
from rapport.evaluation.survey import survey_sheet
from rapport.organisations.requests import MemberRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def evaluations(request: MemberRequest) -> HttpResponse:
    access.require_evaluator(request.person)
    found = access.programmes_to_evaluate(request.person).order_by("name")
    return render(request, "evaluation/evaluations.html", {"programmes": found})


@require_GET
def evaluation(request: MemberRequest, slug: str) -> HttpResponse:
    programme = access.programme_to_evaluate(request.person, slug)
    return render(request, "evaluation/evaluation.html", evaluation_page(programme))


@require_GET
def baseline_survey(request: MemberRequest, slug: str) -> HttpResponse:
    """A sheet to send to everybody who could take part; it names nobody."""
    access.programme_to_evaluate(request.person, slug)
    response = HttpResponse(survey_sheet(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="survey.xlsx"'
    return response
