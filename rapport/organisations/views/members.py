"""Who belongs to the organisation, and who has which duty in it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.domain.permissions import Act, Role
from rapport.organisations.access import membership_for, require_duty
from rapport.organisations.actions.duties import give_duty, take_duty_back
from rapport.organisations.models import Duty
from rapport.organisations.queries import changes_of_duties, duties_with_givers
from rapport.organisations.queries import members as members_on
from rapport.organisations.requests import MemberRequest
from rapport.people.actions.second_step import has_second_step
from rapport.people.fresh import wants_fresh_sign_in


def members(request: MemberRequest) -> HttpResponse:
    require_duty(request.person, to=Act.KEEP_ACCOUNTS)
    search = request.GET.get("search", "").strip()
    page = members_on(search, request.GET.get("page"))
    return render(request, "organisations/members.html", {"page": page, "search": search})


def member(request: MemberRequest, person: UUID) -> HttpResponse:
    """One member with her duties: who gave them, when; and what may be given."""
    membership = membership_for(request.person, person, to=Act.KEEP_ACCOUNTS)
    duties = list(duties_with_givers(membership.person))
    had = {duty.role for duty in duties}
    words = {
        "membership": membership,
        "duties": duties,
        "open_roles": [(role, label) for role, label in Duty.ROLES if role not in had],
        "changes": changes_of_duties(membership.person),
        "has_second_step": has_second_step(membership.person),
    }
    return render(request, "organisations/member.html", words)


@require_POST
@wants_fresh_sign_in
def give(request: MemberRequest, person: UUID) -> HttpResponse:
    membership = membership_for(request.person, person, to=Act.KEEP_ACCOUNTS)
    give_duty(membership.person, role_of(request.POST.get("role", "")), by=request.person)
    messages.success(request, _("The duty is given."))
    return redirect("member", person)


@require_POST
@wants_fresh_sign_in
def take_back(request: MemberRequest, person: UUID, role: str) -> HttpResponse:
    membership = membership_for(request.person, person, to=Act.KEEP_ACCOUNTS)
    take_duty_back(membership.person, role_of(role), by=request.person)
    messages.success(request, _("The duty is taken back."))
    # Whoever gave up her own duty perhaps no longer sees members.
    return redirect("home") if person == request.person.pk else redirect("member", person)


def role_of(value: str) -> Role:
    if value not in dict(Duty.ROLES):
        raise Http404
    return Role(value)


def changes(request: MemberRequest) -> HttpResponse:
    require_duty(request.person, to=Act.KEEP_ACCOUNTS)
    return render(request, "organisations/duty_changes.html", {"changes": changes_of_duties()})
