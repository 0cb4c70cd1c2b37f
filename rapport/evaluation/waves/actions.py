"""Lending figures to the pool of the month, and closing a month once and for all."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import WavePublished
from rapport.domain.permissions import Role
from rapport.domain.refusals import AlreadyDone, NotAcceptable
from rapport.domain.sentences import _
from rapport.domain.waves import (
    Giver,
    Group,
    are_figures,
    band,
    first_of_month,
    groups_of,
    share_in_tens,
)
from rapport.evaluation.waves.models import PoolFigures, PoolGift, Wave, WaveRelease
from rapport.evaluation.waves.queries import asked_in, earlier_of, gifts_of
from rapport.evaluation.waves.releasing import released
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.programmes.models import Programme
from rapport.relationships.models import Relationship

LENT = _("You have lent figures to this month already, so these were not added. Next month again.")


@transaction.atomic
def lend_figures(relationship: Relationship, figures: Mapping[str, int], *, by: Person) -> None:
    """Into the pool of the month, in two rows that nothing connects. No history says who did."""
    relationship.lock_open()
    if not are_figures(figures):
        raise NotAcceptable
    programme, month = relationship.intake.programme, first_of_month(timezone.localdate())
    role = relationship.participants.get(person=by).role
    Programme.objects.select_for_update().get(pk=programme.pk)
    if Wave.objects.filter(programme=programme, month=month).exists():
        raise AlreadyDone(LENT)
    _gift, is_new = PoolGift.objects.get_or_create(
        programme=programme,
        month=month,
        person=by,
        defaults={"relationship": relationship, "role": role},
    )
    if not is_new:
        raise AlreadyDone(LENT)
    PoolFigures.objects.create(programme=programme, month=month, role=role, figures=dict(figures))


@transaction.atomic
def close_wave(programme: Programme, month: date) -> Wave | None:
    """Publish what may be shown of the month, and erase what was lent. Closed twice, it is once."""
    Programme.objects.select_for_update().get(pk=programme.pk)
    if Wave.objects.filter(programme=programme, month=month).exists():
        return None
    gifts = list(gifts_of(programme, month))
    if not gifts:
        return None
    givers = [
        Giver(str(each.person_id), str(each.relationship_id), Role(each.role)) for each in gifts
    ]
    lent = PoolFigures.objects.filter(programme=programme, month=month)
    figures = [(Role(each.role), each.figures) for each in lent]
    shown = released(givers, figures, earlier_of(programme))
    wave = Wave.objects.create(programme=programme, month=month)
    if publish(wave, shown, givers):
        record(WavePublished(programme=programme.pk, wave=wave.pk))
    lent.delete()
    return wave


def publish(wave: Wave, shown: Mapping[Group, Mapping[str, float]], givers: list[Giver]) -> bool:
    """One line of the ledger for each group that is shown; whether there is any."""
    groups, asked = groups_of(givers), asked_in(wave.programme)
    lines = [
        WaveRelease(
            wave=wave,
            group=group,
            band=band(len(groups[group])),
            share=share_in_tens(len(groups[group]), asked[group]),
            figures=means,
        )
        for group, means in shown.items()
        if means
    ]
    WaveRelease.objects.bulk_create(lines)
    return bool(lines)
