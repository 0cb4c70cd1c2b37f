"""A no-fault ending in two clicks, and the same way on for everybody afterwards."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import relationship_for, standing_for
from rapport.relationships.actions.ending import (
    end_without_fault,
    wish_rematch,
    withdraw_rematch_wish,
)
from rapport.relationships.models import Ending, RematchWish


@require_http_methods(["GET", "POST"])
def ending(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.END)
    if request.method == "POST":
        end_without_fault(standing.relationship, by=request.person)
        return redirect("ending", code)
    ending = Ending.objects.filter(relationship=standing.relationship).first()
    wish = RematchWish.objects.filter(ending=ending, person=request.person).first()
    template = "ending/ended" if ending else "ending/ask"
    return render(
        request,
        f"relationships/{template}.html",
        {"standing": standing, "ending": ending, "wish": wish},
    )


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
