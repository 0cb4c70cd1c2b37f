"""Who lent, what was published, and who could have lent."""

from datetime import date

from django.db.models import QuerySet

from rapport.domain.permissions import Role
from rapport.domain.waves import SIDES, Group
from rapport.evaluation.waves.models import PoolFigures, PoolGift, Wave, WaveRelease
from rapport.evaluation.waves.releasing import Earlier
from rapport.people.models import Person
from rapport.programmes.models import Programme
from rapport.relationships.models import Participant

LOOKED_BACK = 24
"""So many published groups are taken together by the auditor: two years of one group."""


def gifts_of(programme: Programme, month: date) -> QuerySet[PoolGift]:
    return PoolGift.objects.filter(programme=programme, month=month)


def has_lent(programme: Programme, month: date, person: Person) -> bool:
    return gifts_of(programme, month).filter(person=person).exists()


def waves_of(programme: Programme) -> QuerySet[Wave]:
    """All closed months with what was published, the newest first."""
    return Wave.objects.filter(programme=programme).prefetch_related("releases")


def earlier_of(programme: Programme) -> list[Earlier]:
    """What was published before, the oldest first, with who stood behind it."""
    rows = WaveRelease.objects.filter(wave__programme=programme).select_related("wave")
    newest = list(rows.order_by("-wave__month", "group")[:LOOKED_BACK])[::-1]
    return [Earlier(Group(each.group), people_behind(each), each.figures) for each in newest]


def people_behind(release: WaveRelease) -> frozenset[str]:
    gifts = gifts_of(release.wave.programme, release.wave.month)
    sides = SIDES.get(Group(release.group))
    if sides is not None:
        gifts = gifts.filter(role__in=sides)
    return frozenset(str(each) for each in gifts.values_list("person_id", flat=True))


def asked_in(programme: Programme) -> dict[Group, int]:
    """How many people of living relationships could have lent something."""
    living = Participant.objects.filter(relationship__intake__programme=programme).exclude(
        relationship__phase="closed"
    )
    roles = [Role(role) for _person, role in set(living.values_list("person_id", "role"))]
    counts = {group: sum(role in sides for role in roles) for group, sides in SIDES.items()}
    return {Group.EVERYBODY: len(set(living.values_list("person_id", flat=True))), **counts}


def months_to_close(before: date) -> list[tuple[Programme, date]]:
    """Months that are over and for which figures wait."""
    waiting = PoolFigures.objects.filter(month__lt=before).order_by("month")
    pairs = dict.fromkeys(waiting.values_list("programme_id", "month"))
    programmes = Programme.objects.in_bulk([number for number, _month in pairs])
    return [(programmes[number], month) for number, month in pairs]
