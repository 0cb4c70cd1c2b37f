"""The two questions of the survey before, for whoever holds a link; she needs no account.

Loaded with every process, so it knows nothing of files and engines.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rapport.evaluation.actions.baseline_survey import answer_survey
from rapport.evaluation.forms.baseline_survey import BaselineForm
from rapport.evaluation.listeners.baseline import read_token
from rapport.evaluation.models import AskedPerson
from rapport.organisations.middleware import open_to_visitors
from rapport.organisations.requests import MemberRequest

GONE = 410


@open_to_visitors
@login_not_required
def baseline_answer(request: MemberRequest, token: str) -> HttpResponse:
    """The form; afterwards a thank-you, and the same whenever the link is opened again."""
    found = asked_by(token)
    if found is None:
        return render(request, "evaluation/baseline_over.html", status=404)
    if not found.survey.is_open(timezone.localdate()):
        return render(request, "evaluation/baseline_over.html", status=GONE)
    form = BaselineForm(request.POST or None)
    if not found.has_answered and form.is_valid():
        form.attempt(answer_survey, found, **form.cleaned_data)
        found.refresh_from_db()
    page = {"survey": found.survey, "form": form, "has_answered": found.has_answered}
    return render(request, "evaluation/baseline_answer.html", page)


def asked_by(token: str) -> AskedPerson | None:
    number = read_token(token)
    rows = AskedPerson.objects.select_related("survey__programme")
    return rows.filter(pk=number).first() if number else None
