"""After a meeting: what I take along, and what of it I give the others."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, meeting_for, standing_for
from rapport.relationships.actions.reflections import reflect, share_reflection
from rapport.relationships.forms.meetings import WordsForm
from rapport.relationships.forms.reflections import HourForm, ReflectionForm
from rapport.relationships.models import Meeting
from rapport.relationships.queries.meetings import reflection_of
from rapport.sealed.actions.note import journal_for
from rapport.web.forms import ActionForm


@require_http_methods(["GET", "POST"])
def reflection(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.PREPARE_AND_REFLECT)
    meeting = meeting_for(standing, pk)
    form = form_for(standing, meeting, request)
    journal = journal_for(request.person)
    if form.is_valid() and form.attempt(
        reflect,
        meeting,
        form.cleaned_data["words"],
        form.report,
        journal=journal,
        by=request.person,
    ):
        return redirect("reflection", code, pk)
    return page(request, standing, meeting, form=form)


@require_POST
def reflection_shared(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.PREPARE_AND_REFLECT)
    meeting, form = meeting_for(standing, pk), WordsForm(request.POST)
    if form.is_valid() and form.attempt(
        share_reflection, meeting, form.cleaned_data["words"], by=request.person
    ):
        return redirect("meeting", code, pk)
    return page(request, standing, meeting, share_form=form)


def form_for(standing: Standing, meeting: Meeting, request: MemberRequest) -> ReflectionForm:
    mine = reflection_of(meeting, standing.me)
    initial = {"led": mine.led, "challenge": mine.challenge} if mine else None
    has_sides = standing.relationship.shape.has_sides
    return ReflectionForm(request.POST or None, initial=initial, has_sides=has_sides)


def page(
    request: MemberRequest, standing: Standing, meeting: Meeting, **forms: ActionForm
) -> HttpResponse:
    context = {
        "standing": standing,
        "meeting": meeting,
        "mine": reflection_of(meeting, standing.me),
        "journal": journal_for(request.person),
        "form": ReflectionForm(has_sides=standing.relationship.shape.has_sides),
        "share_form": WordsForm(),
        "hour_form": HourForm(initial={"starts_at": timezone.localtime(meeting.ends_at)}),
        **forms,
    }
    return render(request, "relationships/meetings/reflection.html", context)
