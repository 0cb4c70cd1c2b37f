"""How it ends and what it becomes."""

from django.conf import settings
from django.db import models

from rapport.domain.ending import EndingKind, Next, Redefinition
from rapport.organisations.models import TenantModel
from rapport.relationships.models.relationship import Relationship
from rapport.sealed.models import SealedObject


class Decision(TenantModel):
    """What one member would like to come next; it holds once all chose alike."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="decisions"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    next = models.CharField(max_length=16, choices=[(each.value, each.value) for each in Next])
    redefinition = models.CharField(
        max_length=16, choices=[(each.value, each.value) for each in Redefinition]
    )
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["relationship", "person"], name="one_decision_a_member")
        ]

    def __str__(self) -> str:
        return f"{self.next}, {self.redefinition}"


class Ending(TenantModel):
    """It is over. A no-fault ending keeps no reason, for none is asked."""

    relationship = models.OneToOneField(
        Relationship, on_delete=models.CASCADE, related_name="ending"
    )
    kind = models.CharField(
        max_length=16, choices=[(each.value, each.value) for each in EndingKind]
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(auto_now_add=True)
    rematch_from = models.DateField(null=True)

    def __str__(self) -> str:
        return self.kind


class Thanks(TenantModel):
    """What one member thanks the others for, sealed for all of them."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="thanks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["relationship", "person"], name="one_thanks_a_member")
        ]

    def __str__(self) -> str:
        return f"thanks of {self.person_id}"


class RematchWish(TenantModel):
    """After an ending somebody would like a new partner, from `ending.rematch_from` on."""

    ending = models.ForeignKey(Ending, on_delete=models.CASCADE, related_name="rematch_wishes")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    wished_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ending", "person"], name="one_rematch_wish_a_member")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} after {self.ending_id}"
