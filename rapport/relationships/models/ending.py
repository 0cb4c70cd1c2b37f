"""How it ends and what it becomes."""

from django.conf import settings
from django.db import models

from rapport.domain.ending import EndingKind, Keep, Next, Redefinition
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


class Introduction(TenantModel):
    """Somebody promised to bring another member together with somebody; made on a day, or not."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="introductions"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, null=True, related_name="+")
    promised_at = models.DateTimeField(auto_now_add=True)
    made_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["promised_at"]

    def __str__(self) -> str:
        return f"promised by {self.by_id}"


class Farewell(TenantModel):
    """A last word after an end that came early, sealed for the others; it asks for no answer."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="farewells"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["relationship", "person"], name="one_farewell_a_member")
        ]

    def __str__(self) -> str:
        return f"farewell of {self.person_id}"


class Keeping(TenantModel):
    """What one member would like to stay of what they wrote; less stays only if all want less."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="keepings"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    keep = models.CharField(max_length=16, choices=[(each.value, each.value) for each in Keep])
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["relationship", "person"], name="one_keeping_a_member")
        ]

    def __str__(self) -> str:
        return self.keep


class AfterCare(TenantModel):
    """One note, so many months after a good end; it is made once."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="after_care"
    )
    months = models.PositiveSmallIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "after care"
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "months"], name="one_note_of_after_care_a_date"
            )
        ]

    def __str__(self) -> str:
        return f"{self.months} months after {self.relationship_id}"
