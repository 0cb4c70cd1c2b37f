"""The question after a silence, and each member's answer to it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, standing_for
from rapport.relationships.actions.drift import answer_drift
from rapport.relationships.forms.drift import DriftAnswerForm
from rapport.relationships.pages.drift import answers_seen_by, choices_for
from rapport.relationships.queries import open_question


@require_http_methods(["GET", "POST"])
def drift_answer(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.PAUSE)
    if request.method == "POST":
        return answered(request, standing)
    question = open_question(standing.relationship)
    return render(
        request,
        "relationships/drift/page.html",
        {
            "standing": standing,
            "question": question,
            "choices": choices_for(question, standing) if question else [],
            "answers": answers_seen_by(question, standing) if question else None,
        },
    )


def answered(request: MemberRequest, standing: Standing) -> HttpResponse:
    form = DriftAnswerForm(request.POST)
    if form.is_valid():
        question = get_object_or_404(
            standing.relationship.drift_questions, pk=form.cleaned_data["question"]
        )
        answer_drift(question, form.cleaned_data["answer"], by=request.person)
    return redirect("drift_answer", standing.relationship.code)
