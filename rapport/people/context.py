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
    """A context processor; no menu while nobody is signed in."""
    theme = theme_of(request)
    if getattr(request, "person", None) is None:
        return {"person_menu": [], "theme": theme}
    items = ((address(name), label, icon) for name, label, icon in ITEMS)
    return {
        "theme": theme,
        "person_menu": [
            {"label": label, "url": url, "icon": icon, "current": request.path.startswith(url)}
            for url, label, icon in items
            if url
        ],
    }


def theme_of(request: HttpRequest) -> str:
    """What this device was told goes before what the account says."""
    person = getattr(request, "person", None)
    return request.COOKIES.get("theme") or (person.theme if person else "")


def address(name: str) -> str:
    """Where the page is; empty where it does not exist in this installation."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
