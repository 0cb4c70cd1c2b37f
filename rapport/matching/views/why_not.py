"""Why two people are not a pair, and who else would suit."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.matching.access import round_for
from rapport.matching.forms.why_not import WhyNotForm
from rapport.matching.pages.insisting import why_not_page
from rapport.organisations.requests import MemberRequest


@require_GET
def pair_why_not(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    found = round_for(request.person, slug, code, number)
    form = WhyNotForm(request.GET or None, matching_round=found)
    context = {"form": form, "round": found}
    if form.is_valid():
        context |= why_not_page(found, form.cleaned_data["mentee"], form.cleaned_data["mentor"])
    return render(request, "matching/why_not.html", context)
