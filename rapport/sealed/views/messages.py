"""Messages and attachments of a space."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from rapport.organisations.requests import MemberRequest
from rapport.people.models import Person
from rapport.sealed.access import message_for, space_for
from rapport.sealed.actions.blob import store_blob
from rapport.sealed.actions.message import erase_message, write_message
from rapport.sealed.actions.offered import acceptable
from rapport.sealed.actions.report import open_report
from rapport.sealed.forms import NoteForm
from rapport.sealed.models import Message, Space
from rapport.sealed.models.envelope import LARGEST_BLOB
from rapport.sealed.views.answers import answers_json

NEWEST = 50


@require_http_methods(["GET", "POST"])
def messages(request: MemberRequest, sid: UUID) -> HttpResponse:
    """The newest messages, and a place to write one."""
    space = space_for(request.person, sid)
    form = NoteForm(request.POST or None)
    if form.is_valid() and form.attempt(
        write_message, space, form.cleaned_data["words"], by=request.person
    ):
        return redirect("messages", space.pk)
    may_show = is_reporter(space, request.person)
    words = {
        "space": space,
        "form": form,
        "may_show": may_show,
        **newest_of(space, request.GET.get("before", "")),
    }
    return render(request, "sealed/messages.html", words)


def is_reporter(space: Space, person: Person) -> bool:
    """Whether these pages are a report, and she is who makes it."""
    if space.origin is None:
        return False
    return space.origin.members.filter(person=person, safeguards=False).exists()


def newest_of(space: Space, before: str) -> dict[str, Any]:
    """A page of messages, oldest first, and the place from which older ones are asked for."""
    all_of_them = Message.objects.filter(space=space).select_related("author", "words")
    if before.isdigit():
        all_of_them = all_of_them.filter(place__lt=int(before))
    page = list(all_of_them.prefetch_related("words__envelopes").order_by("-place")[: NEWEST + 1])
    shown = page[:NEWEST][::-1]
    return {"messages_shown": shown, "older": shown[0].place if len(page) > NEWEST else None}


@require_POST
def report(request: MemberRequest, sid: UUID) -> HttpResponse:
    """A member turns to whoever safeguards; the other members do not see it."""
    found = open_report(space_for(request.person, sid), by=request.person)
    return redirect("messages", found.pk)


@require_POST
def message_erasure(request: MemberRequest, sid: UUID) -> HttpResponse:
    """Take back what one wrote oneself."""
    space, form = space_for(request.person, sid), NoteForm(request.POST)
    message = message_for(request.person, space, request.POST.get("message", ""))
    if form.is_valid():
        form.attempt(erase_message, message, form.cleaned_data["words"], by=request.person)
    return redirect("messages", space.pk)


@require_http_methods(["GET", "POST"])
@answers_json
def blob(request: MemberRequest, sid: UUID) -> HttpResponse | None:
    """An attachment: opaque bytes in, the same bytes out, never with a type of their own."""
    space = space_for(request.person, sid)
    if request.method == "POST":
        with acceptable():
            words = UUID(named) if (named := request.headers.get("Rapport-Words")) else None
        store_blob(space, request.read(LARGEST_BLOB + 1), words, by=request.person)
        return None
    with acceptable():
        number = UUID(request.GET["oid"])
    found = space.blobs.filter(pk=number).first()
    if found is None:
        raise Http404
    disposition = {"Content-Disposition": "attachment"}
    return HttpResponse(
        bytes(found.sealed), content_type="application/octet-stream", headers=disposition
    )
