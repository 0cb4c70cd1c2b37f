"""What the clock does about rounds: reminders two days before the last, and an end after it."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.matching.actions.asking import end_asking, remind_of_says
from rapport.matching.models import MatchingRound
from rapport.organisations.tenancy import every_organisation, tenant_by_id

EVERYWHERE, IN_ONE = "rapport.look_after_says", "rapport.look_after_says_of"
RETRY = RetryStrategy(max_attempts=5, exponential_wait=6)


@app.task(name=EVERYWHERE, queue="clock", retry=RETRY)
def look_after_says(timestamp: int) -> None:
    """One job an organisation: trouble in one holds no other back."""
    for organisation in every_organisation():
        look_after_says_of.defer(organisation=str(organisation))


@app.task(name=IN_ONE, queue="clock", retry=RETRY)
def look_after_says_of(organisation: str) -> None:
    """Each round in a transaction of its own; run twice a day, it does everything once."""
    number = UUID(organisation)
    with transaction.atomic(), tenant_by_id(number):
        asking = MatchingRound.objects.filter(
            announced_at=None, asked_at__isnull=False, asking_ended_at=None
        )
        rounds = list(asking.values_list("pk", flat=True))
    for matching_round in rounds:
        look_after(number, matching_round)


def look_after(organisation: UUID, matching_round: UUID) -> None:
    """Today is the day in the organisation's own time zone."""
    with transaction.atomic(), tenant_by_id(organisation) as here:
        found = MatchingRound.objects.filter(pk=matching_round).first()
        if found is None or not found.is_asking or found.answers_until is None:
            return
        today = timezone.localdate(timezone=ZoneInfo(here.time_zone))
        if today > found.answers_until:
            end_asking(found, by=None)
        else:
            remind_of_says(found, today)
