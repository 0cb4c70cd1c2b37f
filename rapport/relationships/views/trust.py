"""Trust cards: chosen alone, revealed together."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rapport.domain.permissions import Act
from rapport.domain.trust import MOST_PICKS
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import standing_for
from rapport.relationships.actions.trust import choose_trust_cards
from rapport.relationships.forms.values import ValueSortForm
from rapport.relationships.pages.deck import trust_halves
from rapport.relationships.queries.sorting import sorts_for


@require_http_methods(["GET", "POST"])
def trust(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    form = ValueSortForm(request.POST or None)
    if form.is_valid() and form.attempt(
        choose_trust_cards, standing.relationship, form.cleaned_data["words"],
        is_done=form.cleaned_data["done"], by=request.person,
    ):  # fmt: skip
        return redirect("trust", code)
    context = {
        "standing": standing,
        "form": form,
        "sorts": sorts_for(standing, standing.relationship.trust_sorts.all()),
        "halves": trust_halves(),
        "most": MOST_PICKS,
    }
    return render(request, "relationships/trust/page.html", context)
