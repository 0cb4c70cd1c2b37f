"""The relationship's own page: where the two are, what is next, and what there is."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import standing_for
from rapport.relationships.pages.overview import overview_of


@require_GET
def relationship(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    context = overview_of(standing, timezone.now())
    return render(request, "relationships/relationship/page.html", context)
