"""When people of a programme come together, who means to come, and what groups put on boards."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from rapport.domain.assemblies import LONGEST_CARD, PURPOSES, AssemblyKind, BoardGroup, Purpose
from rapport.organisations.models import TenantModel
from rapport.programmes.models import Programme


class Assembly(TenantModel):
    """A training, a check-up or a workshop; what it is about stands in the table of its kind."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="assemblies")
    kind = models.CharField(max_length=16, choices=[(each.value, each) for each in AssemblyKind])
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=90)
    place = models.CharField(max_length=300)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    called_off_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} on {self.starts_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("assembly", args=[self.pk])

    @property
    def purpose(self) -> Purpose:
        return PURPOSES[AssemblyKind(self.kind)]

    @property
    def has_boards(self) -> bool:
        return self.kind == AssemblyKind.WORKSHOP


class Reply(TenantModel):
    """Whether somebody means to come; no row means that she has not said."""

    assembly = models.ForeignKey(Assembly, on_delete=models.CASCADE, related_name="replies")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assembly_replies"
    )
    is_coming = models.BooleanField()
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assembly", "person"], name="one_reply_an_assembly_and_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} to {self.assembly_id}"


class BoardCard(TenantModel):
    """What a group puts on its board. All at the workshop read it; no name stands there.

    It is not sealed: a board hangs on the wall.
    """

    assembly = models.ForeignKey(Assembly, on_delete=models.CASCADE, related_name="cards")
    group = models.CharField(max_length=16, choices=[(each.value, each) for each in BoardGroup])
    text = models.CharField(max_length=LONGEST_CARD)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    place = models.PositiveIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["assembly", "place"], name="one_card_a_place")
        ]

    def __str__(self) -> str:
        return f"card {self.place} of {self.assembly_id}"
