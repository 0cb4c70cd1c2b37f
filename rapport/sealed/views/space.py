"""What a member's browser asks and stores about a space."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.organisations.requests import MemberRequest
from rapport.sealed.access import space_for
from rapport.sealed.actions.log import approve_change, change_space, withdraw_change
from rapport.sealed.actions.offered import acceptable
from rapport.sealed.actions.space import approve_space, found_space, take_grant
from rapport.sealed.copies import copy_of
from rapport.sealed.protocol.log_entry import read_entry
from rapport.sealed.queries import envelope_of, spaces_of, state_of
from rapport.sealed.views.answers import answers_json, offered


@require_GET
def circle(request: MemberRequest, sid: UUID) -> HttpResponse:
    """Who is in the space, and what a member can do about it."""
    space = space_for(request.person, sid)
    candidates = [each.person.name for each in space.candidacies.select_related("person")]
    leads = space.members.filter(safeguards=True).exclude(person=request.person)
    safeguards = [each.person.name for each in leads.select_related("person")]
    words = {"space": space, "candidates": candidates, "safeguards": safeguards}
    return render(request, "sealed/space.html", words)


@require_GET
@answers_json
def state(request: MemberRequest, sid: UUID) -> dict[str, Any]:
    """Log, public keys, own grant, own chain: all a browser needs to check the space itself."""
    return state_of(space_for(request.person, sid), request.person)


@require_GET
def spaces(request: MemberRequest) -> HttpResponse:
    """All shared pages a person is in, reports to her among them."""
    return render(request, "sealed/spaces.html", {"spaces": spaces_of(request.person)})


@require_GET
def copy(request: MemberRequest, sid: UUID) -> HttpResponse:
    """Where a member makes her copy of everything."""
    return render(request, "sealed/export.html", {"space": space_for(request.person, sid)})


@require_GET
@answers_json
def everything(request: MemberRequest, sid: UUID) -> dict[str, Any]:
    """All there is, for a member's own copy; her browser opens and checks it."""
    return copy_of(space_for(request.person, sid))


@require_GET
@answers_json
def envelope(request: MemberRequest, sid: UUID) -> dict[str, Any]:
    """One envelope by its hash: what somebody else has seen, every member can see."""
    space = space_for(request.person, sid)
    with acceptable():
        found = envelope_of(space, request.GET["hash"])
    return {"envelope": found.base64 if found else False}


@require_POST
@answers_json
def log(request: MemberRequest, sid: UUID) -> dict[str, Any] | None:
    """The first entry founds the space; a later one counts, or waits for approvals."""
    space = space_for(request.person, sid)
    record = offered(request)
    if first_of(record):
        found_space(space, record, by=request.person)
        return None
    return {"waiting": sorted(change_space(space, record, by=request.person))}


def first_of(record: dict[str, Any]) -> bool:
    with acceptable():
        return bool(read_entry(record["entry"].encode())["n"] == 0)


@require_POST
@answers_json
def approval(request: MemberRequest, sid: UUID) -> None:
    approve_space(space_for(request.person, sid), offered(request), by=request.person)


@require_http_methods(["POST", "DELETE"])
@answers_json
def proposal(request: MemberRequest, sid: UUID) -> None:
    """Approve what waits, or say no to it."""
    space = space_for(request.person, sid)
    if request.method == "DELETE":
        withdraw_change(space)
    else:
        approve_change(space, offered(request), by=request.person)


@require_http_methods(["DELETE"])
@answers_json
def grant(request: MemberRequest, sid: UUID) -> None:
    with acceptable():
        upto = int(request.GET["upto"])
    take_grant(space_for(request.person, sid), by=request.person, upto=upto)
