"""What a request knows by the time a view sees it, as types."""

from django.http import HttpRequest

from rapport.organisations.models import Organisation
from rapport.people.models import Person


class OrganisationRequest(HttpRequest):
    """A request at the root (no organisation) or inside an organisation's mount."""

    organisation: Organisation | None


class MemberRequest(HttpRequest):
    """A request by somebody who is signed in and belongs to the organisation."""

    organisation: Organisation
    person: Person
