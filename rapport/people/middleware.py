"""The person behind a request: her language and time zone, how long she stays signed in."""

import time
import zoneinfo
from collections.abc import Callable
from datetime import timedelta

from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ReauthenticationRequired
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from rapport.people.models import Person
from rapport.web.middleware import origin_of

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
NOTED_EVERY = timedelta(minutes=1)
"""How exactly we know when somebody was last here; each note is a write."""
BEGAN, SEEN = "began_at", "seen_at"


class PersonRequest(HttpRequest):
    person: Person | None


Answer = Callable[[PersonRequest], HttpResponse]


class PersonMiddleware:
    """Puts `request.person` there and speaks her language for the length of the request."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: PersonRequest) -> HttpResponse:
        person = request.user if request.user.is_authenticated else None
        request.person = person
        language = person.language if person else translation.get_language_from_request(request)
        with translation.override(language), timezone.override(zone_of(person)):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        return response


def zone_of(person: Person | None) -> zoneinfo.ZoneInfo:
    try:
        return zoneinfo.ZoneInfo(person.time_zone if person else "UTC")
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return zoneinfo.ZoneInfo("UTC")


class SessionAgeMiddleware:
    """Signs out after 30 minutes without a sign of life, and after 12 hours in any case.

    Whoever signs out herself has her browser told to forget what it kept for us. Not so where only
    the time was over: what she wrote offline meanwhile waits there, sealed.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: PersonRequest) -> HttpResponse:
        if request.person is not None:
            keep_or_end(request)
        stayed = request.person is not None
        response = self.get_response(request)
        if stayed and not request.user.is_authenticated:
            response.headers["Clear-Site-Data"] = '"storage"'
        return response


def keep_or_end(request: PersonRequest) -> None:
    now = int(time.time())
    if sentence := why_over(request.session, now):
        logout(request)
        request.person = None
        messages.info(request, sentence)
    elif now - request.session.get(SEEN, 0) >= NOTED_EVERY.total_seconds():
        request.session.setdefault(BEGAN, now)
        request.session[SEEN] = now
        seen = UserSession.objects.filter(session_key=request.session.session_key)
        seen.update(last_seen_at=timezone.now())


def why_over(session: SessionBase, now: int) -> str:
    """Why a session is over at `now` (seconds since 1970); empty while it is not."""
    if now - session.get(SEEN, now) > IDLE.total_seconds():
        return _("You were away for half an hour, so we signed you out. What you saved is kept.")
    if now - session.get(BEGAN, now) > LONGEST.total_seconds():
        return _("After twelve hours everybody signs in again. What you saved is kept.")
    return ""


class FreshnessMiddleware:
    """Where a change wants a fresh sign-in: asks for it, then leads back to the same page.

    Nothing that was posted is kept meanwhile: the person presses the button once more.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: PersonRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: PersonRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, ReauthenticationRequired):
            return None
        messages.info(request, _("Please show once more that it is you; then go on."))
        methods = get_adapter().get_reauthentication_methods(request.user)
        page = methods[0]["url"] if methods else reverse("account_login")
        back = request.get_full_path() if request.method == "GET" else origin_of(request)
        return redirect(f"{page}?{urlencode({'next': back})}")
