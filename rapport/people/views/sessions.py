"""The devices on which a person is signed in: ended one by one, or kept awake by typing."""

from allauth.account.adapter import get_adapter
from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Signs one device out: this one or another."""
    session = get_object_or_404(UserSession, pk=pk, user=request.user)
    end_sessions(request, [session])
    if not request.user.is_authenticated:
        return redirect(get_adapter().get_logout_redirect_url(request))
    messages.success(request, _("The device is signed out."))
    return redirect("usersessions_list")


def alive(request: HttpRequest) -> HttpResponse:
    """Somebody is typing: the request itself counts as a sign of life."""
    return HttpResponse(status=204)
