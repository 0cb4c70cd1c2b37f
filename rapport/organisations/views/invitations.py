"""Asking people in: who was asked, asking again, taking back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.domain.permissions import Act
from rapport.organisations.access import require_duty
from rapport.organisations.actions.invitations import (
    invite_by_email,
    renew_invitation,
    withdraw_invitation,
)
from rapport.organisations.forms import InviteForm
from rapport.organisations.models import Invitation
from rapport.organisations.queries import open_invitations
from rapport.organisations.requests import MemberRequest
from rapport.people.letters import absolute


def invitations(request: MemberRequest) -> HttpResponse:
    require_duty(request.person, to=Act.KEEP_ACCOUNTS)
    search = request.GET.get("search", "").strip()
    page = open_invitations(search, request.GET.get("page"))
    return render(request, "organisations/invitations.html", {"page": page, "search": search})


def invite(request: MemberRequest) -> HttpResponse:
    require_duty(request.person, to=Act.KEEP_ACCOUNTS)
    form = InviteForm(request.POST or None)
    if not (
        form.is_valid() and form.attempt(invite_by_email, **form.cleaned_data, by=request.person)
    ):
        return render(request, "organisations/invite.html", {"form": form})
    return sent_or_handed_over(request, *form.result)


@require_POST
def renew(request: MemberRequest, invitation: UUID) -> HttpResponse:
    require_duty(request.person, to=Act.KEEP_ACCOUNTS)
    again = get_object_or_404(Invitation, pk=invitation)
    return sent_or_handed_over(request, again, renew_invitation(again, by=request.person))


@require_POST
def withdraw(request: MemberRequest, invitation: UUID) -> HttpResponse:
    require_duty(request.person, to=Act.KEEP_ACCOUNTS)
    withdraw_invitation(get_object_or_404(Invitation, pk=invitation), by=request.person)
    messages.success(request, _("The invitation is withdrawn; its link no longer works."))
    return redirect("invitations")


def sent_or_handed_over(request: MemberRequest, invitation: Invitation, token: str) -> HttpResponse:
    """A letter is on its way; without an address the link is shown this once, to hand over."""
    if invitation.person.email:
        words = {"name": str(invitation)}
        messages.success(request, _("A letter with the link is on its way to %(name)s.") % words)
        return redirect("invitations")
    link = absolute(reverse("invitation", args=[token]))
    shown = {"invitation": invitation, "link": link}
    return render(request, "organisations/hand_over.html", shown)
