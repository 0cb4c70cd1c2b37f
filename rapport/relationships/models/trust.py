"""A private choice of trust cards; the other side gets to see it when both are done."""

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.relationships.models.relationship import Relationship
from rapport.sealed.models import SealedObject


class TrustSort(TenantModel):
    """What builds and what damages one member's trust, sealed; `done_at` as in a value sort."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="trust_sorts"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "person"], name="one_trust_sort_a_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.relationship_id}"
