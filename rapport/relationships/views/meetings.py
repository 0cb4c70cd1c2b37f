"""Meetings: the list, a new one, one meeting, and every act on it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.domain.meetings import may_be_noted, suggested_start
from rapport.domain.permissions import Act
from rapport.domain.phases import Phase
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, meeting_for, standing_for
from rapport.relationships.actions.meetings import (
    arrange_meeting,
    cancel_meeting,
    move_meeting,
    note_held,
    reopen_meeting,
)
from rapport.relationships.actions.series import Rounds, arrange_series, cancel_rest
from rapport.relationships.forms.meetings import MeetingForm
from rapport.relationships.models import Meeting
from rapport.relationships.queries.meetings import (
    elsewhere,
    last_meeting,
    open_proposals,
    preparation_of,
    reflection_of,
    shared_preparations,
    shared_reflections,
)


@require_GET
def meetings(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    everything = list(standing.relationship.meetings.select_related("called_by"))
    context = {
        "standing": standing,
        "proposals": open_proposals(standing.relationship),
        "ahead": [each for each in everything if each.is_open],
        "past": [each for each in reversed(everything) if not each.is_open],
        "now": timezone.now(),
    }
    return render(request, "relationships/meetings/list.html", context)


@require_http_methods(["GET", "POST"])
def meeting_new(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    initial = suggestion(standing)
    has_rhythm = standing.relationship.shape.has_rhythm
    form = form_for(request, standing, initial=initial, can_repeat=has_rhythm)
    if form.is_valid() and arranged(form, standing):
        return redirect("meetings", code) if form.is_row else redirect(form.result)
    clocks = elsewhere(initial["starts_at"], standing)
    context = {"standing": standing, "form": form, "meeting": None, "elsewhere": clocks}
    return render(request, "relationships/meetings/arrange.html", context)


def arranged(form: MeetingForm, standing: Standing) -> bool:
    """One meeting, or a row of them in the rhythm of the pair."""
    relationship, by = standing.relationship, standing.me.person
    if not form.is_row:
        return form.attempt(arrange_meeting, relationship, form.slot, by=by)
    rounds = Rounds(relationship.rhythm_days, form.cleaned_data["count"])
    return form.attempt(arrange_series, relationship, form.slot, rounds, by=by)


@require_GET
def meeting(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    meeting = meeting_for(standing, pk)
    context = {
        "standing": standing,
        "meeting": meeting,
        "elsewhere": elsewhere(meeting.starts_at, standing),
        "can_note": meeting.is_open and may_be_noted(meeting.starts_at, timezone.now()),
        "mine": preparation_of(meeting, standing.me),
        "reflection": reflection_of(meeting, standing.me),
        "shared": shared_preparations(meeting, standing.me),
        "reflections_shared": shared_reflections(meeting, standing.me),
    }
    return render(request, "relationships/meetings/page.html", context)


@require_http_methods(["GET", "POST"])
def meeting_move(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    meeting = meeting_for(standing, pk)
    form = form_for(request, standing, initial=as_initial(meeting))
    if form.is_valid() and form.attempt(move_meeting, meeting, form.slot, by=request.person):
        return redirect("meeting", code, pk)
    clocks = elsewhere(meeting.starts_at, standing)
    context = {"standing": standing, "form": form, "meeting": meeting, "elsewhere": clocks}
    return render(request, "relationships/meetings/arrange.html", context)


@require_POST
def meeting_cancellation(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    cancel_meeting(meeting_for(standing, pk), by=request.person)
    return redirect("meetings", code)


@require_POST
def meeting_rest_cancellation(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    cancel_rest(meeting_for(standing, pk), by=request.person)
    return redirect("meetings", code)


@require_POST
def meeting_held(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    note_held(meeting_for(standing, pk), by=request.person)
    return redirect("meeting", code, pk)


@require_POST
def meeting_reopened(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    reopen_meeting(meeting_for(standing, pk), by=request.person)
    return redirect("meeting", code, pk)


def form_for(
    request: HttpRequest, standing: Standing, *, initial: dict[str, Any], can_repeat: bool = False
) -> MeetingForm:
    can_close = standing.relationship.phase == Phase.WINDING_UP
    return MeetingForm(
        request.POST or None, initial=initial, can_close=can_close, can_repeat=can_repeat
    )


def suggestion(standing: Standing) -> dict[str, Any]:
    """One rhythm after the last meeting, at the same hour and as long."""
    last, now = last_meeting(standing.relationship), timezone.localtime()
    begins = timezone.localtime(last.starts_at) if last else None
    start = suggested_start(begins, standing.relationship.rhythm_days, now)
    return {"starts_at": start, "minutes": last.minutes if last else 60}


def as_initial(meeting: Meeting) -> dict[str, Any]:
    return {
        "starts_at": meeting.starts_at,
        "minutes": meeting.minutes,
        "is_closing": meeting.is_closing,
    }
