"""Somebody opens the link of her invitation: she joins, or first makes her account."""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render

from rapport.organisations.actions.invitations import (
    CLOSED,
    accept_as_newcomer,
    accept_invitation,
)
from rapport.organisations.forms import NewcomerForm
from rapport.organisations.listeners.invitations import send_word_of_account
from rapport.organisations.middleware import open_to_visitors
from rapport.organisations.models import Invitation
from rapport.organisations.models.invitation import token_hash
from rapport.organisations.requests import MemberRequest
from rapport.people.actions.accounts import has_account
from rapport.people.actions.merge import is_placeholder
from rapport.people.letters import absolute
from rapport.people.limits import is_within_limit, too_many
from rapport.web.forms import ActionForm
from rapport.web.sentences import in_words

GONE = 410


@open_to_visitors
@login_not_required
def arrival(request: MemberRequest, token: str) -> HttpResponse:
    if not is_within_limit(request, "invitation"):
        return too_many(request)
    found = Invitation.objects.select_related("person", "invited_by")
    invitation = found.filter(hashed_token=token_hash(token)).first()
    if invitation is None:
        return render(request, "organisations/no_invitation.html", status=404)
    if not invitation.is_open:
        return closed(request, invitation)
    return join(request, invitation) if request.person else come(request, invitation)


def closed(request: MemberRequest, invitation: Invitation) -> HttpResponse:
    """Whoever came by it goes on; everybody else reads why it no longer works."""
    if request.person and invitation.accepted_at and invitation.person == request.person:
        return redirect("home")
    words = {"sentence": in_words(CLOSED[invitation.state])}
    return render(request, "organisations/no_invitation.html", words, status=GONE)


def join(request: MemberRequest, invitation: Invitation) -> HttpResponse:
    """She is signed in: one press of a button, if the invitation can be hers."""
    form = ActionForm(request.POST)
    wants = request.method == "POST"
    if wants and form.attempt(accept_invitation, invitation, by=request.person):
        return redirect("home")
    is_mine = invitation.person == request.person
    takes_place = not is_mine and is_placeholder(invitation.person)
    fits = is_mine or takes_place
    words = {"invitation": invitation, "form": form, "fits": fits, "takes_place": takes_place}
    return render(request, "organisations/join.html", words)


def come(request: MemberRequest, invitation: Invitation) -> HttpResponse:
    """She is not signed in: with an account she signs in first, without one she makes it."""
    if has_account(invitation.person):
        return render(request, "organisations/sign_in_first.html", {"invitation": invitation})
    first = {"name": str(invitation), "email": invitation.person.email}
    form = NewcomerForm(request.POST or None, initial=first, mailed_to=invitation.mailed_to)
    if not (form.is_valid() and form.attempt(accept_as_newcomer, invitation, **form.cleaned_data)):
        return render(request, "organisations/come.html", {"invitation": invitation, "form": form})
    return sign_in(request, form, invitation)


def sign_in(request: MemberRequest, form: NewcomerForm, invitation: Invitation) -> HttpResponse:
    """Straight in where the mailbox is known to be hers; else by the link sent to it."""
    email = invitation.mailed_to or form.cleaned_data["email"]
    if form.result is None:
        send_word_of_account(email, absolute(request.path))
        return redirect("account_email_verification_sent")
    login = Login(user=form.result, email=email)
    answer: HttpResponse = perform_password_login(request, {"email": email}, login)
    return answer
