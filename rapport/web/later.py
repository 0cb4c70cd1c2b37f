"""Views whose rooms are loaded when somebody first asks for them: their pages bring the engines."""

from collections.abc import Callable
from importlib import import_module

from django.http import HttpRequest, HttpResponse


def later(module: str, name: str) -> Callable[..., HttpResponse]:
    """The view of this name in this module, loaded at the first request."""

    def view(request: HttpRequest, **values: object) -> HttpResponse:
        answer: HttpResponse = getattr(import_module(module), name)(request, **values)
        return answer

    view.__name__ = name
    return view
