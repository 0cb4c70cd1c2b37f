"""Lending figures to a wave, and closing a wave once and for all."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import WavePublished
from rapport.domain.permissions import Role
from rapport.domain.refusals import AlreadyDone, NotAcceptable
from rapport.domain.sentences import _
from rapport.domain.waves import (
    SKILLS,
    THEMES,
    Giver,
    Group,
    Subject,
    are_figures,
    band,
    first_of_wave,
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
LENT_CHANGE = _("You have lent what changed in this phase already, so it was not added once more.")


@transaction.atomic
def lend_figures(
    relationship: Relationship,
    figures: Mapping[str, int],
    subject: Subject = Subject.PULSE,
    *,
    by: Person,
) -> None:
    """Into the wave of today, in two rows that nothing connects. No history says who did."""
    relationship.lock_open()
    if not are_figures(figures, subject):
        raise NotAcceptable
    programme = relationship.intake.programme
    place = {
        "programme": programme,
        "month": first_of_wave(timezone.localdate(), subject),
        "subject": subject,
    }
    role = relationship.participants.get(person=by).role
    Programme.objects.select_for_update().get(pk=programme.pk)
    is_closed = Wave.objects.filter(**place).exists()
    if is_closed or PoolGift.objects.filter(**place, person=by).exists():
        raise AlreadyDone(LENT_CHANGE if subject in SKILLS else LENT)
    PoolGift.objects.create(**place, person=by, relationship=relationship, role=role)
    PoolFigures.objects.create(**place, role=role, figures=dict(figures))


@transaction.atomic
def close_wave(programme: Programme, month: date, subject: Subject = Subject.PULSE) -> Wave | None:
    """Publish what may be shown of it, and erase what was lent. Closed twice, it is once."""
    Programme.objects.select_for_update().get(pk=programme.pk)
    place = {"programme": programme, "month": month, "subject": subject}
    if Wave.objects.filter(**place).exists():
        return None
    gifts = list(gifts_of(programme, month, subject))
    if not gifts:
        return None
    givers = [
        Giver(str(each.person_id), str(each.relationship_id), Role(each.role)) for each in gifts
    ]
    lent = PoolFigures.objects.filter(**place)
    figures = [(Role(each.role), each.figures) for each in lent]
    shown = released(givers, figures, earlier_of(programme, subject), THEMES[subject])
    wave = Wave.objects.create(**place)
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
