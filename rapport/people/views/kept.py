"""Everything that is kept about a person, for herself."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rapport.people.kept import kept_about
from rapport.people.models import Person


def kept(request: HttpRequest) -> HttpResponse:
    matters = kept_about(cast("Person", request.user))
    return render(request, "people/kept.html", {"matters": matters})
