"""What the clock does about relationships: pauses end on their day, silent pairs are asked."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.organisations.tenancy import every_organisation, tenant_by_id
from rapport.relationships.actions.afterwards import care_afterwards
from rapport.relationships.actions.drift import look_after_rhythm
from rapport.relationships.actions.pause import resume_relationship
from rapport.relationships.models import Relationship
from rapport.relationships.queries import open_pause
from rapport.relationships.queries.afterwards import ended_relationships
from rapport.relationships.queries.rhythm import today_for

EVERYWHERE, IN_ONE = "rapport.look_after_relationships", "rapport.look_after_organisation"
AFTERWARDS, AFTERWARDS_IN_ONE = "rapport.care_afterwards", "rapport.care_in_organisation"
RETRY = RetryStrategy(max_attempts=5, exponential_wait=6)


@app.task(name=EVERYWHERE, queue="clock", retry=RETRY)
def look_after_relationships(timestamp: int) -> None:
    """One job an organisation: trouble in one holds no other back."""
    for organisation in every_organisation():
        look_after_organisation.defer(organisation=str(organisation))


@app.task(name=IN_ONE, queue="clock", retry=RETRY)
def look_after_organisation(organisation: str) -> None:
    """Each relationship in a transaction of its own; run twice a day, it does everything once."""
    number = UUID(organisation)
    with transaction.atomic(), tenant_by_id(number):
        living = list(Relationship.objects.exclude(phase="closed").values_list("pk", flat=True))
    for relationship in living:
        look_after(number, relationship)


def look_after(organisation: UUID, relationship: UUID) -> None:
    """Today is what it is for all members; days past are on the organisation's clock."""
    with transaction.atomic(), tenant_by_id(organisation) as here:
        found = Relationship.objects.filter(pk=relationship).exclude(phase="closed").first()
        if found is None:
            return
        today = today_for(found, timezone.now())
        with timezone.override(ZoneInfo(here.time_zone)):
            pause = open_pause(found)
            if pause is not None and pause.until <= today:
                resume_relationship(found, by=None)
            look_after_rhythm(found, today)


@app.task(name=AFTERWARDS, queue="clock", retry=RETRY)
def care_afterwards_everywhere(timestamp: int) -> None:
    """One job an organisation, as for the living ones."""
    for organisation in every_organisation():
        care_in_organisation.defer(organisation=str(organisation))


@app.task(name=AFTERWARDS_IN_ONE, queue="clock", retry=RETRY)
def care_in_organisation(organisation: str) -> None:
    """Each in a transaction of its own; run twice a day, everything happens once."""
    number = UUID(organisation)
    with transaction.atomic(), tenant_by_id(number):
        ended = ended_relationships()
    for relationship in ended:
        with transaction.atomic(), tenant_by_id(number):
            found = Relationship.objects.get(pk=relationship)
            care_afterwards(found, today_for(found, timezone.now()))
