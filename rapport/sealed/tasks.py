"""Letters about keys go out behind a request; the clock clears away what nothing names."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.organisations.scope import PERSON, setting
from rapport.organisations.tenancy import every_organisation, tenant_by_id
from rapport.people.models import Person
from rapport.sealed.actions.blob import erase_unnamed
from rapport.sealed.letters import send_word_of_keys
from rapport.sealed.noting import TELL_OF_KEYS, KeyChange

EVERYWHERE, IN_ONE = "rapport.erase_unnamed_files", "rapport.erase_unnamed_files_of"
RETRY = RetryStrategy(max_attempts=8, exponential_wait=5)


@app.task(name=TELL_OF_KEYS, queue="mail", retry=RETRY)
def tell_of_changed_keys(person: str, change: str) -> None:
    """Nothing happens when she has gone meanwhile."""
    with transaction.atomic(), setting(PERSON, person):
        found = Person.objects.filter(pk=UUID(person)).first()
        if found is not None:
            send_word_of_keys(found, KeyChange(change))


@app.task(name=EVERYWHERE, queue="clock", retry=RETRY)
def erase_unnamed_files(timestamp: int) -> None:
    """One job an organisation: trouble in one holds no other back."""
    for organisation in every_organisation():
        erase_unnamed_files_of.defer(organisation=str(organisation))


@app.task(name=IN_ONE, queue="clock", retry=RETRY)
def erase_unnamed_files_of(organisation: str) -> None:
    with transaction.atomic(), tenant_by_id(UUID(organisation)):
        erase_unnamed(timezone.localdate())
