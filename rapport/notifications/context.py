"""The bell in the header: how much is new, for whoever is inside an organisation."""

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from rapport.notifications.queries import new_count


def bell(request: HttpRequest) -> dict[str, Any]:
    """A context processor; counts only where a page asks."""
    person, organisation = getattr(request, "person", None), getattr(request, "organisation", None)
    if person is None or organisation is None:
        return {}
    return {"bell_url": reverse("news"), "bell_count": partial(new_count, person)}
