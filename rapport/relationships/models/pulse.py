"""A pulse of the relationship: what was asked and when; what was answered is sealed."""

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.relationships.models.relationship import Relationship
from rapport.sealed.models import SealedObject


class Pulse(TenantModel):
    """One round: its themes in the wording of its version, and what the pair will talk about."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="pulses")
    number = models.PositiveSmallIntegerField()
    wording = models.PositiveSmallIntegerField()
    themes = models.JSONField()
    began_on = models.DateField()
    topic = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "number"], name="one_pulse_a_number_and_relationship"
            )
        ]

    def __str__(self) -> str:
        return f"pulse {self.number}"


class PulseAnswer(TenantModel):
    """One member's answers, sealed for all; held back from the others until all have answered."""

    pulse = models.ForeignKey(Pulse, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pulse", "person"], name="one_answer_a_pulse_and_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.pulse_id}"
