"""The person behind a request, her language and her time zone."""

import zoneinfo
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from rapport.people.models import Person


class PersonRequest(HttpRequest):
    person: Person | None


class PersonMiddleware:
    """Puts `request.person` there and speaks her language for the length of the request."""

    def __init__(self, get_response: Callable[[PersonRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: PersonRequest) -> HttpResponse:
        person = request.user if request.user.is_authenticated else None
        request.person = person
        language = person.language if person else translation.get_language_from_request(request)
        with translation.override(language), timezone.override(zone_of(person)):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        return response


def zone_of(person: Person | None) -> zoneinfo.ZoneInfo:
    try:
        return zoneinfo.ZoneInfo(person.time_zone if person else "UTC")
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return zoneinfo.ZoneInfo("UTC")
