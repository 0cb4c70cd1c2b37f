"""While they meet: one point at a time on a phone between them, and a clock that nobody hears."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from rapport.domain.meetings import may_be_noted
from rapport.domain.permissions import Act
from rapport.domain.questions import QUESTIONS
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import meeting_for, standing_for
from rapport.relationships.queries.shelf import bookmarks_of
from rapport.relationships.views.agenda import items_for


@require_GET
def session(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.PREPARE_AND_REFLECT)
    meeting = meeting_for(standing, pk)
    marked = bookmarks_of(request.person)
    at_hand = [each for each in QUESTIONS if each.key in marked]
    context = {
        "standing": standing,
        "meeting": meeting,
        "items": items_for(meeting),
        "questions": at_hand[:3] or QUESTIONS[:1],
        "can_note": meeting.is_open and may_be_noted(meeting.starts_at, timezone.now()),
    }
    return render(request, "relationships/meetings/session.html", context)
