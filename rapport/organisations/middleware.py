"""A request becomes a transaction that knows its person and its organisation."""

from collections.abc import Callable

from django.db import transaction
from django.http import Http404, HttpResponse

from rapport.organisations.models import Membership, Organisation
from rapport.organisations.mount import SLUG_KEY
from rapport.organisations.requests import OrganisationRequest
from rapport.organisations.scope import ORGANISATION, PERSON, SLUG, settings, tell_database

Answer = Callable[[OrganisationRequest], HttpResponse]


class TenancyMiddleware:
    """Opens the transaction, tells the database who asks and where; undoes all after an error."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: OrganisationRequest) -> HttpResponse:
        person_id = request.user.pk if request.user.is_authenticated else ""
        with settings({PERSON: person_id, SLUG: slug_of(request), ORGANISATION: ""}):
            request.organisation = enter(request)
            response = self.get_response(request)
            if response.status_code >= 400:
                transaction.set_rollback(True)
        return response

    def process_view(
        self,
        request: OrganisationRequest,
        view: Callable[..., HttpResponse],
        _args: object,
        _kwargs: object,
    ) -> None:
        """Inside an organisation only its members go on, unless the view is open to visitors."""
        if request.organisation is None or getattr(view, "is_open_to_visitors", False):
            return
        if request.user.is_authenticated and not is_member(request):
            raise Http404


def open_to_visitors[View: Callable[..., HttpResponse]](view: View) -> View:
    """Mark a view that people may open who do not belong to the organisation (yet)."""
    view.is_open_to_visitors = True  # type: ignore[attr-defined]  # a mark, read by process_view
    return view


def slug_of(request: OrganisationRequest) -> str:
    return str(request.META.get(SLUG_KEY, ""))


def enter(request: OrganisationRequest) -> Organisation | None:
    """The organisation at whose address the request came; None at the root."""
    slug = slug_of(request)
    if not slug:
        return None
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None:
        raise Http404
    tell_database({ORGANISATION: organisation.pk})
    return organisation


def is_member(request: OrganisationRequest) -> bool:
    memberships = Membership.objects.filter(organisation=request.organisation)
    return memberships.filter(person=request.user.pk).exists()
