"""What was done on a board, so that it can be undone, and what colleagues noted beside it."""

from django.conf import settings
from django.db import models

from rapport.matching.models.matching_round import MatchingRound
from rapport.organisations.models import TenantModel
from rapport.programmes.models import Enrolment


class BoardEdit(TenantModel):
    """One change of a round: the rows it touched, as they were before and after.

    Undone it stays, with when; numbers rise and are never given twice.
    """

    class Kind(models.TextChoices):
        PAIRED = "paired"
        MOVED = "moved"
        TAKEN_OUT = "taken_out"
        LOCKED = "locked"
        RELEASED = "released"
        SOLVED = "solved"
        SAID = "said"

    round = models.ForeignKey(MatchingRound, on_delete=models.CASCADE, related_name="edits")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=Kind)
    mentee = models.ForeignKey(Enrolment, on_delete=models.SET_NULL, null=True, related_name="+")
    mentor = models.ForeignKey(Enrolment, on_delete=models.SET_NULL, null=True, related_name="+")
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)
    summary_before = models.JSONField(default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="one_edit_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.round} #{self.number} {self.kind}"


class BoardNote(TenantModel):
    """What one coordinator wants the others to know, about the round or about one sign-up."""

    round = models.ForeignKey(MatchingRound, on_delete=models.CASCADE, related_name="notes")
    about = models.ForeignKey(Enrolment, on_delete=models.CASCADE, null=True, related_name="+")
    words = models.CharField(max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"note of {self.by_id}"
