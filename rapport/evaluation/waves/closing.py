"""What the clock does: closes every wave that is over. Loads the attacker who examines figures."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from rapport.evaluation.waves.actions import close_wave
from rapport.evaluation.waves.queries import waves_to_close
from rapport.organisations.tenancy import tenant_by_id


def close_waves_that_are_over(organisation: UUID) -> None:
    """Those that are over on its own clock, each in a transaction of its own."""
    with transaction.atomic(), tenant_by_id(organisation) as here:
        today = timezone.localdate(timezone=ZoneInfo(here.time_zone))
        waiting = waves_to_close(today)
    for programme, month, subject in waiting:
        with transaction.atomic(), tenant_by_id(organisation):
            close_wave(programme, month, subject)
