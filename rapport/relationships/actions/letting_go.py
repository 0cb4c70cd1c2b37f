"""So long after the end the words of a relationship are erased; nobody is surprised by it."""

from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from rapport.domain.ending import Due, goes_on, what_is_due
from rapport.domain.events import PagesErased, PagesGoSoon
from rapport.journal.models import Entry
from rapport.journal.recording import record
from rapport.relationships.models import Ending, Relationship
from rapport.sealed.actions import forget_space


def day_of_erasing(ending: Ending) -> date | None:
    """Until when the words can be read and copied; None where they stay."""
    return goes_on(timezone.localdate(ending.ended_at), timedelta(days=settings.READABLE_DAYS))


def let_go(relationship: Relationship, ending: Ending, today: date) -> None:
    """Tell the members twice, and erase when both tellings have had their time."""
    due = what_is_due(day_of_erasing(ending), today, told_on(relationship))
    if due is Due.TELL:
        record(PagesGoSoon(relationship=relationship.pk))
    elif due is Due.ERASE and forget_space(relationship.space):
        record(PagesErased(relationship=relationship.pk))


def told_on(relationship: Relationship) -> list[date]:
    """The days on which the members were told that it goes, the first one first."""
    told = Entry.objects.filter(event=PagesGoSoon.name(), relationship_id=relationship.pk)
    return [timezone.localdate(each.happened_at) for each in told.order_by("happened_at")]


def erased_on(relationship: Relationship) -> date | None:
    """The day on which it was erased, after which nothing is left to read or to copy."""
    gone = Entry.objects.filter(event=PagesErased.name(), relationship_id=relationship.pk).first()
    return timezone.localdate(gone.happened_at) if gone else None
