"""The private journal: notes that nobody but their writer can read."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.organisations.requests import MemberRequest
from rapport.sealed.access import note_for
from rapport.sealed.actions.note import erase_note, journal_for, write_note
from rapport.sealed.forms import NoteForm
from rapport.sealed.models import JournalNote

NEWEST = 100


@require_GET
def notes(request: MemberRequest) -> HttpResponse:
    mine = JournalNote.objects.filter(person=request.person).select_related("words")
    newest = mine.prefetch_related("words__envelopes")[:NEWEST]
    return render(request, "sealed/notes.html", {"notes": newest})


@require_http_methods(["GET", "POST"])
def new_note(request: MemberRequest) -> HttpResponse:
    return written(request, None)


@require_http_methods(["GET", "POST"])
def note(request: MemberRequest, number: UUID) -> HttpResponse:
    return written(request, note_for(request.person, number))


@require_POST
def erasure(request: MemberRequest, number: UUID) -> HttpResponse:
    """Erase a note for good."""
    known, form = note_for(request.person, number), NoteForm(request.POST)
    if form.is_valid() and form.attempt(
        erase_note, known, form.cleaned_data["words"], by=request.person
    ):
        return redirect("notes")
    words = {"form": form, "note": known, "space": known.words.space}
    return render(request, "sealed/note.html", words)


def written(request: MemberRequest, known: JournalNote | None) -> HttpResponse:
    form = NoteForm(request.POST or None)
    if form.is_valid() and form.attempt(
        write_note, known, form.cleaned_data["words"], by=request.person
    ):
        return redirect("notes")
    space = known.words.space if known else journal_for(request.person)
    words = {"form": form, "note": known, "space": space}
    return render(request, "sealed/note.html", words)
