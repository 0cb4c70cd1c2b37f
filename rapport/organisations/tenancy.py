"""Which organisation a piece of work belongs to, said to the database itself.

Row-level security compares each row's organisation with the setting `rapport.organisation`.
The settings are local to a transaction, so a connection that is used again carries nothing over.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection, transaction
from django.urls import get_script_prefix, set_script_prefix

from rapport.organisations.mount import mount_path

if TYPE_CHECKING:
    from rapport.organisations.models import Organisation

ORGANISATION, PERSON, SLUG = "rapport.organisation", "rapport.person", "rapport.slug"
CLOCK = "rapport.clock"


class NoTenant(RuntimeError):
    """Something reached for an organisation's rows without saying which organisation."""


def tell_database(values: Mapping[str, object]) -> None:
    """Set settings until the end of this transaction, in one statement; needs a transaction."""
    told = ", ".join(["set_config(%s, %s, true)"] * len(values))
    pairs = [text for name, value in values.items() for text in (name, str(value or ""))]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {told}", pairs)


def told_database(setting: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [setting])
        row = cursor.fetchone()
    return str(row[0] or "") if row else ""


def current_organisation_id() -> UUID:
    """The organisation this transaction works for; NoTenant when nobody said."""
    if value := told_database(ORGANISATION):
        return UUID(value)
    raise NoTenant("Work for an organisation must run inside `with tenant(organisation):`.")


@contextmanager
def settings(values: Mapping[str, object]) -> Iterator[None]:
    """Settings inside a transaction, put back as they were where the transaction goes on."""
    goes_on = connection.in_atomic_block
    with transaction.atomic():
        before = {name: told_database(name) for name in values} if goes_on else {}
        tell_database(values)
        yield
        if before and not connection.needs_rollback:  # a rollback puts them back by itself
            tell_database(before)


def setting(name: str, value: object) -> AbstractContextManager[None]:
    """The same for one setting."""
    return settings({name: value})


@contextmanager
def tenant(organisation: "Organisation") -> Iterator[None]:
    """Work for one organisation: its rows are there, and addresses carry its mount."""
    before = get_script_prefix()
    set_script_prefix(mount_path(organisation.slug) + "/")
    try:
        with setting(ORGANISATION, organisation.pk):
            yield
    finally:
        set_script_prefix(before)


@contextmanager
def tenant_by_id(organisation_id: UUID) -> Iterator["Organisation"]:
    """The same for work that carries only the number, such as a job."""
    from rapport.organisations.models import Organisation  # noqa: PLC0415  # models need this module

    with setting(ORGANISATION, organisation_id):
        organisation = Organisation.objects.get(pk=organisation_id)
        with tenant(organisation):
            yield organisation


def every_organisation() -> list[UUID]:
    """The numbers of all organisations, for the clock; of what is in them it sees nothing."""
    from rapport.organisations.models import Organisation  # noqa: PLC0415  # models need this module

    with setting(CLOCK, "on"):
        return list(Organisation.objects.values_list("pk", flat=True))
