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
from rapport.relationships.calendar import FILE_NAME, invitation
from rapport.relationships.forms.meetings import MeetingForm
from rapport.relationships.models import Meeting
from rapport.relationships.queries.meetings import (
    elsewhere,
    last_meeting,
    preparation_of,
    reflection_of,
    shared_preparations,
)


@require_GET
def meetings(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    everything = list(standing.relationship.meetings.select_related("called_by"))
    context = {
        "standing": standing,
        "ahead": [each for each in everything if each.is_open],
        "past": [each for each in reversed(everything) if not each.is_open],
        "now": timezone.now(),
    }
    return render(request, "relationships/meetings/list.html", context)


@require_http_methods(["GET", "POST"])
def meeting_new(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    initial = suggestion(standing)
    form = form_for(request, standing, initial=initial)
    if form.is_valid() and form.attempt(
        arrange_meeting, standing.relationship, form.slot, by=request.person
    ):
        return redirect("meeting", code, form.result.pk)
    clocks = elsewhere(initial["starts_at"], standing)
    context = {"standing": standing, "form": form, "meeting": None, "elsewhere": clocks}
    return render(request, "relationships/meetings/arrange.html", context)


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
def meeting_held(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    note_held(meeting_for(standing, pk), by=request.person)
    return redirect("meeting", code, pk)


@require_POST
def meeting_reopened(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    reopen_meeting(meeting_for(standing, pk), by=request.person)
    return redirect("meeting", code, pk)


@require_GET
def meeting_calendar(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    """The same file that the mail carries."""
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    members = [each.person for each in (standing.me, *standing.others)]
    file = invitation(meeting_for(standing, pk), members, reader=request.person)
    disposition = f'attachment; filename="{FILE_NAME}"'
    return HttpResponse(
        file,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": disposition},
    )


def form_for(request: HttpRequest, standing: Standing, *, initial: dict[str, Any]) -> MeetingForm:
    can_close = standing.relationship.phase == Phase.WINDING_UP
    return MeetingForm(request.POST or None, initial=initial, can_close=can_close)


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
