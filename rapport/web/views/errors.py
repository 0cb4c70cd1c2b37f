"""Error pages: a calm sentence and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long or came from elsewhere; nothing was changed."""
    return render(request, "web/errors/csrf.html", status=403)
