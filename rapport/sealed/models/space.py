"""A space: the circle of people for whom words are sealed."""

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel


class Space(TenantModel):
    """A mentoring relationship, or one person's private journal; its number is the `sid`."""

    class Kind(models.TextChoices):
        RELATIONSHIP = "relationship"
        JOURNAL = "journal"
        REPORT = "report"

    kind = models.CharField(max_length=16, choices=Kind)
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)
    # Of a report: the pages it is about.
    origin = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="reports")

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Candidacy(TenantModel):
    """Somebody whom the members may let in: she sees nothing of the space before they all have."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="candidacies")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="candidacies"
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["space", "person"], name="one_candidacy_a_space")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.space_id}"


class SpaceMember(TenantModel):
    """Who is meant to be in the space; who really is, only the signed log says."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="space_memberships"
    )
    left_at = models.DateTimeField(null=True)
    # Reads along because the programme is supervised; the others are asked before they join.
    safeguards = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "person"], name="once_in_a_space")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.space_id}"
