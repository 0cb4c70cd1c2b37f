"""Forming pairs in an intake, and the page of a round."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.domain.permissions import Act
from rapport.matching.access import round_for
from rapport.matching.actions.matching_round import form_pairs, solve_again, throw_round_away
from rapport.matching.pages.board import shown_pair
from rapport.matching.pages.rounds import round_head
from rapport.matching.queries.proposals import left_over, standing
from rapport.organisations.requests import MemberRequest
from rapport.programmes.access import intake_for
from rapport.programmes.queries import figures_of

PAIRS_A_PAGE = 100


def matching(request: MemberRequest, slug: str, code: str) -> HttpResponse:
    """POST forms pairs; GET shows the round that is open, or the way to the first."""
    intake = intake_for(request.person, slug, code, to=Act.FORM_PAIRS)
    if request.method == "POST":
        return redirect(form_pairs(intake, by=request.person))
    if open_round := intake.matching_rounds.filter(announced_at=None).first():
        return redirect(open_round)
    rounds = intake.matching_rounds.select_related("intake__programme")
    context = {"intake": intake, "rounds": rounds, "figures": figures_of(intake)}
    return render(request, "matching/matching.html", context)


def matching_round(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    """The list of pairs; the board is another look at the same."""
    found = round_for(request.person, slug, code, number)
    pairs = standing(found).order_by("mentee__name", "mentee__pk")
    page = Paginator(pairs, PAIRS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "pairs": [shown_pair(each) for each in page],
        "left_over": [] if found.announced_at else left_over(found),
        **round_head(found),
    }
    return render(request, "matching/matching_round.html", context)


@require_POST
def matching_again(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    found = round_for(request.person, slug, code, number)
    solve_again(found, by=request.person)
    messages.success(request, _("The pairs are formed anew. What you fixed has stayed."))
    return redirect("board", slug, code, number) if "board" in request.POST else redirect(found)


@require_POST
def matching_end(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    found = round_for(request.person, slug, code, number)
    throw_round_away(found, by=request.person)
    messages.success(request, _("The proposals are thrown away. Nobody has heard of them."))
    return redirect(found.intake)
