"""Who leads, over time."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import standing_for
from rapport.relationships.forms.reflections import LED
from rapport.relationships.pages.lead import chart_of
from rapport.relationships.queries.lead import leads_of


@require_GET
def lead(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    labels = {int(value): str(label) for value, label in LED}
    chart = chart_of(leads_of(standing.relationship), labels)
    context = {"standing": standing, "chart": chart, "labels": labels}
    return render(request, "relationships/lead/page.html", context)
