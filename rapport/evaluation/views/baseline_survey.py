"""The survey before: begun, and watched as a count, by whoever evaluates the programme."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rapport.domain.refusals import NotNow
from rapport.evaluation import access
from rapport.evaluation.actions.baseline_survey import (
    OVER,
    begin_survey,
    erase_survey,
    remind_survey,
)
from rapport.evaluation.forms.baseline_survey import SurveyForm, suggested
from rapport.evaluation.models import BaselineSurvey
from rapport.evaluation.pages.baseline_survey import survey_page
from rapport.evaluation.queries.baseline import survey_of
from rapport.evaluation.survey import survey_sheet
from rapport.organisations.requests import MemberRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def baseline_survey(request: MemberRequest, slug: str) -> HttpResponse:
    """Whom to ask, until when; once it is under way how many have answered, in steps of five."""
    programme = access.programme_to_evaluate(request.person, slug)
    form = SurveyForm(request.POST or None, initial=suggested())
    if form.is_valid():
        days = {name: form.cleaned_data[name] for name in ("closes_on", "erase_on")}
        people = form.cleaned_data["people"]
        if form.attempt(begin_survey, programme, people, **days, by=request.person):
            messages.success(request, _("The letters are on their way."))
            return redirect("baseline_survey", slug)
    page = survey_page(programme, survey_of(programme))
    return render(request, "evaluation/baseline_survey.html", page | {"form": form})


@require_POST
def baseline_reminder(request: MemberRequest, slug: str) -> HttpResponse:
    remind_survey(survey_at(request, slug), by=request.person)
    messages.success(request, _("Whoever has not answered gets the letter once more."))
    return redirect("baseline_survey", slug)


@require_POST
def baseline_end(request: MemberRequest, slug: str) -> HttpResponse:
    erase_survey(survey_at(request, slug), by=request.person)
    messages.success(request, _("Links and answers are erased."))
    return redirect("baseline_survey", slug)


@require_GET
def baseline_sheet(request: MemberRequest, slug: str) -> HttpResponse:
    """A sheet for whoever asks with another tool; it names nobody."""
    access.programme_to_evaluate(request.person, slug)
    response = HttpResponse(survey_sheet(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="survey.xlsx"'
    return response


def survey_at(request: MemberRequest, slug: str) -> BaselineSurvey:
    found = survey_of(access.programme_to_evaluate(request.person, slug))
    if found is None:
        raise NotNow(OVER)
    return found
