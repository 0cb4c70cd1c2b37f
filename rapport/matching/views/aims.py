"""Other aims for a round, compared; and choosing one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rapport.matching.access import round_for
from rapport.matching.actions.matching_round import choose_aim
from rapport.matching.forms.aims import AimForm, LookForm
from rapport.matching.models import Aim
from rapport.matching.pages.aims import aims_page
from rapport.organisations.requests import MemberRequest


def round_aims(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    """GET compares, POST forms the pairs anew for the aim chosen."""
    found = round_for(request.person, slug, code, number)
    form = AimForm(request.POST or None)
    if form.is_valid():
        aim = Aim(form.cleaned_data["aim"])
        if form.attempt(choose_aim, found, aim, by=request.person):
            messages.success(request, _("The pairs are formed anew. What you fixed has stayed."))
            return redirect(found)
    look = LookForm(request.GET or {"aim": found.aim}, matching_round=found)
    asked = look.cleaned_data if look.is_valid() else {"aim": found.aim, "question": ""}
    context = {**aims_page(found, asked["aim"], asked["question"]), "form": form, "look": look}
    return render(request, "matching/aims.html", context)
