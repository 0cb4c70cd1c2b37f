"""Where the two are, as their page shows it: five stations, and the list of what stands ready."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from rapport.domain.phases import STATIONS, Phase
from rapport.domain.readiness import readiness
from rapport.domain.sentences import _
from rapport.relationships.journey import PHASE_NAMES
from rapport.relationships.models import Relationship
from rapport.relationships.queries import facts_of

PHASE_SENTENCES: dict[Phase, str] = {
    Phase.RAPPORT: _("You find out whether and how you can work together."),
    Phase.DIRECTION: _("You agree what you are working towards, and why it matters."),
    Phase.PROGRESSION: _("You meet in your rhythm, try things out and learn from each other."),
    Phase.WINDING_UP: _("You look back, celebrate, and decide what comes next."),
    Phase.CLOSED: _("This relationship has come to its end. Its record stays yours."),
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
}


def stations_of(relationship: Relationship) -> list[dict[str, Any]]:
    """Five stations: behind, here, ahead."""
    here = STATIONS.index(Phase(relationship.phase))
    states = ["past"] * here + ["here"] + ["ahead"] * (len(STATIONS) - here - 1)
    return [
        {"label": gettext(PHASE_NAMES[phase]), "state": state}
        for phase, state in zip(STATIONS, states, strict=True)
    ]


def readiness_of(relationship: Relationship) -> list[dict[str, Any]]:
    """What stands ready and what is missing in this phase, each with the page to do it."""
    lines = readiness(Phase(relationship.phase), facts_of(relationship))
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
