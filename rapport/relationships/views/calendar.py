"""Files for one's own calendar: the meeting itself, and an hour to think about it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import meeting_for, standing_for
from rapport.relationships.calendar import FILE_NAME, invitation, reflection_hour
from rapport.relationships.forms.reflections import HourForm


@require_GET
def meeting_calendar(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    """The same file that the mail carries."""
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    members = [each.person for each in (standing.me, *standing.others)]
    return as_file(invitation(meeting_for(standing, pk), members, reader=request.person))


@require_GET
def reflection_calendar(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    """An hour of one's own; nothing of it is kept here."""
    standing = standing_for(request.person, code, to=Act.PREPARE_AND_REFLECT)
    meeting, form = meeting_for(standing, pk), HourForm(request.GET)
    if not form.is_valid():
        return redirect("reflection", code, pk)
    starts_at = form.cleaned_data["starts_at"]
    return as_file(reflection_hour(meeting, starts_at, reader=request.person))


def as_file(file: bytes) -> HttpResponse:
    return HttpResponse(
        file,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"'},
    )
