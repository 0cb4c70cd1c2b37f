"""Pauses with an end, and the questions a pair gets when its rhythm is missed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.domain.rhythm import Answer
from rapport.organisations.models import TenantModel
from rapport.programmes.models import Programme
from rapport.relationships.models.relationship import Relationship


class Pause(TenantModel):
    """The pair rests until a day; nobody is asked meanwhile."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="pauses")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    began_on = models.DateField()
    until = models.DateField(_("until"))
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relationship"],
                condition=models.Q(ended_at__isnull=True),
                name="one_open_pause",
            )
        ]

    def __str__(self) -> str:
        return f"{self.began_on} to {self.until}"


class DriftQuestion(TenantModel):
    """The rhythm was missed: continue, pause or wind up? Three equal answers."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="drift_questions"
    )
    asked_on = models.DateField()

    class Meta:
        ordering = ["asked_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "asked_on"], name="one_drift_question_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"asked on {self.asked_on}"


class DriftAnswer(TenantModel):
    question = models.ForeignKey(DriftQuestion, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=16, choices=[(each.value, each.value) for each in Answer])
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "person"], name="one_drift_answer_a_member")
        ]

    def __str__(self) -> str:
        return self.answer


class DecisionNeed(TenantModel):
    """Two questions in a row stayed open: the coordinator is told that, and nothing more."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="decision_needs"
    )
    since = models.DateField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relationship"],
                condition=models.Q(settled_at__isnull=True),
                name="one_open_decision_need",
            )
        ]

    def __str__(self) -> str:
        return f"{self.relationship_id} since {self.since}"


class Holiday(TenantModel):
    """Days on which a whole programme rests: they count for no rhythm, and nobody is asked."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="holidays")
    name = models.CharField(_("name"), max_length=100)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    class Meta:
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="a_holiday_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.name
