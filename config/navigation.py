"""What stands in the header and below every page, by what a person may do here."""

import re
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rapport.domain.permissions import Role
from rapport.matching.access import askings_of
from rapport.organisations.models import Duty
from rapport.people.models import Person
from rapport.programmes.models import ProgrammeDuty

# Name of the address, label, icon, and the roles that see it (none: everybody).
ITEMS: list[tuple[str, Any, str, frozenset[Role]]] = [
    ("home", _("Home"), "home", frozenset()),
    ("notes", _("Journal"), "book", frozenset()),
    ("desk", _("Desk"), "desk", frozenset({Role.COORDINATOR, Role.FACILITATOR})),
    ("programmes", _("Programmes"), "path", frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})),
    ("evaluations", _("Evaluation"), "chart", frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})),
    ("members", _("Members"), "people", frozenset({Role.ADMINISTRATOR})),
]

# What stands below every page, for everybody.
FOOTER: list[tuple[str, Any]] = [
    ("running", _("What is running here")),
]
EVALUATION = re.compile(r"/programmes/[^/]+/evaluation/")


def navigation(request: HttpRequest) -> dict[str, Any]:
    """A context processor: the items for this person, the current one marked."""
    person, organisation = getattr(request, "person", None), getattr(request, "organisation", None)
    footer = [{"label": label, "url": reverse(name)} for name, label in FOOTER]
    if person is None or organisation is None:
        return {"navigation": [], "footer": footer}
    roles, room = roles_here(person.pk), room_of(request.path)
    return {
        "navigation": [
            {
                "label": label,
                "url": url,
                "icon": icon,
                "current": is_current(room, url),
            }
            for name, label, icon, needed in ITEMS
            if (not needed or needed & roles) and (url := reverse(name))
        ]
        + says_here(request, person),
        "footer": footer,
    }


def says_here(request: HttpRequest, person: Person) -> list[dict[str, Any]]:
    """While a programme asks her something; else no item stands there."""
    if not askings_of(person).exists():
        return []
    url = reverse("says")
    current = is_current(request.path, url)
    return [{"label": _("Your say"), "url": url, "icon": "pair", "current": current}]


def roles_here(person_id: Any) -> set[Role]:
    """Duties in the whole organisation and in its programmes, in one query."""
    everywhere = Duty.objects.filter(person=person_id).values_list("role")
    somewhere = ProgrammeDuty.objects.filter(person=person_id).values_list("role")
    return {Role(role) for (role,) in everywhere.union(somewhere)}


def room_of(path: str) -> str:
    """Where a page belongs: an evaluation lies below its programme and has an item of its own."""
    return reverse("evaluations") if EVALUATION.search(path) else path


def is_current(path: str, url: str) -> bool:
    return path == url if url == reverse("home") else path.startswith(url)
