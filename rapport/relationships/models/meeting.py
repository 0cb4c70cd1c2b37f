"""A meeting: when, called by whom, held or not; its agenda and what each side writes, sealed."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rapport.organisations.models import TenantModel
from rapport.relationships.models.relationship import Relationship
from rapport.sealed.models import SealedObject


class Meeting(TenantModel):
    """Time and length are open, so that calendars can hold them; place and agenda are sealed."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="meetings"
    )
    starts_at = models.DateTimeField(_("when"))
    minutes = models.PositiveSmallIntegerField(
        _("length in minutes"),
        default=60,
        validators=[MinValueValidator(10), MaxValueValidator(480)],
    )
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    agenda = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")
    sequence = models.PositiveSmallIntegerField(default=0)
    is_closing = models.BooleanField(default=False)
    held_at = models.DateTimeField(null=True)
    held_noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["starts_at"]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.relationship.code, self.pk])

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_open(self) -> bool:
        """Arranged, and neither held nor called off."""
        return self.held_at is None and self.cancelled_at is None


class Preparation(TenantModel):
    """What one side thought about before: sealed for her alone, or for the pair once shared."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="preparations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")
    shared = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="one_preparation_a_meeting_and_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} before {self.meeting_id}"


class Reflection(TenantModel):
    """What one side thought about after; `led` is who led, from 1 (mentor) to 5 (mentee)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="reflections")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    led = models.PositiveSmallIntegerField(
        null=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="one_reflection_a_meeting_and_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} after {self.meeting_id}"
