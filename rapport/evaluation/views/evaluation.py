"""Which programmes may be evaluated, and the page of one evaluation."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.evaluation import access
from rapport.evaluation.pages.evaluation import evaluation_page
from rapport.organisations.requests import MemberRequest


@require_GET
def evaluations(request: MemberRequest) -> HttpResponse:
    access.require_evaluator(request.person)
    found = access.programmes_to_evaluate(request.person).order_by("name")
    return render(request, "evaluation/evaluations.html", {"programmes": found})


@require_GET
def evaluation(request: MemberRequest, slug: str) -> HttpResponse:
    programme = access.programme_to_evaluate(request.person, slug)
    return render(request, "evaluation/evaluation.html", evaluation_page(programme))
