"""Announcing a round: what will happen, the yes, who was written to, and links on paper."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rapport.matching.access import round_for
from rapport.matching.actions.announcement import announce_round
from rapport.matching.announcing import announced_page, announcing_page
from rapport.matching.cards import make_cards
from rapport.organisations.requests import MemberRequest
from rapport.web.forms import ActionForm


def announce(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    """GET says what will happen or has happened; POST announces, once."""
    found = round_for(request.person, slug, code, number)
    if found.announced_at:
        return render(request, "matching/announced.html", announced_page(found))
    form = ActionForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.attempt(announce_round, found, by=request.person):
        return redirect("announce", slug, code, number)
    context = {"form": form, **announcing_page(found)}
    return render(request, "matching/announcement.html", context)


@require_POST
def invitation_cards(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    """Fresh links, on this one page and nowhere else."""
    found = round_for(request.person, slug, code, number)
    cards = make_cards(found, by=request.person)
    return render(request, "matching/cards.html", {"round": found, "cards": cards})
