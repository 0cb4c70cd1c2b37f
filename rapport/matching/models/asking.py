"""Whom somebody would like to meet: who was asked, whom she was shown, and what she said."""

from django.db import models
from django.urls import reverse

from rapport.domain.permissions import Role
from rapport.matching.models.matching_round import MatchingRound
from rapport.organisations.models import TenantModel
from rapport.programmes.models import Enrolment


class Asking(TenantModel):
    """One sign-up, asked on one side of a round; answered when she has sent it off."""

    SIDES = [(role.value, role.value) for role in (Role.MENTOR, Role.MENTEE)]

    round = models.ForeignKey(MatchingRound, on_delete=models.CASCADE, related_name="askings")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="askings")
    side = models.CharField(max_length=16, choices=SIDES)
    asked_at = models.DateTimeField(auto_now_add=True)
    reminded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "enrolment", "side"], name="asked_once_a_round_and_side"
            )
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} as {self.side}"

    def get_absolute_url(self) -> str:
        return reverse("say", args=[self.pk])


class Choice(TenantModel):
    """Somebody she was shown. `rank` from 1, the dearest; `answer` stays hers alone.

    `ended_at`: it does not come about, whoever said so, or however it came.
    """

    class Answer(models.TextChoices):
        NONE = ""
        YES = "yes"
        NO = "no"

    asking = models.ForeignKey(Asking, on_delete=models.CASCADE, related_name="choices")
    other = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()
    reasons = models.JSONField(default=list)
    rank = models.PositiveSmallIntegerField(null=True)
    answer = models.CharField(max_length=4, choices=Answer, default=Answer.NONE, blank=True)
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["asking", "other"], name="one_choice_a_person_shown"),
        ]

    def __str__(self) -> str:
        return f"{self.other_id} for {self.asking_id}"
