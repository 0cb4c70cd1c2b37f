"""Moving on or back, together: the wish of each, and what stands ready."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import relationship_for, standing_for
from rapport.relationships.actions.moves import wish_move, withdraw_wish
from rapport.relationships.forms.moves import MoveForm
from rapport.relationships.pages.journey import moves_of, past_moves
from rapport.relationships.pages.overview import readiness_of
from rapport.relationships.queries.gathering import gather
from rapport.relationships.queries.readiness import RECORD


@require_http_methods(["GET", "POST"])
def moves(request: MemberRequest, code: str) -> HttpResponse:
    if request.method == "POST":
        return move_wished(request, code)
    standing = standing_for(request.person, code, to=Act.MOVE_PHASE)
    gather([standing.relationship], RECORD)
    return render(
        request,
        "relationships/moves/page.html",
        {
            "standing": standing,
            "readiness": readiness_of(standing.relationship),
            "moves": moves_of(standing),
            "history": past_moves(standing.relationship),
        },
    )


def move_wished(request: MemberRequest, code: str) -> HttpResponse:
    relationship = relationship_for(request.person, code, to=Act.MOVE_PHASE)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return redirect("moves", code)
    if wish_move(relationship, form.cleaned_data["move"], by=request.person):
        messages.success(request, _("All of you wished it, so it is done."))
        return redirect(relationship)
    messages.info(request, _("Your wish is noted. It happens as soon as all of you wish it."))
    return redirect("moves", code)


@require_POST
def move_withdraw(request: MemberRequest, code: str) -> HttpResponse:
    relationship = relationship_for(request.person, code, to=Act.MOVE_PHASE)
    form = MoveForm(request.POST)
    if form.is_valid():
        withdraw_wish(relationship, form.cleaned_data["move"], by=request.person)
    return redirect("moves", code)
