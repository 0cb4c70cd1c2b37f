"""People whom our mails do not reach, for whoever runs their programme."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rapport.notifications.access import people_cared_for
from rapport.notifications.actions.mails import try_again
from rapport.notifications.queries import undelivered as undelivered_to
from rapport.organisations.requests import MemberRequest


@require_GET
def undelivered(request: MemberRequest) -> HttpResponse:
    mails = undelivered_to(people_cared_for(request.person))
    return render(request, "notifications/undelivered.html", {"mails": mails})


@require_POST
def again(request: MemberRequest, person: UUID) -> HttpResponse:
    found = get_object_or_404(people_cared_for(request.person), pk=person)
    try_again(found)
    messages.success(request, _("We try once more within a few minutes."))
    return redirect("undelivered")
