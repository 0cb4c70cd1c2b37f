"""Announcing a round: what will happen, the yes, who was written to, and links on paper."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.matching.access import round_for
from rapport.matching.actions.announcement import announce_round, end_round
from rapport.matching.forms.asking import AnnouncementForm
from rapport.matching.models import MatchingRound
from rapport.matching.pages.announcing import announced_page, announcing_page
from rapport.matching.pages.cards import make_cards
from rapport.organisations.requests import MemberRequest


def announce(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    """GET says what will happen or has happened; POST announces, once."""
    found = round_for(request.person, slug, code, number)
    if found.announced_at:
        return render(request, "matching/announced.html", announced_page(found))
    page = announcing_page(found)
    form = AnnouncementForm(request.POST or None, may_stage=page["may_stage"])
    if form.is_valid() and form.attempt(
        announce_round, found, by=request.person, only_fixed=form.only_fixed()
    ):
        return redirect(after(found))
    return render(request, "matching/announcement.html", {"form": form, **page})


def after(found: MatchingRound) -> str:
    """Who was told, once the round is over; the board while pairs are left."""
    intake = found.intake
    if found.announced_at:
        return reverse("announce", args=[intake.programme.slug, intake.code, found.number])
    return found.get_absolute_url()


@require_POST
def announcement_end(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    """No more pairs in this round; whoever is left is told that a place is kept."""
    found = round_for(request.person, slug, code, number)
    end_round(found, by=request.person)
    messages.success(request, _("The round is over. Whoever has nobody gets a kind letter."))
    return redirect("announce", slug, code, number)


@require_POST
def invitation_cards(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    """Fresh links, on this one page and nowhere else."""
    found = round_for(request.person, slug, code, number)
    cards = make_cards(found, by=request.person)
    return render(request, "matching/cards.html", {"round": found, "cards": cards})
