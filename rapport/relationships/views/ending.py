"""A no-fault ending in two clicks, and the same way on for everybody afterwards."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, relationship_for, standing_for
from rapport.relationships.actions.departures import leave
from rapport.relationships.actions.ending import wish_rematch, withdraw_rematch_wish
from rapport.relationships.models import Departure, Ending, RematchWish


@require_http_methods(["GET", "POST"])
def ending(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.END)
    if request.method == "POST":
        left = leave(standing.relationship, by=request.person)
        return gone(request, standing) if isinstance(left, Departure) else redirect("ending", code)
    ending = Ending.objects.filter(relationship=standing.relationship).first()
    wish = RematchWish.objects.filter(ending=ending, person=request.person).first()
    template = "ending/ended" if ending else "ending/ask"
    return render(
        request,
        f"relationships/{template}.html",
        {"standing": standing, "ending": ending, "wish": wish},
    )


def gone(request: MemberRequest, standing: Standing) -> HttpResponse:
    """The others go on. Her own thread, where there was one, says what remains for her."""
    messages.success(
        request, _("You have stepped out. Nobody is told why; the others go on without a gap.")
    )
    thread = standing.relationship.threads.filter(participants__person=request.person).first()
    return redirect("ending", thread.code) if thread else redirect("home")


@require_POST
def rematch(request: MemberRequest, code: str) -> HttpResponse:
    relationship = relationship_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    wish_rematch(relationship, by=request.person)
    return redirect("ending", code)


@require_POST
def rematch_withdraw(request: MemberRequest, code: str) -> HttpResponse:
    relationship = relationship_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    withdraw_rematch_wish(relationship, by=request.person)
    return redirect("ending", code)
