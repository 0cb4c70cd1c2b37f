"""Why two people were brought together, in words both may read: for the two alone."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.domain.permissions import Act
from rapport.matching.models import Proposal
from rapport.matching.words import said
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import relationship_for


@require_GET
def pair_reasons(request: MemberRequest, code: str) -> HttpResponse:
    """What both named and agreed to show; never a score, never a wish of one of them."""
    found = relationship_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    proposal = Proposal.objects.filter(relationship=found).first()
    reasons = said(proposal.reasons.get("reasons", [])) if proposal else []
    return render(request, "matching/reasons.html", {"relationship": found, "reasons": reasons})
