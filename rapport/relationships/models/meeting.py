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

FIVE = [MinValueValidator(1), MaxValueValidator(5)]
LENGTH = [MinValueValidator(10), MaxValueValidator(480)]


class MeetingSeries(TenantModel):
    """Dates in a rhythm, arranged at once: one entry in every calendar, one row for each meeting.

    The wall clock of `time_zone` decides: four o'clock stays four o'clock in summer and winter.
    """

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="meeting_series"
    )
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60, validators=LENGTH)
    every_days = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(180)]
    )
    count = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(2), MaxValueValidator(26)]
    )
    time_zone = models.CharField(max_length=64)
    sequence = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name_plural = "meeting series"

    def __str__(self) -> str:
        return f"{self.count} times from {self.starts_at:%Y-%m-%d %H:%M}"


class Meeting(TenantModel):
    """Time and length are open, so that calendars can hold them; place and agenda are sealed.

    `planned_at` is the moment its series had meant for it; by it calendars know which one moved.
    `agenda_by` began the agenda, which says something about who leads.
    """

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="meetings"
    )
    starts_at = models.DateTimeField(_("when"))
    minutes = models.PositiveSmallIntegerField(
        _("length in minutes"),
        default=60,
        validators=LENGTH,
    )
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    agenda = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")
    series = models.ForeignKey(
        MeetingSeries, on_delete=models.SET_NULL, null=True, related_name="meetings"
    )
    planned_at = models.DateTimeField(null=True)
    agenda_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
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
    """What one side thought about after: sealed for her alone, or for the pair once shared.

    `led` is who led, from 1 (mentor) to 5 (mentee); `challenge` is how much challenge there was,
    from 1 (too little) over 3 (just right) to 5 (too much).
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="reflections")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")
    shared = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")
    led = models.PositiveSmallIntegerField(null=True, validators=FIVE)
    challenge = models.PositiveSmallIntegerField(null=True, validators=FIVE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="one_reflection_a_meeting_and_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} after {self.meeting_id}"


class TimeProposal(TenantModel):
    """Two to five times that one member offers; one of them is chosen and becomes a meeting."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="time_proposals"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField(default=60, validators=LENGTH)
    place = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")
    is_closing = models.BooleanField(default=False)
    proposed_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)
    meeting = models.OneToOneField(
        Meeting, on_delete=models.SET_NULL, null=True, related_name="proposal"
    )

    class Meta:
        ordering = ["-proposed_at"]

    def __str__(self) -> str:
        return f"times proposed on {self.proposed_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        """Neither chosen from nor taken back."""
        return self.meeting_id is None and self.withdrawn_at is None


class ProposedTime(TenantModel):
    proposal = models.ForeignKey(TimeProposal, on_delete=models.CASCADE, related_name="times")
    starts_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "starts_at"], name="a_time_proposed_once")
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"
