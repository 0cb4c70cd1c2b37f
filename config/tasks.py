"""Telling the listeners of an event: each once, each on its own, again after a failure."""

from uuid import UUID

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from config.listeners import LISTENERS, Listener
from rapport.domain.events import KINDS
from rapport.journal.models import Entry, Told
from rapport.journal.recording import TELL_LISTENERS, event_of
from rapport.organisations.tenancy import tenant_by_id

RETRY = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name=TELL_LISTENERS, queue="events", retry=RETRY)
def tell_listeners(entry: int, organisation: str) -> None:
    """One job an entry. A listener that fails keeps neither the others nor the next try back."""
    failures: list[Exception] = []
    for listener in LISTENERS[KINDS[kind_of(entry, organisation)]]:
        try:
            tell(listener, entry, organisation)
        except Exception as error:  # noqa: BLE001  # collected, and raised together below
            failures.append(error)
    if failures:
        raise ExceptionGroup("Some listeners could not do their work", failures)


def kind_of(entry: int, organisation: str) -> str:
    with tenant_by_id(UUID(organisation)):
        return Entry.objects.get(pk=entry).event


def tell(listener: Listener, entry_id: int, organisation: str) -> None:
    """The listener's work and the note that it was told stand or fall together."""
    with transaction.atomic(), tenant_by_id(UUID(organisation)) as tenant:
        entry = Entry.objects.get(pk=entry_id)
        _, is_new = Told.objects.get_or_create(
            entry=entry, listener=name_of(listener), defaults={"organisation_id": tenant.pk}
        )
        if is_new:
            listener(event_of(entry))


def name_of(listener: Listener) -> str:
    return f"{listener.__module__}.{listener.__qualname__}"
