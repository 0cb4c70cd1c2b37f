"""Who would like a new partner, and from when: read by whoever forms pairs."""

from datetime import date

from django.db.models import QuerySet

from rapport.programmes.models import Intake
from rapport.relationships.models import RematchWish


def rematch_wishes(intake: Intake, today: date) -> QuerySet[RematchWish]:
    """Wishes after an early ending whose pause is over today."""
    return RematchWish.objects.filter(
        ending__relationship__intake=intake, ending__rematch_from__lte=today
    ).select_related("person")
