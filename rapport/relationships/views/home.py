"""Home: for each of my relationships the one next step, then what is coming."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from rapport.organisations.requests import OrganisationRequest
from rapport.people.models import Person
from rapport.relationships.queries.homes import home_of


def home(request: OrganisationRequest) -> HttpResponse:
    """At the root the person chooses her organisation first."""
    if request.organisation is None:
        return redirect("organisations")
    person = request.user
    assert isinstance(person, Person)  # noqa: S101  # every view is closed to visitors
    return render(request, "relationships/home.html", {"home": home_of(person, timezone.now())})
