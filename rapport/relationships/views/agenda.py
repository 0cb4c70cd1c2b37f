"""The agenda of a meeting: both write at it, beginning from a time-boxed suggestion."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from rapport.domain.agenda import AGENDAS, LIBRARY, PURPOSE_LABELS, Item, occasion_of
from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import meeting_for, standing_for
from rapport.relationships.actions.meetings import write_agenda
from rapport.relationships.forms.meetings import WordsForm
from rapport.relationships.models import Meeting


@require_http_methods(["GET", "POST"])
def agenda(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.WRITE_AGENDA)
    meeting = meeting_for(standing, pk)
    form = WordsForm(request.POST or None)
    if form.is_valid() and form.attempt(
        write_agenda, meeting, form.cleaned_data["words"], by=request.person
    ):
        return redirect("meeting", code, pk)
    context = {
        "standing": standing,
        "meeting": meeting,
        "form": form,
        "items": items_for(meeting),
        "library": [(gettext(PURPOSE_LABELS[each]), items) for each, items in LIBRARY.items()],
    }
    return render(request, "relationships/meetings/agenda.html", context)


def items_for(meeting: Meeting) -> tuple[Item, ...]:
    """What to begin from; nothing once there is an agenda."""
    if meeting.agenda is not None:
        return ()
    has_met = meeting.relationship.meetings.filter(held_at__isnull=False).exists()
    return AGENDAS[occasion_of(has_met=has_met, is_closing=meeting.is_closing)]
