"""What stands behind a person's face in the header: her own pages."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

# Name of the address, label, icon.
ITEMS: list[tuple[str, Any, str]] = [
    ("profile", _("Profile"), "person"),
    ("mfa_index", _("How you sign in"), "shield"),
    ("usersessions_list", _("Your devices"), "screen"),
    ("keys", _("Your keys"), "key"),
    ("kept", _("What is kept about you"), "record"),
    ("looks", _("Who looked at my data"), "eye"),
]


def person_menu(request: HttpRequest) -> dict[str, Any]:
    """A context processor; empty while nobody is signed in."""
    if getattr(request, "person", None) is None:
        return {"person_menu": []}
    items = ((address(name), label, icon) for name, label, icon in ITEMS)
    return {
        "person_menu": [
            {"label": label, "url": url, "icon": icon, "current": request.path.startswith(url)}
            for url, label, icon in items
            if url
        ]
    }


def address(name: str) -> str:
    """Where the page is; empty where it does not exist in this installation."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
