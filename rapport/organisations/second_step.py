"""Whoever has a duty in the whole organisation is asked for a second step at sign-in.

The setting SECOND_STEP says how: `off`, `ask` (once a session, in a sentence) or `demand` (nothing
of the organisation opens before). What pairs wrote is no duty's to read either way.
"""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from rapport.organisations.models import Duty
from rapport.organisations.requests import MemberRequest
from rapport.people.models import Person

OFF, ASK, DEMAND = "off", "ask", "demand"
ASKED = "second_step_asked"
SECOND_STEPS = ("totp", "webauthn")
ALWAYS_OPEN = ("account_", "mfa_", "usersessions_")
OPEN = frozenset({"profile", "kept", "alive", "organisations", "totp_picture", "unsubscribe"})
SENTENCES = {
    ASK: _(
        "You keep accounts or programmes here. Please add a passkey or an app under “How you sign "
        "in”, so that a stolen password is of no use."
    ),
    DEMAND: _(
        "Whoever keeps accounts or programmes here signs in with a passkey or an app. Add one; "
        "then everything is open to you."
    ),
}


def lacks_second_step(person: Person) -> bool:
    """Wants the tenant: duties are those of the present organisation."""
    if not Duty.objects.filter(person=person).exists():
        return False
    return not Authenticator.objects.filter(user=person, type__in=SECOND_STEPS).exists()


class SecondStepMiddleware:
    """Looks once a session while it only asks; at every page while it demands."""

    def __init__(self, get_response: Callable[[MemberRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: MemberRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: MemberRequest,
        view: Callable[..., HttpResponse],
        _args: object,
        _kwargs: object,
    ) -> HttpResponse | None:
        if not is_meant(request):
            return None
        if settings.SECOND_STEP == DEMAND:
            return (
                None if is_open(request) or not lacks_second_step(request.person) else ask(request)
            )
        if request.method == "GET" and ASKED not in request.session:
            request.session[ASKED] = True
            if lacks_second_step(request.person):
                messages.info(request, SENTENCES[ASK])
        return None


def is_meant(request: MemberRequest) -> bool:
    is_inside = request.organisation is not None and request.person is not None
    return is_inside and settings.SECOND_STEP in SENTENCES


def is_open(request: MemberRequest) -> bool:
    """Pages on which she signs in, adds a second step, or sees what is hers."""
    name = (request.resolver_match.url_name if request.resolver_match else None) or ""
    return name.startswith(ALWAYS_OPEN) or name in OPEN


def ask(request: MemberRequest) -> HttpResponse:
    messages.warning(request, SENTENCES[DEMAND])
    return redirect("mfa_index")
