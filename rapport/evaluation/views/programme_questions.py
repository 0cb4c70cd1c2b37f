"""What the records of a programme answer without any other file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.evaluation import access
from rapport.evaluation.pages.programme_questions import questions_page
from rapport.organisations.requests import MemberRequest


@require_GET
def programme_questions(request: MemberRequest, slug: str) -> HttpResponse:
    programme = access.programme_to_evaluate(request.person, slug)
    return render(request, "evaluation/programme_questions.html", questions_page(programme))
