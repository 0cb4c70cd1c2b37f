"""The course of one relationship: which phases, met or not, ended or not."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.desk.queries import has_shared_agreement, row_of, stations_passed, with_course
from rapport.domain.audit import Deed
from rapport.domain.permissions import Act
from rapport.organisations.noting import note_look
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import relationship_for
from rapport.relationships.models import Ending
from rapport.relationships.pages.overview import stations_of
from rapport.relationships.queries.courses import relationship_numbered


@require_GET
def course(request: MemberRequest, code: str) -> HttpResponse:
    relationship = relationship_for(request.person, code, to=Act.SEE_COURSE)
    members = relationship.participants.values_list("person_id", flat=True)
    note_look(request, Deed.LOOKED_AT_COURSE, members, relationship.pk)
    row = row_of(with_course(relationship_numbered(relationship.pk)).get())
    context = {
        "row": row,
        "relationship": relationship,
        "stations": stations_of(relationship),
        "history": stations_passed(relationship),
        "is_agreement_shared": has_shared_agreement(relationship),
        "need": relationship.decision_needs.filter(settled_at__isnull=True).first(),
        "ending": Ending.objects.filter(relationship=relationship).first(),
    }
    return render(request, "desk/course.html", context)
