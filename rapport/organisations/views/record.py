"""Everything that is kept about a person, for herself: in short, in whole, and to take along."""

from typing import cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from rapport.organisations.actions.record_copy import ask_for_copy
from rapport.organisations.models import RecordCopy
from rapport.organisations.record import record_of
from rapport.people.fresh import wants_fresh_sign_in
from rapport.people.kept import kept_about
from rapport.people.models import Person

SOON = "3"
"""Seconds after which the page looks again whether the copy is there."""


@require_GET
def kept(request: HttpRequest) -> HttpResponse:
    person = cast("Person", request.user)
    words = {"matters": kept_about(person), "chapters": record_of(person)}
    return render(request, "organisations/kept.html", words)


@require_GET
@wants_fresh_sign_in
def whole(request: HttpRequest) -> HttpResponse:
    chapters = record_of(cast("Person", request.user))
    return render(request, "organisations/record.html", {"chapters": chapters})


@require_http_methods(["GET", "POST"])
@wants_fresh_sign_in
def copies(request: HttpRequest) -> HttpResponse:
    person = cast("Person", request.user)
    if request.method == "POST":
        ask_for_copy(person)
        return redirect("record_copies")
    found = list(RecordCopy.objects.filter(person=person).defer("archive"))
    answer = render(request, "organisations/record_copies.html", {"copies": found})
    if any(each.ready_at is None for each in found):
        answer["Refresh"] = SOON
    return answer


@require_GET
@wants_fresh_sign_in
def copy(request: HttpRequest, number: UUID) -> HttpResponse:
    found = get_object_or_404(RecordCopy, pk=number, person=request.user)
    if found.archive is None:
        raise Http404
    answer = HttpResponse(bytes(found.archive), content_type="application/zip")
    answer["Content-Disposition"] = 'attachment; filename="rapport-record.zip"'
    return answer
