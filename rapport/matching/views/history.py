"""What was done on a board, undoing it, and notes for colleagues."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rapport.matching.access import round_for
from rapport.matching.actions.edit import undo_edit
from rapport.matching.actions.note import erase_note, write_note
from rapport.matching.forms.note import NoteForm
from rapport.matching.pages.history import history_page
from rapport.organisations.requests import MemberRequest


@require_GET
def round_history(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    """Every change, and with `since` what is different now."""
    found = round_for(request.person, slug, code, number)
    since = request.GET.get("since", "")
    page = history_page(found, int(since) if since.isdigit() else None)
    return render(request, "matching/history.html", page)


@require_POST
def edit_undo(request: MemberRequest, slug: str, code: str, number: int, edit: int) -> HttpResponse:
    found = round_for(request.person, slug, code, number)
    undo_edit(found, edit, by=request.person)
    messages.success(request, _("Undone. The pairs are as they were before."))
    return redirect("board" if "board" in request.POST else "round_history", slug, code, number)


def round_notes(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    found = round_for(request.person, slug, code, number)
    form = NoteForm(request.POST or None, matching_round=found)
    if form.is_valid() and form.attempt(write_note, found, **form.cleaned_data, by=request.person):
        return redirect("round_notes", slug, code, number)
    notes = found.notes.select_related("about__person", "by")
    return render(request, "matching/notes.html", {"form": form, "round": found, "notes": notes})


@require_POST
def note_erase(
    request: MemberRequest, slug: str, code: str, number: int, note: UUID
) -> HttpResponse:
    found = round_for(request.person, slug, code, number)
    erase_note(get_object_or_404(found.notes, pk=note), by=request.person)
    return redirect("round_notes", slug, code, number)
