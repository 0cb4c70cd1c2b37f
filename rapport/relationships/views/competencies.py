"""The skills of each phase: a look at its start and its end, and what changed."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from rapport.domain.competencies import Moment, is_open
from rapport.domain.permissions import Act
from rapport.domain.phases import Phase
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, standing_for
from rapport.relationships.actions.competencies import Look, view_competencies
from rapport.relationships.forms.competencies import CompetencyForm
from rapport.relationships.pages.competencies import (
    forms_for,
    labels,
    moment_label,
    phases_shown,
    statements_of,
)
from rapport.relationships.pages.journey import phase_name
from rapport.relationships.queries.competencies import partners_of, views_for


@require_GET
def competencies(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    context = {"standing": standing, "phases": phases_shown(standing)}
    return render(request, "relationships/competencies/page.html", context)


@require_http_methods(["GET", "POST"])
def competency_view(request: MemberRequest, code: str, phase: str, moment: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.VIEW_COMPETENCIES)
    of, when = of_way(phase, moment)
    members = [standing.me, *partners_of(standing)]
    form = CompetencyForm(request.POST or None, members=members)
    if form.is_valid() and form.whom and form.attempt(
        view_competencies, standing.relationship, Look(form.whom, of, when),
        form.cleaned_data["words"], by=request.person,
    ):  # fmt: skip
        return redirect("competency_view", code, phase, moment)
    views = next((each for each in views_for(standing) if each.phase == of), None)
    if views is None:
        raise Http404
    context = {
        "standing": standing,
        "title": f"{phase_name(of)} · {moment_label(when)}",
        "forms": forms_for(standing, views, when, form),
        "statements": statements_of(of, standing),
        "scale": labels(),
        "is_open": is_open(Phase(standing.relationship.phase), of, when, stations(standing)),
    }
    return render(request, "relationships/competencies/look.html", context)


def stations(standing: Standing) -> tuple[Phase, ...]:
    return standing.relationship.shape.stations


def of_way(phase: str, moment: str) -> tuple[Phase, Moment]:
    """The two words of the address; Http404 for any other."""
    try:
        return Phase(phase), Moment(moment)
    except ValueError:
        raise Http404 from None
