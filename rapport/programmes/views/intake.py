"""A new intake, the page of one, its settings."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.programmes import access, queries
from rapport.programmes.actions.intake import change_intake, open_intake
from rapport.programmes.forms.enrolment import PeopleFilter, chosen_filter
from rapport.programmes.forms.intake import IntakeForm, suggested
from rapport.programmes.funnel import funnel_of
from rapport.programmes.next_step import Situation, next_step
from rapport.programmes.people_rows import rows_of

PEOPLE_A_PAGE = 50


def intake(request: MemberRequest, slug: str, code: str) -> HttpResponse:
    """The next step, how far everybody has come, and everybody by name."""
    found = access.intake_for(request.person, slug, code, to=Act.RUN_PROGRAMME)
    chosen = chosen_filter(request.GET)
    people = queries.people_in(found, **chosen)
    figures = queries.figures_of(found)
    page = Paginator(people, PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    situation = Situation(figures, found.import_runs.filter(applied_at=None).first())
    context = {
        "intake": found,
        "filter": PeopleFilter(initial=chosen),
        "page": page,
        "rows": rows_of(found, page),
        "next": next_step(found, situation),
        "funnel": funnel_of(figures),
        "places": queries.places_in(found),
    }
    return render(request, "programmes/intake.html", context)


def intake_new(request: MemberRequest, slug: str) -> HttpResponse:
    programme = access.programme_for(request.person, slug, to=Act.RUN_PROGRAMME)
    form = IntakeForm(request.POST or None, initial=suggested(programme))
    if form.is_valid() and form.attempt(
        open_intake, programme, **form.cleaned_data, by=request.person
    ):
        return redirect(form.result)
    return render(request, "programmes/intake_new.html", {"form": form, "programme": programme})


def intake_settings(request: MemberRequest, slug: str, code: str) -> HttpResponse:
    found = access.intake_for(request.person, slug, code, to=Act.RUN_PROGRAMME)
    initial = {
        name: getattr(found, name) for name in ("name", "starts_on", "ends_on", "own_format")
    }
    form = IntakeForm(request.POST or None, initial=initial)
    if form.is_valid() and form.attempt(
        change_intake, found, **form.cleaned_data, by=request.person
    ):
        messages.success(request, _("The intake is saved."))
        return redirect(found)
    return render(request, "programmes/intake_settings.html", {"form": form, "intake": found})
