"""An administrator helps with signing in: ends all sessions of a member, forgets a second step."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.access import membership_for
from rapport.organisations.actions.helping import end_sessions, help_after_loss
from rapport.organisations.forms import RecognisedForm
from rapport.organisations.requests import MemberRequest
from rapport.people.fresh import wants_fresh_sign_in


@require_POST
@wants_fresh_sign_in
def sessions_end(request: MemberRequest, person: UUID) -> HttpResponse:
    membership = membership_for(request.person, person, to=Act.KEEP_ACCOUNTS)
    end_sessions(membership, by=request.person)
    words = _("%(name)s is signed out on all devices.") % {"name": membership.person}
    messages.success(request, words)
    return redirect("member", person)


@require_http_methods(["GET", "POST"])
@wants_fresh_sign_in
def second_step(request: MemberRequest, person: UUID) -> HttpResponse:
    """What happens is said before; the tick says that she was recognised."""
    membership = membership_for(request.person, person, to=Act.KEEP_ACCOUNTS)
    form = RecognisedForm(request.POST or None)
    if form.is_valid() and form.attempt(help_after_loss, membership, by=request.person):
        words = _("%(name)s now signs in by password, and adds a new second step.")
        messages.success(request, words % {"name": membership.person})
        return redirect("member", person)
    words_of_page = {"form": form, "membership": membership}
    return render(request, "organisations/second_step.html", words_of_page)
