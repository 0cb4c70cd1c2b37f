"""Why people were brought together, in words those concerned may read: each for her own pairs."""

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.domain.permissions import Act
from rapport.matching.words import said
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import relationship_for


@require_GET
def pair_reasons(request: MemberRequest, code: str) -> HttpResponse:
    """What two named and agreed to show each other; never a score, never a wish of one of them.

    In a circle everybody reads why she and each other came together, and of nobody else.
    """
    me = request.person
    found = relationship_for(me, code, to=Act.OPEN_RELATIONSHIP)
    mine = found.proposals.filter(Q(mentor__person=me) | Q(mentee__person=me))
    pairs = [
        {
            "with": each.mentee if each.mentor.person_id == me.pk else each.mentor,
            "reasons": said(each.reasons.get("reasons", [])),
        }
        for each in mine.select_related("mentor__person", "mentee__person").order_by("pk")
    ]
    return render(request, "matching/reasons.html", {"relationship": found, "pairs": pairs})
