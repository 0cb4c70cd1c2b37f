"""The board of a round: seen, changed by a drop or a press, filled in by whoever is asked."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rapport.matching.access import mentee_for, round_for
from rapport.matching.forms.board import BoardForm
from rapport.matching.pages.board import mentors_in_words
from rapport.matching.pages.rounds import round_head
from rapport.matching.pages.seats import board_page, state_of
from rapport.organisations.requests import MemberRequest


def board(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    """GET draws it; POST carries out one act and answers as the browser asks: a page or data."""
    found = round_for(request.person, slug, code, number)
    if request.method == "POST":
        return acted(request, BoardForm(request.POST, matching_round=found))
    page = {**round_head(found), **board_page(found)}
    if page["too_many"] or found.announced_at:
        messages.info(request, _("This round is worked in lists: it is large, or announced."))
        return redirect(found)
    return render(request, "matching/board.html", page)


def acted(request: MemberRequest, form: BoardForm) -> HttpResponse:
    """What has become of it; a refusal is a sentence and the card as it really stands."""
    is_done = form.carry_out(by=request.person)
    if request.accepts("text/html"):
        if not is_done:
            messages.warning(request, form.sentence())
        return redirect("board", *place_of(form))
    mentee = form.cleaned_data.get("mentee")
    state = state_of(form.round, mentee.pk) if mentee else {}
    return JsonResponse({"done": is_done, "sentence": form.sentence(), **state})


def place_of(form: BoardForm) -> list[object]:
    intake = form.round.intake
    return [intake.programme.slug, intake.code, form.round.number]


@require_GET
def board_fit(
    request: MemberRequest, slug: str, code: str, number: int, mentee: UUID
) -> HttpResponse:
    """Mentors with a free place for one mentee, the best first, in words."""
    found, person = mentee_for(request.person, slug, code, number, mentee)
    return JsonResponse({"mentors": mentors_in_words(found, person)})
