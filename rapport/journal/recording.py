"""Recording an event: the row and the job that tells the listeners, in the same transaction."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from rapport.domain.events import KINDS, Event
from rapport.journal.jobs import enqueue, enqueue_many
from rapport.journal.models import Entry

TELL_LISTENERS = "rapport.tell_listeners"


def record(event: Event) -> Entry:
    """Write one line of history. Needs a tenant; told to the listeners after the commit."""
    entry = entry_of(event, organisation_of_transaction())
    entry.save(force_insert=True)
    organisation = str(entry.organisation_id)
    enqueue(TELL_LISTENERS, queue="events", entry=entry.pk, organisation=organisation)
    return entry


def record_all(events: Iterable[Event]) -> None:
    """The same for many events at once: as many statements for a thousand as for one."""
    organisation = organisation_of_transaction()
    entries = Entry.objects.bulk_create(entry_of(event, organisation) for event in events)
    house = str(organisation)
    jobs: list[dict[str, str | int]] = [
        {"entry": each.pk, "organisation": house} for each in entries
    ]
    enqueue_many(TELL_LISTENERS, queue="events", arguments=jobs)


def entry_of(event: Event, organisation: UUID) -> Entry:
    values = event.values()
    return Entry(
        organisation_id=organisation,
        event=event.name(),
        values=values,
        relationship_id=values.get("relationship"),
        happened_at=moment_of(event),
    )


def moment_of(event: Event) -> datetime:
    """Now; or the beginning of the day, for what is kept by its day."""
    now = timezone.now()
    return now.replace(hour=0, minute=0, second=0, microsecond=0) if event.is_kept_by_day else now


def organisation_of_transaction() -> UUID:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('rapport.organisation')::uuid")
        return UUID(str(cursor.fetchone()[0]))


def event_of(entry: Entry) -> Event:
    """The event as it was recorded; numbers are numbers again."""
    return event_from(entry.event, entry.values)


def event_from(name: str, recorded: Mapping[str, str]) -> Event:
    """The same from the name of an event and its values as text."""
    kind = KINDS[name]
    values: dict[str, Any] = {field: typed(field, value, kind) for field, value in recorded.items()}
    return kind(**values)


def typed(name: str, value: str, kind: type[Event]) -> object:
    annotation = next(f.type for f in kind.__dataclass_fields__.values() if f.name == name)
    if annotation is bool or annotation == "bool":
        return value == "True"
    return value if annotation in {str, "str"} else UUID(value)
