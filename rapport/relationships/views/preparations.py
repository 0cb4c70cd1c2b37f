"""Before a meeting: my own thoughts, and what I give the others of them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, meeting_for, standing_for
from rapport.relationships.actions.preparations import prepare, share_preparation
from rapport.relationships.forms.meetings import WordsForm
from rapport.relationships.models import Meeting
from rapport.relationships.queries.meetings import preparation_of
from rapport.sealed.actions.note import journal_for


@require_http_methods(["GET", "POST"])
def preparation(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.PREPARE_AND_REFLECT)
    meeting, form = meeting_for(standing, pk), WordsForm(request.POST or None)
    words = {"journal": journal_for(request.person), "by": request.person}
    if form.is_valid() and form.attempt(prepare, meeting, form.cleaned_data["words"], **words):
        return redirect("preparation", code, pk)
    return page(request, standing, meeting, form=form)


@require_POST
def preparation_shared(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.PREPARE_AND_REFLECT)
    meeting, form = meeting_for(standing, pk), WordsForm(request.POST)
    if form.is_valid() and form.attempt(
        share_preparation, meeting, form.cleaned_data["words"], by=request.person
    ):
        return redirect("meeting", code, pk)
    return page(request, standing, meeting, share_form=form)


def page(
    request: MemberRequest, standing: Standing, meeting: Meeting, **forms: WordsForm
) -> HttpResponse:
    context = {
        "standing": standing,
        "meeting": meeting,
        "mine": preparation_of(meeting, standing.me),
        "journal": journal_for(request.person),
        "form": WordsForm(),
        "share_form": WordsForm(),
        **forms,
    }
    return render(request, "relationships/meetings/preparation.html", context)
