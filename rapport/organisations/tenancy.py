"""Work for one organisation: its rows are there, its addresses carry its mount."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.urls import get_script_prefix, set_script_prefix

from rapport.organisations.models import Organisation
from rapport.organisations.mount import mount_path
from rapport.organisations.scope import CLOCK, ORGANISATION, setting


@contextmanager
def tenant(organisation: Organisation) -> Iterator[None]:
    """Work for one organisation: its rows are there, and addresses carry its mount."""
    before = get_script_prefix()
    set_script_prefix(mount_path(organisation.slug) + "/")
    try:
        with setting(ORGANISATION, organisation.pk):
            yield
    finally:
        set_script_prefix(before)


@contextmanager
def tenant_by_id(organisation_id: UUID) -> Iterator[Organisation]:
    """The same for work that carries only the number, such as a job."""
    with setting(ORGANISATION, organisation_id):
        organisation = Organisation.objects.get(pk=organisation_id)
        with tenant(organisation):
            yield organisation


def every_organisation() -> list[UUID]:
    """The numbers of all organisations, for the clock; of what is in them it sees nothing."""
    with setting(CLOCK, "on"):
        return list(Organisation.objects.values_list("pk", flat=True))
