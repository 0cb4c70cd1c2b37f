"""Value and expectation cards: sorted alone, revealed together."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rapport.domain.permissions import Act
from rapport.domain.values import OWN_CARDS
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, standing_for
from rapport.relationships.actions.values import sort_values
from rapport.relationships.forms.values import ValueSortForm
from rapport.relationships.pages.deck import groups
from rapport.relationships.queries.sorting import sorts_for


@require_http_methods(["GET", "POST"])
def values(request: MemberRequest, code: str) -> HttpResponse:
    # Who sends cards after the end gets the sentence of the act, and not a page that is gone.
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    form = ValueSortForm(request.POST or None)
    if form.is_valid() and form.attempt(
        sort_values, standing.relationship, form.cleaned_data["words"],
        is_done=form.cleaned_data["done"], by=request.person,
    ):  # fmt: skip
        return redirect("values", code)
    return page(request, standing, form)


def page(request: MemberRequest, standing: Standing, form: ValueSortForm) -> HttpResponse:
    decks = groups()
    context = {
        "standing": standing,
        "form": form,
        "sorts": sorts_for(standing, standing.relationship.value_sorts.all()),
        "groups": decks,
        "all_cards": sum(len(deck["cards"]) for deck in decks),
        "own_cards": range(1, OWN_CARDS + 1),
    }
    return render(request, "relationships/values/page.html", context)
