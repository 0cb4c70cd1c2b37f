"""What a transaction has told the database: which organisation it works for, and for whom.

Row-level security compares each row's organisation with the setting `rapport.organisation`.
The settings are local to a transaction, so a connection that is used again carries nothing over.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from uuid import UUID

from django.db import connection, transaction

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
