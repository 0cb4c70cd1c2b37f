"""The relationship's own page: where the two are, what is next, and what there is."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import select_template
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from rapport.domain.permissions import Act
from rapport.domain.phases import Phase
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import standing_for
from rapport.relationships.cards import cards_of
from rapport.relationships.history import history_of
from rapport.relationships.overview import PHASE_SENTENCES, readiness_of, stations_of
from rapport.relationships.queries import are_values_revealed, members_of, signed_agreement
from rapport.relationships.queries.goals import goals_of
from rapport.relationships.queries.turns import (
    newest_agreement,
    next_meeting,
    prefetched,
    sorted_by,
)
from rapport.relationships.turns import turn_of, waiting_for

GOALS_SUMMARIES = ["relationships/goals/_summary.html", "relationships/relationship/no_goals.html"]


@require_GET
def relationship(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    it, now = prefetched(standing.relationship), timezone.now()
    context = {
        "standing": standing,
        "relationship": it,
        "stations": stations_of(it),
        "sentence": gettext(PHASE_SENTENCES[Phase(it.phase)]),
        "turn": turn_of(it, standing.me, now),
        "waiting": waiting_for(it, standing.me, now),
        "readiness": readiness_of(it),
        "history": history_of(it),
        "meeting": next_meeting(it, now),
        "agreement": signed_agreement(it),
        "offered": newest_agreement(it),
        "sorted_by_me": standing.me.person_id in sorted_by(it),
        "are_revealed": are_values_revealed(it, members_of(it)),
        "goals": cards_of(goals_of(it), standing),
        "goals_summary": select_template(GOALS_SUMMARIES),
    }
    return render(request, "relationships/relationship/page.html", context)
