"""Winding up: the whole of it on one page, and a page for each thing to write."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from rapport.domain.permissions import Act
from rapport.domain.phases import Phase
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, standing_for
from rapport.relationships.actions.winding_up import decide, review_goal, write_thanks
from rapport.relationships.forms.afterwards import KeepingForm
from rapport.relationships.forms.winding_up import DecisionForm, ReviewForm, ThanksForm
from rapport.relationships.pages.cards import card_of, reviewed
from rapport.relationships.pages.journey import moves_of
from rapport.relationships.pages.overview import readiness_of
from rapport.relationships.pages.winding_up import decision_seen_by, reviewed_goals, thanks_seen_by
from rapport.relationships.queries import goal_of
from rapport.relationships.queries.afterwards import introductions_of


@require_GET
def winding_up(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    closing = standing.relationship.meetings.filter(is_closing=True, cancelled_at__isnull=True)
    return render(
        request,
        "relationships/winding_up/page.html",
        {
            "standing": standing,
            "reviewed": reviewed_goals(standing),
            "thanks": thanks_seen_by(standing),
            "closing": closing.order_by("-starts_at").first(),
            "decision": decision_seen_by(standing),
            "readiness": readiness_of(standing.relationship),
            "moves": moves_of(standing),
            "promises": introductions_of(standing.relationship),
            "keeping_form": keeping_form(standing),
            "is_here": standing.relationship.phase == Phase.WINDING_UP,
        },
    )


def keeping_form(standing: Standing) -> KeepingForm:
    mine = standing.relationship.keepings.filter(person=standing.me.person_id).first()
    return KeepingForm(initial={"keep": mine.keep if mine else "everything"})


@require_http_methods(["GET", "POST"])
def review(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.REVIEW_AND_DECIDE)
    card = card_of(goal_of(standing.relationship, pk), standing)
    mine = reviewed(card, standing).mine
    form = ReviewForm(request.POST or None, initial={"level": mine.level if mine else card.level})
    if form.is_valid() and form.attempt(
        review_goal,
        card.goal,
        form.cleaned_data["level"],
        form.cleaned_data["words"],
        by=request.person,
    ):
        return redirect("winding_up", code)
    return render(
        request,
        "relationships/winding_up/review.html",
        {"standing": standing, "card": card, "mine": mine, "form": form},
    )


@require_http_methods(["GET", "POST"])
def thanks(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.REVIEW_AND_DECIDE)
    mine = standing.relationship.thanks.filter(person=request.person).first()
    form = ThanksForm(request.POST or None)
    if form.is_valid() and form.attempt(
        write_thanks, standing.relationship, form.cleaned_data["words"], by=request.person
    ):
        return redirect("winding_up", code)
    return render(
        request,
        "relationships/winding_up/thanks.html",
        {"standing": standing, "mine": mine, "form": form},
    )


@require_http_methods(["GET", "POST"])
def decision(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.REVIEW_AND_DECIDE)
    mine = standing.relationship.decisions.filter(person=request.person).first()
    chosen = {"next": mine.next, "redefinition": mine.redefinition} if mine else None
    form = DecisionForm(request.POST or None, initial=chosen)
    words = form.cleaned_data["words"] if form.is_bound and form.is_valid() else None
    if form.is_valid() and form.attempt(
        decide, standing.relationship, form.choice, words, by=request.person
    ):
        return redirect("winding_up", code)
    return render(
        request,
        "relationships/winding_up/decision.html",
        {"standing": standing, "mine": mine, "form": form},
    )
