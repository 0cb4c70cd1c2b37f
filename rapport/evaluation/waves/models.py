"""What members lend to a wave, and what was published of it once and for all.

`month` is the first month of a wave; how long one takes depends on its subject.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models

from rapport.domain.waves import Group, Subject
from rapport.organisations.models import TenantModel
from rapport.programmes.models import Programme
from rapport.relationships.models import Participant, Relationship

SUBJECTS = [(each.value, each.value) for each in Subject]


class PoolGift(TenantModel):
    """That a member lent her figures to a month, never which: no column leads to them.

    It stays, because figures of two months can only be kept apart by who stands behind them.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()
    subject = models.CharField(max_length=16, choices=SUBJECTS, default=Subject.PULSE)
    role = models.CharField(max_length=16, choices=Participant.ROLES)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "month", "subject", "person"],
                name="one_gift_a_wave_and_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.month:%Y-%m}"


class PoolFigures(TenantModel):
    """What somebody lent: nobody's name, no pair, no day. Erased when the month is closed."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()
    subject = models.CharField(max_length=16, choices=SUBJECTS, default=Subject.PULSE)
    role = models.CharField(max_length=16, choices=Participant.ROLES)
    figures = models.JSONField()

    def __str__(self) -> str:
        return f"figures of {self.month:%Y-%m}"


class Wave(TenantModel):
    """A month that was closed; it is never changed."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()
    subject = models.CharField(max_length=16, choices=SUBJECTS, default=Subject.PULSE)
    closed_at = models.DateTimeField(auto_now_add=True)

    is_append_only: ClassVar[bool] = True

    class Meta:
        ordering = ["-month"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "month", "subject"], name="one_wave_a_subject_and_month"
            )
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class WaveRelease(TenantModel):
    """What was published of one group: the ledger that every later wave is checked against."""

    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="releases")
    group = models.CharField(max_length=16, choices=[(each.value, each.value) for each in Group])
    band = models.CharField(max_length=8)
    share = models.PositiveSmallIntegerField()
    figures = models.JSONField()

    is_append_only: ClassVar[bool] = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wave", "group"], name="one_release_a_group")
        ]

    def __str__(self) -> str:
        return f"{self.group} in {self.wave}"
