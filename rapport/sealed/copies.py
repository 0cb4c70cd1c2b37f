"""What else goes into a member's own copy; the applications above say it, by their settings."""

from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from rapport.sealed.models import Space
from rapport.sealed.queries import everything_in


def copy_of(space: Space) -> dict[str, Any]:
    """All envelopes, and under each name of `IN_A_COPY` what its function gives."""
    more = {name: import_string(path)(space) for name, path in settings.IN_A_COPY.items()}
    return {"objects": everything_in(space), **more}
