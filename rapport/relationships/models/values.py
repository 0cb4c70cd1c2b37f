"""A private sort of values; the other side gets to see it when both are done, not before."""

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.relationships.models.relationship import Relationship
from rapport.sealed.models import SealedObject


class ValueSort(TenantModel):
    """One member's cards in order, sealed; `done_at` is when she was ready to reveal them."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="value_sorts"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "person"], name="one_value_sort_a_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.relationship_id}"
