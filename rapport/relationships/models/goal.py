"""Goals and steps: words sealed, structure and figures open to the pair."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.domain.goals import LEVEL_LABELS
from rapport.organisations.models import TenantModel
from rapport.relationships.models.relationship import Relationship
from rapport.sealed.models import SealedObject

LEVELS = [(level.value, label) for level, label in LEVEL_LABELS.items()]


class Goal(TenantModel):
    """Long-term, with meaning, measure, date and five levels; the mentor's goals are the same."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="goals")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("until"), null=True, blank=True)
    commitment = models.PositiveSmallIntegerField(
        _("commitment"), null=True, validators=[MaxValueValidator(10)]
    )
    starting_level = models.SmallIntegerField(
        _("where it stands today"),
        choices=LEVELS,
        default=-2,
        validators=[MinValueValidator(-2), MaxValueValidator(2)],
    )
    split_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="parts"
    )
    proposed_at = models.DateTimeField(auto_now_add=True)
    talked_about_commitment_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["proposed_at"]

    def __str__(self) -> str:
        return f"goal {self.pk}"


class Acceptance(TenantModel):
    """A member accepts the goal as it is worded in this revision."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="acceptances")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "person", "revision"], name="one_acceptance_a_wording_and_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} accepts {self.goal_id}"


class Attainment(TenantModel):
    """The level a goal had reached on a day, as a member saw it."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="attainments")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    level = models.SmallIntegerField(choices=LEVELS)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.goal_id}: {self.level}"


class Step(TenantModel):
    """This week's work: small, dated, for a goal or knowingly for none; once or again and again.

    A recurring step that is done is followed by the next one, which has the same sealed words.
    """

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="steps")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, related_name="steps")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("until"), null=True, blank=True)
    repeat_days = models.PositiveSmallIntegerField(
        null=True, validators=[MinValueValidator(1), MaxValueValidator(365)]
    )
    follows = models.OneToOneField(
        "self", on_delete=models.SET_NULL, null=True, related_name="follower"
    )
    done_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["done_at", "due_on", "created_at"]

    def __str__(self) -> str:
        return f"step {self.pk}"


class Review(TenantModel):
    """At the end: a member lays the goal beside what was achieved."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="reviews")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    level = models.SmallIntegerField(choices=LEVELS)
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "person"], name="one_review_a_goal_and_member")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.goal_id}"
