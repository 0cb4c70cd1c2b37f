"""Letters about keys go out behind the request that changed them."""

from uuid import UUID

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.organisations.scope import PERSON, setting
from rapport.people.models import Person
from rapport.sealed.letters import send_word_of_keys
from rapport.sealed.noting import TELL_OF_KEYS, KeyChange

RETRY = RetryStrategy(max_attempts=8, exponential_wait=5)


@app.task(name=TELL_OF_KEYS, queue="mail", retry=RETRY)
def tell_of_changed_keys(person: str, change: str) -> None:
    """Nothing happens when she has gone meanwhile."""
    with transaction.atomic(), setting(PERSON, person):
        found = Person.objects.filter(pk=UUID(person)).first()
        if found is not None:
            send_word_of_keys(found, KeyChange(change))
