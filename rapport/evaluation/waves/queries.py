"""Who lent, what was published, and who could have lent."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from rapport.domain.permissions import Role
from rapport.domain.waves import SIDES, Group, Subject, first_of_wave
from rapport.evaluation.waves.models import PoolFigures, PoolGift, Wave, WaveRelease
from rapport.evaluation.waves.releasing import Earlier
from rapport.people.models import Person
from rapport.programmes.models import Programme
from rapport.relationships.models import Participant

LOOKED_BACK = 24
"""So many published groups are taken together by the auditor: two years of one group."""


def gifts_of(programme: Programme, month: date, subject: Subject) -> QuerySet[PoolGift]:
    return PoolGift.objects.filter(programme=programme, month=month, subject=subject)


def has_lent(programme: Programme, person: Person, subject: Subject = Subject.PULSE) -> bool:
    """To the wave that is open today."""
    month = first_of_wave(timezone.localdate(), subject)
    return gifts_of(programme, month, subject).filter(person=person).exists()


def waves_of(programme: Programme, subject: Subject = Subject.PULSE) -> QuerySet[Wave]:
    """All closed waves with what was published, the newest first."""
    found = Wave.objects.filter(programme=programme, subject=subject)
    return found.prefetch_related("releases")


def earlier_of(programme: Programme, subject: Subject) -> list[Earlier]:
    """What was published before, the oldest first, with who stood behind it."""
    rows = WaveRelease.objects.filter(wave__programme=programme, wave__subject=subject)
    rows = rows.select_related("wave")
    newest = list(rows.order_by("-wave__month", "group")[:LOOKED_BACK])[::-1]
    return [Earlier(Group(each.group), people_behind(each), each.figures) for each in newest]


def people_behind(release: WaveRelease) -> frozenset[str]:
    wave = release.wave
    gifts = gifts_of(wave.programme, wave.month, Subject(wave.subject))
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


def waves_to_close(today: date) -> list[tuple[Programme, date, Subject]]:
    """Waves that are over and for which figures wait."""
    rows = PoolFigures.objects.order_by("month", "subject")
    found = dict.fromkeys(rows.values_list("programme_id", "month", "subject"))
    programmes = Programme.objects.in_bulk([number for number, *_wave in found])
    return [
        (programmes[number], month, Subject(subject))
        for number, month, subject in found
        if month < first_of_wave(today, Subject(subject))
    ]
