"""Headers on every answer, and refusals turned into sentences."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from rapport.domain.refusals import Refusal
from rapport.web.sentences import in_words

HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Integrity-Policy": "blocked-destinations=(script)",
    "Permissions-Policy": (
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
    ),
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
}
STATIC = "/static/"


class HeadersMiddleware:
    """The headers that Django's own middleware does not set; pages are never stored."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(STATIC):
            response.headers["Cache-Control"] = "no-store"
        return response


class RefusalMiddleware:
    """A refusal that no form caught becomes a message on the page the person came from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refusal):
            return None
        messages.warning(request, in_words(error))
        return redirect(origin_of(request))


def origin_of(request: HttpRequest) -> str:
    """The page of ours that the person came from; the start page when it is not ours."""
    referer = urlsplit(request.headers.get("Referer", ""))
    is_ours = referer.netloc == request.get_host() and referer.path != request.path
    return referer.path if is_ours else (request.META.get("SCRIPT_NAME", "") or "/")
