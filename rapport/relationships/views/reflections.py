"""After a meeting: what I take along."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import meeting_for, standing_for
from rapport.relationships.actions.reflections import reflect
from rapport.relationships.forms.reflections import ReflectionForm
from rapport.relationships.queries.meetings import reflection_of
from rapport.sealed.actions.note import journal_for


@require_http_methods(["GET", "POST"])
def reflection(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.PREPARE_AND_REFLECT)
    meeting, journal = meeting_for(standing, pk), journal_for(request.person)
    mine = reflection_of(meeting, standing.me)
    form = ReflectionForm(request.POST or None, initial={"led": mine.led if mine else None})
    if form.is_valid() and form.attempt(
        reflect, meeting, **form.cleaned_data, journal=journal, by=request.person
    ):
        return redirect("meeting", code, pk)
    context = {
        "standing": standing, "meeting": meeting, "mine": mine, "journal": journal, "form": form,
    }  # fmt: skip
    return render(request, "relationships/meetings/reflection.html", context)
