"""Devices that take push messages: added by a script of the page, taken away by a button."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rapport.notifications.actions.devices import add_device
from rapport.notifications.models import PushDevice
from rapport.organisations.requests import MemberRequest

WORKER = "notifications/js/push_worker.js"


@require_POST
def add(request: MemberRequest) -> HttpResponse:
    words = (request.POST.get(name, "") for name in ("endpoint", "key", "auth"))
    agent = request.headers.get("User-Agent", "")
    add_device(*words, user_agent=agent, by=request.person)
    messages.success(request, _("News comes to this device as well from now on."))
    return redirect("news_choices")


@require_POST
def remove(request: MemberRequest, number: UUID) -> HttpResponse:
    get_object_or_404(PushDevice, pk=number, person=request.person).delete()
    messages.success(request, _("Nothing is pushed to this device any more."))
    return redirect("news_choices")


# At an address that stays the same from release to release, as browsers want it.
@require_GET
@login_not_required
def worker(request: HttpRequest) -> HttpResponse | FileResponse:
    found = finders.find(WORKER)
    if found is None:
        raise Http404
    with open(found, "rb") as file:  # noqa: PTH123  # a path of the finder, read at once
        return HttpResponse(file.read(), content_type="text/javascript")
