"""What a passkey unlocks stays in the browser: no address of ours takes it, whatever it is for.

Browsers put the results of the PRF extension into the very record that a form posts (see
`docs/protocol.md`). A script of ours that forgot to take them out would hand over the pages.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import unquote_plus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext

from rapport.domain.sentences import _

UNLOCKING: Final = re.compile(r'"prf\\*"\s*:')
BYTES: Final = "application/octet-stream"
"""Attachments come like this; the one view that takes them checks that they are sealed."""
REFUSED: Final = _(
    "Your browser sent what your passkey unlocks, and that must never leave it. Nothing was kept "
    "or changed here; please load the page again and tell whoever runs this server."
)


class UnlockingStaysMiddleware:
    """Refuses each request that carries such a result, before any view sees it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        if not any(UNLOCKING.search(text) for text in texts_of(request)):
            return None
        if request.content_type == "application/json":
            return JsonResponse({"sentence": gettext(REFUSED)}, status=422)
        return HttpResponse(gettext(REFUSED), status=422, content_type="text/plain; charset=utf-8")


def texts_of(request: HttpRequest) -> Iterator[str]:
    """Everything in a request that a view could read as text."""
    yield unquote_plus(request.META.get("QUERY_STRING", ""))
    if request.content_type == "multipart/form-data":
        for _name, values in request.POST.lists():
            yield from map(str, values)
    elif request.content_type != BYTES:
        yield unquote_plus(request.body.decode(errors="replace"))
