"""Choosing where to go, for somebody who belongs to several organisations."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rapport.organisations.models import Membership
from rapport.people.models import Person


def organisations(request: HttpRequest) -> HttpResponse:
    """The organisations of the person; with exactly one, straight there."""
    person = cast("Person", request.user)
    belongs = Membership.objects.filter(person=person).select_related("organisation")
    mine = [each.organisation for each in belongs.order_by("organisation__name")]
    if len(mine) == 1:
        return redirect(f"{mine[0].mount}/")
    return render(request, "organisations/organisations.html", {"organisations": mine})
