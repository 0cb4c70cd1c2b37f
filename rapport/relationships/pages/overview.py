"""The page of a relationship as one member sees it: stations, readiness, turns, what there is."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from rapport.domain.phases import Phase
from rapport.domain.readiness import readiness
from rapport.domain.sentences import _
from rapport.relationships.access import Standing
from rapport.relationships.models import Participant, Relationship
from rapport.relationships.pages.cards import cards_of
from rapport.relationships.pages.history import history_of
from rapport.relationships.pages.journey import PHASE_NAMES
from rapport.relationships.pages.turns import name_list, turn_of, waiting_for
from rapport.relationships.queries import (
    are_values_revealed,
    facts_of,
    members_of,
    signed_agreement,
)
from rapport.relationships.queries.gathering import gather
from rapport.relationships.queries.goals import GOAL_PATHS, with_words
from rapport.relationships.queries.readiness import meetings_held
from rapport.relationships.queries.turns import (
    PATHS,
    newest_agreement,
    next_meeting,
    sorted_by,
)
from rapport.sealed.models import Candidacy

PHASE_SENTENCES: dict[Phase, str] = {
    Phase.RAPPORT: _("You find out whether and how you can work together."),
    Phase.DIRECTION: _("You agree what you are working towards, and why it matters."),
    Phase.PROGRESSION: _("You meet in your rhythm, try things out and learn from each other."),
    Phase.WINDING_UP: _("You look back, celebrate, and decide what comes next."),
    Phase.CLOSED: _("This relationship has come to its end. What is still here you can read."),
}
# Where an open condition of the readiness list can be worked on.
CONDITION_PAGES = {
    "met": "meetings",
    "values": "values",
    "agreement": "agreement",
    "goal": "goals",
    "scale": "goals",
    "commitment": "goals",
    "step": "goals",
    "reached": "goals",
    "reviewed": "winding_up",
    "closing": "meetings",
    "decided": "winding_up",
    "thanked": "winding_up",
}


def overview_of(standing: Standing, now: datetime) -> dict[str, Any]:
    """Everything the page shows, read once."""
    it = standing.relationship
    gather([it], (*PATHS, *GOAL_PATHS))
    return {
        "standing": standing,
        "relationship": it,
        "stations": stations_of(it),
        "sentence": gettext(sentence_of(it)),
        "turn": turn_of(it, standing.me, now),
        "waiting": waiting_for(it, standing.me, now),
        "readiness": readiness_of(it),
        "history": history_of(it),
        "meeting": next_meeting(it, now),
        "goals": cards_of(with_words(it.goals.all()), standing),
        "threads": threads_of(it, standing),
        "candidates": candidates_of(it),
        "has_goals": Phase.DIRECTION in it.shape.stations,
        "is_winding_up": it.phase in {Phase.WINDING_UP, Phase.CLOSED},
        "is_finding_out": it.phase == Phase.RAPPORT and bool(meetings_held(it)),
        **foundations_of(it, standing),
    }


def sentence_of(relationship: Relationship) -> str:
    """What the pair does here; a format may say it in its own way."""
    phase = Phase(relationship.phase)
    return relationship.shape.said_of_phases.get(phase, PHASE_SENTENCES[phase])


def candidates_of(relationship: Relationship) -> list[str]:
    """The names of those whom the members may let in."""
    candidacies = Candidacy.objects.filter(space=relationship.space_id)
    return list(candidacies.values_list("person__name", flat=True))


def threads_of(relationship: Relationship, standing: Standing) -> list[dict[str, Any]]:
    """The threads of a group that this member is in, each by the name of its other end."""
    if not relationship.shape.has_threads:
        return []
    mine = relationship.threads.filter(participants__person=standing.me.person_id)
    return [
        {
            "url": each.get_absolute_url(),
            "name": name_list(who for who in each.participants.all() if not is_me(who, standing)),
        }
        for each in mine.prefetch_related("participants__person").order_by("began_at")
    ]


def is_me(participant: Participant, standing: Standing) -> bool:
    return participant.person_id == standing.me.person_id


def foundations_of(relationship: Relationship, standing: Standing) -> dict[str, Any]:
    """Values and agreement: how far they are."""
    return {
        "agreement": signed_agreement(relationship),
        "offered": newest_agreement(relationship),
        "sorted_by_me": standing.me.person_id in sorted_by(relationship),
        "are_revealed": are_values_revealed(relationship, members_of(relationship)),
    }


def stations_of(relationship: Relationship) -> list[dict[str, Any]]:
    """Five stations: behind, here, ahead; after an early end, those that were left out say so."""
    stations = relationship.shape.stations
    here = stations.index(Phase(relationship.phase))
    left_out = left_out_of(relationship) if relationship.is_closed else set()
    return [
        {
            "label": gettext(PHASE_NAMES[phase]),
            "state": "ahead" if phase in left_out else state_of(at, here),
            "note": gettext("left out") if phase in left_out else "",
        }
        for at, phase in enumerate(stations)
    ]


def state_of(at: int, here: int) -> str:
    if at == here:
        return "here"
    return "past" if at < here else "ahead"


def left_out_of(relationship: Relationship) -> set[Phase]:
    """The phases that a closed relationship never came through."""
    been = {change.origin for change in relationship.phase_changes.all()}
    return {phase for phase in relationship.shape.stations[:-1] if phase not in been}


def readiness_of(relationship: Relationship) -> list[dict[str, Any]]:
    """What stands ready and what is missing in this phase, each with the page to do it."""
    lines = readiness(Phase(relationship.phase), facts_of(relationship), relationship.shape)
    return [
        {
            "done": line.is_done,
            "text": gettext(line.sentence),
            "url": "" if line.is_done else page_of(line.key, relationship),
        }
        for line in lines
    ]


def page_of(key: str, relationship: Relationship) -> str:
    return reverse(CONDITION_PAGES[key], args=[relationship.code])
