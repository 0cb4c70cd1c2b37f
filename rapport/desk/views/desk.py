"""The desk itself."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from rapport.desk.access import programmes_for, require_desk, talks_for
from rapport.desk.forms import DeskFilter
from rapport.desk.funnel import count_pairs, people_stages
from rapport.desk.queries import courses_in, in_order, intakes_of, row_of
from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest

ROWS = 25
"""Relationships on one page."""


@require_GET
def desk(request: MemberRequest) -> HttpResponse:
    require_desk(request.person)
    served = intakes_of(programmes_for(request.person, to=Act.SEE_PROGRAMME))
    run = set(programmes_for(request.person, to=Act.SEE_COURSE).values_list("pk", flat=True))
    chosen = DeskFilter(request.GET, served)
    looked_at = [each for each in served if each.pk in chosen.chosen_intakes]
    pairs = count_pairs(chosen.chosen_intakes)
    courses = courses_in([each for each in looked_at if each.programme_id in run])
    page = Paginator(in_order(courses, chosen.chosen("phase")), ROWS).get_page(
        request.GET.get("page")
    )
    context = {
        "filter": chosen,
        "intakes": served,
        "people": people_stages(chosen.chosen_intakes),
        "pairs": pairs.stages,
        "phases": pairs.phases,
        "deciding": pairs.deciding,
        "talks": talks_for(request.person),
        "page": page,
        "rows": [row_of(each, timezone.localdate()) for each in page],
    }
    return render(request, "desk/desk.html", context)
