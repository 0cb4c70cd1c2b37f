"""A personnel file, page by page: choose it, name its columns, answer what no file says."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.evaluation import access
from rapport.evaluation.actions.personnel_file import (
    answer_questions,
    erase_personnel_file,
    forget_answers,
    name_columns,
)
from rapport.evaluation.forms.personnel_file import (
    ColumnsForm,
    PersonnelUploadForm,
    QuestionsForm,
    suggested,
)
from rapport.evaluation.pages.personnel_file import ledger_rows, look_at, stepper
from rapport.evaluation.queries.columns import columns_in
from rapport.evaluation.queries.reading import given_of
from rapport.organisations.requests import MemberRequest


def personnel_files(request: MemberRequest, slug: str) -> HttpResponse:
    """Choose a file for the newest plan."""
    programme = access.programme_to_evaluate(request.person, slug)
    plan = programme.analysis_plans.select_related("programme").first()
    if plan is None:
        raise Http404
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PersonnelUploadForm(sent[0], sent[1], initial=suggested())
    if form.is_valid() and form.upload(plan, by=request.person):
        return redirect(form.result)
    context = {"programme": programme, "plan": plan, "form": form, "steps": stepper(2)}
    return render(request, "evaluation/personnel_files.html", context)


def personnel_file(request: MemberRequest, slug: str, pk: UUID) -> HttpResponse:
    """What each column holds, suggested and corrected by hand."""
    file = access.personnel_file_for(request.person, slug, pk)
    columns = columns_in(file.kind, given_of(file), file.columns)
    form = ColumnsForm(request.POST or None, kind=file.kind, columns=columns)
    if form.is_valid() and form.attempt(name_columns, file, form.chosen(), by=request.person):
        return redirect("personnel_questions", slug, pk)
    context = {"file": file, "form": form, "steps": stepper(3)}
    return render(request, "evaluation/personnel_file.html", context)


def personnel_questions(request: MemberRequest, slug: str, pk: UUID) -> HttpResponse:
    """Open questions; once there are none, what reading the file comes to."""
    file = access.personnel_file_for(request.person, slug, pk)
    if file.columns is None:
        return redirect(file)
    if request.method == "POST" and "again" in request.POST:
        forget_answers(file, by=request.person)
        return redirect("personnel_questions", slug, pk)
    look = look_at(file)
    form = QuestionsForm(request.POST or None, questions=look.questions)
    if look.questions and form.is_valid():
        answer_questions(file, form.answers(), by=request.person)
        return redirect("personnel_questions", slug, pk)
    rows = ledger_rows(look.ledger) if look.ledger else []
    context = {"file": file, "look": look, "form": form, "rows": rows, "steps": stepper(4)}
    return render(request, "evaluation/personnel_questions.html", context)


@require_POST
def personnel_end(request: MemberRequest, slug: str, pk: UUID) -> HttpResponse:
    file = access.personnel_file_for(request.person, slug, pk)
    erase_personnel_file(file, by=request.person)
    messages.success(request, _("The file is erased. Reports made from it stay."))
    return redirect("evaluation", slug)
