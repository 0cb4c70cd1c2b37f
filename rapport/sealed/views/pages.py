"""Pages about a person's own keys. Nothing secret is in them: the browser fills it in."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from rapport.organisations.requests import MemberRequest
from rapport.people.fresh import wants_fresh_sign_in
from rapport.sealed.actions.offered import acceptable
from rapport.sealed.actions.slot import remove_passkey
from rapport.sealed.allowance import allow_change
from rapport.sealed.lost import LOSSES
from rapport.sealed.queries import has_keys, must_renew_code, slots_of
from rapport.sealed.visible import Visible


@require_GET
def your_keys(request: MemberRequest) -> HttpResponse:
    if not has_keys(request.person):
        return redirect("keys_new")
    slots = slots_of(request.person)
    words = {"slots": slots, "must_renew_code": must_renew_code(slots)}
    return render(request, "sealed/keys.html", words)


@require_GET
def new_keys(request: MemberRequest) -> HttpResponse:
    """Set-up; somebody who has keys already is sent to them."""
    if has_keys(request.person):
        return redirect("keys")
    return render(request, "sealed/set_up.html", {"kind": "all", "next": next_of(request)})


@require_GET
@wants_fresh_sign_in
def new_code(request: MemberRequest) -> HttpResponse:
    return renewal(request, "code")


@require_GET
@wants_fresh_sign_in
def new_phrase(request: MemberRequest) -> HttpResponse:
    return renewal(request, "phrase")


@require_GET
@wants_fresh_sign_in
def keys_again(request: MemberRequest) -> HttpResponse:
    """New keys for somebody who lost hers; her partner has to compare and share again.

    With `?why=stolen` for somebody who still has hers, and fears that she is not the only one.
    """
    return renewal(request, "stolen" if request.GET.get("why") == "stolen" else "again")


@require_GET
def lost(request: MemberRequest) -> HttpResponse:
    return render(request, "sealed/lost.html", {"losses": LOSSES})


@require_GET
def visible(request: MemberRequest) -> HttpResponse:
    """What the operator can see."""
    return render(request, "sealed/visible.html", {"kinds": [each.value for each in Visible]})


@require_GET
@wants_fresh_sign_in
def new_passkey(request: MemberRequest) -> HttpResponse:
    """A passkey that signs her in may open her pages too."""
    if not has_keys(request.person):
        return redirect("keys_new")
    allow_change(request)
    return render(request, "sealed/passkey.html")


@require_POST
@wants_fresh_sign_in
def passkey_end(request: MemberRequest) -> HttpResponse:
    with acceptable():
        slot = UUID(request.POST["slot"])
    remove_passkey(slot, by=request.person)
    return redirect("keys")


@require_GET
def unlock(request: MemberRequest) -> HttpResponse:
    if not has_keys(request.person):
        return redirect("keys_new")
    return render(request, "sealed/unlock.html", {"next": next_of(request)})


def renewal(request: MemberRequest, kind: str) -> HttpResponse:
    if not has_keys(request.person):
        return redirect("keys_new")
    allow_change(request)
    return render(request, "sealed/set_up.html", {"kind": kind, "next": next_of(request)})


def next_of(request: HttpRequest) -> str:
    """Where the person was going, if that is a place of ours; else her keys."""
    wanted = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if ours else reverse("keys")
