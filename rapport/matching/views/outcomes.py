"""What became of the pairs, in figures that point at nobody."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.domain.permissions import Act
from rapport.matching.queries.outcomes import bands_of, courses_of, criteria_weighed, never_chosen
from rapport.organisations.requests import MemberRequest
from rapport.programmes.access import programme_for


@require_GET
def matching_outcomes(request: MemberRequest, slug: str) -> HttpResponse:
    programme = programme_for(request.person, slug, to=Act.RUN_PROGRAMME)
    courses = courses_of(programme)
    context = {
        "programme": programme,
        "bands": bands_of(courses),
        "criteria": criteria_weighed(courses),
        "groups": never_chosen(programme),
    }
    return render(request, "matching/outcomes.html", context)
