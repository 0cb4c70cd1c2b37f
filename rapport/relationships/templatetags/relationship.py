"""The head that every page of a relationship begins with: who is in it, and its parts."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.translation import gettext

from rapport.domain.formats import Agreement, Pulse, Shape
from rapport.domain.phases import Phase
from rapport.domain.sentences import _
from rapport.relationships.access import Standing
from rapport.relationships.pages.turns import name_list

register = template.Library()

# The parts of a relationship: address, label, icon.
PARTS = (
    ("relationship", _("Overview"), "pair"),
    ("meetings", _("Meetings"), "calendar"),
    ("values", _("Values"), "cards"),
    ("agreement", _("Agreement"), "paper"),
    ("goals", _("Goals"), "goal"),
    ("pulse", _("Pulse"), "pulse"),
)


@register.inclusion_tag("relationships/head.html", takes_context=True)
def relationship_head(
    context: Context, standing: Standing, *, title: str = "", lead: str = ""
) -> dict[str, Any]:
    """Faces, title and the parts, the current one marked; the plain title is “You and Ben”."""
    code, path = standing.relationship.code, context["request"].path
    return {
        "title": title or you_and(standing),
        "lead": lead,
        "people": people_of(standing),
        "parts": [
            part(name, label, icon, code, path)
            for name, label, icon in PARTS
            if name not in left_out_of(standing.relationship.shape)
        ],
        "is_overview": path == reverse("relationship", args=[code]),
        "overview": reverse("relationship", args=[code]),
        "pair": you_and(standing),
        "is_closed": standing.relationship.is_closed,
    }


def left_out_of(shape: Shape) -> set[str]:
    """The parts that a format does without."""
    conditions = {key for keys in shape.conditions.values() for key in keys}
    does_without = {
        "values": "values" not in conditions,
        "goals": Phase.DIRECTION not in shape.stations,
        "agreement": shape.agreement is Agreement.NONE,
        "pulse": shape.pulse is Pulse.NONE,
    }
    return {name for name, is_left_out in does_without.items() if is_left_out}


def part(name: str, label: str, icon: str, code: str, path: str) -> dict[str, Any]:
    url = reverse(name, args=[code])
    is_here = path == url if name == "relationship" else path.startswith(url)
    return {"label": gettext(label), "icon": icon, "url": url, "current": is_here}


def people_of(standing: Standing) -> list[dict[str, Any]]:
    """Everybody, for the part `faces`."""
    everybody = (standing.me, *standing.others)
    return [{"name": str(each.person), "mine": each == standing.me} for each in everybody]


def you_and(standing: Standing) -> str:
    several = len(standing.others) > 1
    pattern = gettext("You, %(names)s") if several else gettext("You and %(names)s")
    return pattern % {"names": name_list(standing.others)}


@register.filter
def others(standing: Standing) -> str:
    """The first names of everybody but the reader."""
    return name_list(standing.others)
