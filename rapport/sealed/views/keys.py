"""What a person's own browser asks and stores about her keys."""

from typing import Any

from django.http import Http404
from django.views.decorators.http import require_GET, require_POST

from rapport.organisations.requests import MemberRequest
from rapport.sealed.actions.generation import renew_keys
from rapport.sealed.actions.keys import set_up_keys, store_keyring
from rapport.sealed.actions.offered import acceptable, raw
from rapport.sealed.actions.slot import change_slot, use_recovery_code
from rapport.sealed.allowance import require_allowance
from rapport.sealed.queries import keys_of
from rapport.sealed.views.answers import answers_json, offered


@require_GET
@answers_json
def mine(request: MemberRequest) -> dict[str, Any]:
    """Slots, bundle and keyring: all wrapped, for the person herself."""
    keys = keys_of(request.person)
    if keys is None:
        raise Http404
    return keys


@require_POST
@answers_json
def set_up(request: MemberRequest) -> None:
    set_up_keys(offered(request), by=request.person)


@require_POST
@answers_json
def generation(request: MemberRequest) -> None:
    """New keys in place of lost ones."""
    require_allowance(request)
    renew_keys(offered(request), by=request.person)


@require_POST
@answers_json
def slots(request: MemberRequest) -> None:
    """A new phrase or code in place of the one before."""
    require_allowance(request)
    change_slot(offered(request), by=request.person)


@require_POST
@answers_json
def code_used(request: MemberRequest) -> None:
    with acceptable():
        slot = offered(request)["slot"]
        use_recovery_code(slot, by=request.person)


@require_POST
@answers_json
def keyring(request: MemberRequest) -> None:
    record = offered(request)
    with acceptable():
        revision, wrapped = int(record["rev"]), raw(record, "wrapped")
    store_keyring(revision, wrapped, by=request.person)
