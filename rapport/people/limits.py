"""Counting tries at our own doors as the accounts library counts them at its doors."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse

RATES = {"setup": "10/m/ip", "invitation": "30/m/ip"}


def is_within_limit(request: HttpRequest, door: str) -> bool:
    """Counts a try that is not a GET; False when there were too many from this address."""
    return bool(ratelimit.consume(request, app="rapport", action=door, config=RATES))


def too_many(request: HttpRequest) -> HttpResponse:
    answer: HttpResponse = ratelimit.respond_429(request)
    return answer
