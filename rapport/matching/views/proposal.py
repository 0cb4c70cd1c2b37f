"""One pair of a round: why these two, and what can be changed by hand."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.matching.access import proposal_for, round_for
from rapport.matching.actions.proposal import (
    add_pair,
    lock_pair,
    move_mentee,
    release_pair,
    remove_pair,
)
from rapport.matching.forms.proposal import MoveForm, PairForm
from rapport.matching.pages.board import shown_pair
from rapport.organisations.requests import MemberRequest


def proposal(request: MemberRequest, slug: str, code: str, number: int, pair: UUID) -> HttpResponse:
    """Why this pair; POST moves the mentee to another mentor."""
    found = proposal_for(request.person, slug, code, number, pair)
    form = MoveForm(request.POST or None, proposal=found)
    if form.is_valid() and form.attempt(move_mentee, found, form.chosen(), by=request.person):
        words = {"mentee": found.mentee, "mentor": form.chosen()}
        messages.success(request, _("%(mentee)s is with %(mentor)s now.") % words)
        return redirect(found.round)
    context = {"form": form, "round": found.round, "pair": shown_pair(found)}
    return render(request, "matching/proposal.html", context)


def proposal_new(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    """Put two people together by hand."""
    found = round_for(request.person, slug, code, number)
    form = PairForm(request.POST or None, initial=request.GET.dict(), matching_round=found)
    if form.is_valid() and form.attempt(add_pair, found, **form.cleaned_data, by=request.person):
        messages.success(request, _("The two are a pair now."))
        return redirect(found)
    return render(request, "matching/proposal_new.html", {"form": form, "round": found})


@require_POST
def proposal_end(
    request: MemberRequest, slug: str, code: str, number: int, pair: UUID
) -> HttpResponse:
    found = proposal_for(request.person, slug, code, number, pair)
    remove_pair(found, by=request.person)
    messages.success(request, _("The pair is taken out."))
    return redirect(found.round)


@require_POST
def proposal_lock(
    request: MemberRequest, slug: str, code: str, number: int, pair: UUID
) -> HttpResponse:
    found = proposal_for(request.person, slug, code, number, pair)
    lock_pair(found, by=request.person)
    return redirect(found.round)


@require_POST
def proposal_release(
    request: MemberRequest, slug: str, code: str, number: int, pair: UUID
) -> HttpResponse:
    found = proposal_for(request.person, slug, code, number, pair)
    release_pair(found, by=request.person)
    return redirect(found.round)
