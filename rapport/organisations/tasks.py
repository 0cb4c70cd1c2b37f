"""Copies of people's own records are made in the background, and forgotten after a week."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.organisations.actions.record_copy import MAKE, make_copy
from rapport.organisations.models import RecordCopy
from rapport.organisations.scope import CLOCK, PERSON, setting

FORGET_COPIES = "rapport.forget_record_copies"
RETRY = RetryStrategy(max_attempts=5, exponential_wait=5)
KEPT_FOR = timedelta(days=7)


@app.task(name=MAKE, queue="record", retry=RETRY)
def make_record_copy(copy: str, person: str) -> None:
    """Nothing happens when it is ready already, or when she has gone."""
    with transaction.atomic(), setting(PERSON, person):
        waiting = RecordCopy.objects.select_for_update(of=("self",)).select_related("person")
        found = waiting.filter(pk=copy, ready_at__isnull=True).first()
        if found is not None:
            make_copy(found)


@app.task(name=FORGET_COPIES, queue="clock", retry=RETRY)
def forget_record_copies(timestamp: int) -> None:
    with setting(CLOCK, "on"):
        RecordCopy.objects.filter(asked_at__lt=timezone.now() - KEPT_FOR).delete()
