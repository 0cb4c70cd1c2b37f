"""An import, page by page: choose a file, look at the columns, look at the rows, done."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.programmes import access
from rapport.programmes.actions.import_run import apply_import, draft_of, map_columns, throw_away
from rapport.programmes.forms.import_run import (
    ConfirmForm,
    MappingForm,
    RoleWordsForm,
    UploadForm,
)
from rapport.programmes.import_pages import mapping_page, preview_page, result_page, upload_page


def people_import(request: MemberRequest, slug: str, code: str) -> HttpResponse:
    """Choose a file; what nobody finished is below."""
    intake = access.intake_for(request.person, slug, code, to=Act.IMPORT_PEOPLE)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*sent)
    if form.is_valid() and form.upload(intake, by=request.person):
        return redirect(form.result)
    return render(request, "programmes/people_import.html", upload_page(intake, form))


def import_mapping(request: MemberRequest, slug: str, code: str, number: UUID) -> HttpResponse:
    """What each column becomes, suggested and corrected by hand."""
    run = access.import_run_for(request.person, slug, code, number)
    draft = draft_of(run)
    form = MappingForm(request.POST or None, table=draft.table, mapping=draft.mapping)
    if form.is_valid() and form.attempt(map_columns, run, form.chosen(), by=request.person):
        return redirect("import_preview", slug, code, number)
    return render(request, "programmes/import_mapping.html", mapping_page(draft, form))


def import_preview(request: MemberRequest, slug: str, code: str, number: UUID) -> HttpResponse:
    """What would be stored and what not; nothing is, before the yes."""
    run = access.import_run_for(request.person, slug, code, number)
    if run.applied_at:
        return redirect(run)
    form = ConfirmForm(request.POST or None)
    if form.is_valid() and form.attempt(apply_import, run, **form.cleaned_data, by=request.person):
        return redirect(form.result)
    page = preview_page(draft_of(run), form, request.GET.get("page"))
    return render(request, "programmes/import_preview.html", page)


@require_POST
def import_words(request: MemberRequest, slug: str, code: str, number: UUID) -> HttpResponse:
    """What the role words mean that nobody knew."""
    run = access.import_run_for(request.person, slug, code, number)
    draft = draft_of(run)
    form = RoleWordsForm(request.POST, questions=draft.plan().role_questions)
    if form.is_valid():
        map_columns(run, form.chosen(draft.mapping), by=request.person)
    else:
        messages.warning(request, _("Say what each word means. Nothing is stored yet."))
    return redirect("import_preview", slug, code, number)


def import_result(request: MemberRequest, slug: str, code: str, number: UUID) -> HttpResponse:
    run = access.import_run_for(request.person, slug, code, number)
    if not run.applied_at:
        return redirect(run)
    page = result_page(run, request.GET.get("page"))
    return render(request, "programmes/import_result.html", page)


@require_POST
def import_end(request: MemberRequest, slug: str, code: str, number: UUID) -> HttpResponse:
    """Throw a draft away."""
    run = access.import_run_for(request.person, slug, code, number)
    throw_away(run, by=request.person)
    messages.success(request, _("The file is thrown away. Nothing of it was stored."))
    return redirect("people_import", slug, code)
