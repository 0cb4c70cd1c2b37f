"""What every page may show around its content."""

from typing import Any

from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    return {
        "person": getattr(request, "person", None),
        "organisation": getattr(request, "organisation", None),
    }
