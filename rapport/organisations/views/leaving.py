"""Leaving an organisation, deleting one's account, removing a member: said before, then done."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.domain.permissions import Act
from rapport.organisations.access import membership_for
from rapport.organisations.actions.leaving import (
    delete_account,
    end_membership,
    what_will_happen,
)
from rapport.organisations.forms import SureForm
from rapport.organisations.models import Membership
from rapport.organisations.record import Part, history_of, parts_of, record_of
from rapport.organisations.requests import MemberRequest
from rapport.organisations.tenancy import tenant
from rapport.people.fresh import wants_fresh_sign_in
from rapport.people.models import Person

METHODS = ["GET", "POST"]


@require_http_methods(METHODS)
@wants_fresh_sign_in
def leaving(request: MemberRequest) -> HttpResponse:
    """She leaves this organisation; her account and other organisations stay."""
    if request.organisation is None:
        raise Http404
    mine = Membership.objects.get(person=request.person)
    form = SureForm(request.POST or None)
    if form.is_valid() and form.attempt(end_membership, mine, by=request.person):
        messages.success(request, _("You have left. Your account stays."))
        return redirect("/organisations/")
    kept = {"happens": what_will_happen(request.person), "parts": parts(request.person)}
    return render(request, "organisations/leaving.html", kept | {"form": form})


@require_http_methods(METHODS)
@wants_fresh_sign_in
def deletion(request: HttpRequest) -> HttpResponse:
    """All of it, everywhere."""
    person = cast("Person", request.user)
    form = SureForm(request.POST or None)
    if form.is_valid() and form.attempt(delete_account, person, by=person):
        logout(request)
        messages.success(request, _("Your account is deleted. Thank you for having been here."))
        return redirect("/accounts/login/")
    words = {"form": form, "places": places(person), "chapters": record_of(person)}
    return render(request, "organisations/deletion.html", words)


@require_http_methods(METHODS)
@wants_fresh_sign_in
def removal(request: MemberRequest, person: UUID) -> HttpResponse:
    """An administrator removes a member; she reads the same sentences as whoever leaves."""
    membership = membership_for(request.person, person, to=Act.KEEP_ACCOUNTS)
    form = SureForm(request.POST or None)
    if form.is_valid() and form.attempt(end_membership, membership, by=request.person):
        messages.success(request, _("%(name)s is removed.") % {"name": membership.person})
        return redirect("members")
    happens = what_will_happen(membership.person)
    words = {"form": form, "membership": membership, "happens": happens}
    return render(request, "organisations/removal.html", words)


def parts(person: Person) -> list[Part]:
    return [*parts_of(person, inside=True), *history_of(person)]


def places(person: Person) -> list[tuple[str, list[str]]]:
    """Each of her organisations, and what would happen there."""
    mine = Membership.objects.filter(person=person).select_related("organisation")
    told = []
    for membership in mine.order_by("organisation__name"):
        with tenant(membership.organisation):
            told.append((str(membership.organisation), what_will_happen(person)))
    return told
