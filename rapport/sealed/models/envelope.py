"""Sealed objects and their envelopes: one row a revision, the newest is what counts."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.sealed.models.space import Space


class SealedObject(TenantModel):
    """Something written; its number is the `oid`, chosen by the browser that wrote it first."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="objects_sealed")
    revision = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.pk} revision {self.revision}"


class Envelope(TenantModel):
    """The words of one revision, sealed; `written_on` is a date, for hours would tell too much."""

    sealed_object = models.ForeignKey(
        SealedObject, on_delete=models.CASCADE, related_name="envelopes"
    )
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="envelopes")
    revision = models.PositiveIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    sequence = models.PositiveIntegerField()
    epoch = models.PositiveIntegerField()
    sealed = models.BinaryField()
    digest = models.BinaryField(max_length=32)
    written_on = models.DateField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["sealed_object", "revision"], name="one_envelope_a_revision"
            ),
            models.UniqueConstraint(
                fields=["space", "author", "sequence"], name="one_envelope_a_step_of_the_author"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sealed_object_id} revision {self.revision}"
