"""A no-fault ending in two clicks, and the same way on for everybody afterwards."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.formats import leaves_alone
from rapport.domain.permissions import Act, Role
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, relationship_for, standing_for
from rapport.relationships.actions.departures import leave
from rapport.relationships.actions.ending import (
    end_unplanned,
    wish_rematch,
    withdraw_rematch_wish,
)
from rapport.relationships.models import Departure
from rapport.relationships.pages.ended import ended_for


@require_http_methods(["GET", "POST"])
def ending(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.END)
    if request.method == "POST":
        left = leave(standing.relationship, by=request.person)
        return gone(request, standing) if isinstance(left, Departure) else redirect("ending", code)
    if standing.relationship.is_closed:
        return render(request, "relationships/ending/ended.html", ended_for(standing))
    others = [Role(each.role) for each in standing.others]
    alone = leaves_alone(standing.relationship.shape, Role(standing.me.role), others)
    context = {"standing": standing, "others_go_on": alone}
    return render(request, "relationships/ending/ask.html", context)


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


@require_http_methods(["GET", "POST"])
def course_ending(request: MemberRequest, code: str) -> HttpResponse:
    """A coordinator closes what nobody answers for; she sees no more of it than before."""
    relationship = relationship_for(request.person, code, to=Act.CLOSE_UNPLANNED)
    if request.method == "POST":
        end_unplanned(relationship, by=request.person)
        return redirect("course", code)
    needs = relationship.decision_needs.filter(settled_at=None).exists()
    context = {"relationship": relationship, "needs_decision": needs}
    return render(request, "relationships/ending/unplanned.html", context)


@require_POST
def rematch_withdraw(request: MemberRequest, code: str) -> HttpResponse:
    relationship = relationship_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    withdraw_rematch_wish(relationship, by=request.person)
    return redirect("ending", code)
