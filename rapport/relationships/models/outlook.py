"""How ready a pair is to wind up: what each says of herself, and when all were shown the view."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.organisations.models import TenantModel
from rapport.relationships.models.relationship import Relationship


class Confidence(TenantModel):
    """How sure a member feels to go on by herself, from 0 (not at all) to 10 (fully)."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="confidences"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField(_("how sure"), validators=[MaxValueValidator(10)])
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.level}"


class OutlookShowing(TenantModel):
    """Whoever looked first has shown the view of readiness to all."""

    relationship = models.OneToOneField(
        Relationship, on_delete=models.CASCADE, related_name="outlook_showing"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"shown by {self.by_id}"
