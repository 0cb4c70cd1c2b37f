"""The clock closes every month that is over."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.domain.waves import first_of_month
from rapport.evaluation.waves.actions import close_wave
from rapport.evaluation.waves.queries import months_to_close
from rapport.organisations.tenancy import every_organisation, tenant_by_id

EVERYWHERE, IN_ONE = "rapport.close_waves", "rapport.close_waves_of_organisation"
RETRY = RetryStrategy(max_attempts=5, exponential_wait=6)


@app.task(name=EVERYWHERE, queue="clock", retry=RETRY)
def close_waves(timestamp: int) -> None:
    """One job an organisation: trouble in one holds no other back."""
    for organisation in every_organisation():
        close_waves_of_organisation.defer(organisation=str(organisation))


@app.task(name=IN_ONE, queue="clock", retry=RETRY)
def close_waves_of_organisation(organisation: str) -> None:
    """Months that are over on its own clock, each in a transaction of its own."""
    with transaction.atomic(), tenant_by_id(UUID(organisation)) as here:
        today = timezone.localdate(timezone=ZoneInfo(here.time_zone))
        waiting = months_to_close(first_of_month(today))
    for programme, month in waiting:
        with transaction.atomic(), tenant_by_id(UUID(organisation)):
            close_wave(programme, month)
