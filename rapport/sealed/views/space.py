"""What a member's browser asks and stores about a space."""

from typing import Any
from uuid import UUID

from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.organisations.requests import MemberRequest
from rapport.sealed.access import space_for
from rapport.sealed.actions.space import approve_space, found_space, take_grant
from rapport.sealed.queries import state_of
from rapport.sealed.views.answers import answers_json, offered


@require_GET
@answers_json
def state(request: MemberRequest, sid: UUID) -> dict[str, Any]:
    """Log, public keys, own grant, own chain: all a browser needs to check the space itself."""
    return state_of(space_for(request.person, sid), request.person)


@require_POST
@answers_json
def log(request: MemberRequest, sid: UUID) -> None:
    found_space(space_for(request.person, sid), offered(request), by=request.person)


@require_POST
@answers_json
def approval(request: MemberRequest, sid: UUID) -> None:
    approve_space(space_for(request.person, sid), offered(request), by=request.person)


@require_http_methods(["DELETE"])
@answers_json
def grant(request: MemberRequest, sid: UUID) -> None:
    take_grant(space_for(request.person, sid), by=request.person)
