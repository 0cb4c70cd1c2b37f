"""The shelf both sides fill, and the library of open questions."""

from itertools import chain
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.domain.questions import PURPOSE_LABELS, by_purpose
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import standing_for
from rapport.relationships.actions.shelf import (
    add_to_shelf,
    mark_question,
    take_from_shelf,
    unmark_question,
)
from rapport.relationships.forms.shelf import ShelfForm
from rapport.relationships.queries.shelf import bookmarks_of, shelf_of
from rapport.sealed.forms import NoteForm


@require_http_methods(["GET", "POST"])
def shelf(request: MemberRequest, code: str) -> HttpResponse:
    act = Act.OPEN_RELATIONSHIP if request.method == "GET" else Act.FILL_SHELF
    standing = standing_for(request.person, code, to=act)
    form = ShelfForm(request.POST or None)
    if form.is_valid() and form.attempt(
        add_to_shelf, standing.relationship, **form.cleaned_data, by=request.person
    ):
        return redirect("shelf", code)
    context = {"standing": standing, "items": shelf_of(standing.relationship), "form": form}
    return render(request, "relationships/shelf/page.html", context)


@require_POST
def shelf_item_end(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.FILL_SHELF)
    item = get_object_or_404(shelf_of(standing.relationship), pk=pk)
    form = NoteForm(request.POST)
    if not (
        form.is_valid()
        and form.attempt(take_from_shelf, item, form.cleaned_data["words"], by=request.person)
    ):
        messages.error(request, " ".join(map(str, chain(*form.errors.values()))))
    return redirect("shelf", code)


@require_GET
def questions(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    marked = bookmarks_of(request.person)
    parts = [(PURPOSE_LABELS[purpose], part) for purpose, part in by_purpose()]
    at_hand = [each for _label, part in parts for each in part if each.key in marked]
    context = {"standing": standing, "parts": parts, "marked": marked, "at_hand": at_hand}
    return render(request, "relationships/questions/page.html", context)


@require_POST
def question_mark(request: MemberRequest, code: str, key: str) -> HttpResponse:
    standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    mark_question(key, by=request.person)
    return redirect("questions", code)


@require_POST
def question_unmark(request: MemberRequest, code: str, key: str) -> HttpResponse:
    standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    unmark_question(key, by=request.person)
    return redirect("questions", code)
