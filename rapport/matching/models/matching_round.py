"""A round of matching: proposed, looked at, changed by hand, announced once."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rapport.matching.models.matching_settings import Mode
from rapport.organisations.models import TenantModel
from rapport.programmes.models import Enrolment, Intake
from rapport.relationships.models import Relationship


class Aim(models.TextChoices):
    """What is to be best once as many people as possible have somebody; the engine's names."""

    FAIR = "fair", _("Nobody worse off than necessary, then the most in common")
    TOTAL = "total", _("The most in common over all pairs")
    LEXIMIN = "leximin", _("As few weak pairs as possible, from the weakest up")
    LOGS = "logs", _("An even share of what people have in common")
    STABLE = "stable", _("No two people who would both rather have each other")


class MatchingRound(TenantModel):
    """All proposals of one go; `summary` holds the engine's proof and why somebody has nobody."""

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="matching_rounds")
    number = models.PositiveSmallIntegerField()
    seed = models.PositiveIntegerField()
    summary = models.JSONField(default=dict)
    mode = models.CharField(max_length=16, choices=Mode, default=Mode.COORDINATOR)
    aim = models.CharField(max_length=8, choices=Aim, default=Aim.FAIR)
    asked_at = models.DateTimeField(null=True)
    answers_until = models.DateField(null=True)
    asking_ended_at = models.DateTimeField(null=True)
    proposed_at = models.DateTimeField(auto_now_add=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    announced_at = models.DateTimeField(null=True)
    announced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["intake", "number"], name="one_round_a_number"),
            models.UniqueConstraint(
                fields=["intake"],
                condition=models.Q(announced_at__isnull=True),
                name="one_open_round_an_intake",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.intake} · {self.number}"

    def get_absolute_url(self) -> str:
        intake = self.intake
        return reverse("matching_round", args=[intake.programme.slug, intake.code, self.number])

    @property
    def is_asking(self) -> bool:
        """Whether people may still say whom they would like to meet."""
        return self.asked_at is not None and self.asking_ended_at is None

    def lock(self) -> None:
        """Hold the row until the transaction ends, and see it as it is now."""
        MatchingRound.objects.select_for_update().get(pk=self.pk)
        self.refresh_from_db()


class Proposal(TenantModel):
    """A match that nobody has announced yet; `reasons` say why, in the engine's keys.

    Taken out by hand it stays, with who and when: solving again does not bring it back. `parts`:
    per criterion its share of full points, 0 to 1000; a criterion that was not judged is not in.
    `approved_at`: whoever had to say yes has said it. `relationship`: where the format gathers
    them, several pairs become one.
    """

    round = models.ForeignKey(MatchingRound, on_delete=models.CASCADE, related_name="proposals")
    mentor = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="+")
    mentee = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="+")
    score = models.PositiveSmallIntegerField(null=True)
    reasons = models.JSONField(default=dict)
    parts = models.JSONField(default=dict)
    is_locked = models.BooleanField(default=False)
    is_by_hand = models.BooleanField(default=False)
    approved_at = models.DateTimeField(null=True)
    announced_at = models.DateTimeField(null=True)
    relationship = models.ForeignKey(
        Relationship, on_delete=models.SET_NULL, null=True, related_name="proposals"
    )
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "mentor", "mentee"], name="one_proposal_a_pair"
            ),
            models.CheckConstraint(
                condition=~models.Q(mentor=models.F("mentee")), name="nobody_with_herself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mentor} & {self.mentee}"
