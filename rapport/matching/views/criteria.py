"""How a programme matches: seen, tried on a round before saving, saved."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rapport.domain.permissions import Act
from rapport.matching.forms.criteria import CriteriaForm
from rapport.matching.forms.trying import TryForm
from rapport.matching.pages.criteria import open_round, questions_of
from rapport.matching.queries.criteria import settings_of
from rapport.organisations.requests import MemberRequest
from rapport.programmes.access import programme_for


def matching_settings(request: MemberRequest, slug: str) -> HttpResponse:
    """GET shows; POST saves, or with “try” shows what it would change and saves nothing."""
    programme = programme_for(request.person, slug, to=Act.RUN_PROGRAMME)
    form = CriteriaForm(
        request.POST or None, settings=settings_of(programme), questions=questions_of(programme)
    )
    found = open_round(programme)
    trying = TryForm(request.POST or None, matching_round=found) if found else None
    context = {"form": form, "trying": trying, "programme": programme, "round": found}
    if form.is_valid():
        if "try" in request.POST and trying is not None:
            trying.try_out(form)
        elif form.save(programme, by=request.person):
            messages.success(request, _("Saved. The next pairs are formed with it."))
            return redirect("matching_settings", slug)
    return render(request, "matching/criteria.html", context)
