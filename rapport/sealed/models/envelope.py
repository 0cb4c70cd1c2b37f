"""Sealed objects and their envelopes: one row a revision, the newest is what counts."""

from base64 import b64encode
from typing import ClassVar

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.sealed.models.bytes import begins_with, has_at_most, has_length
from rapport.sealed.models.space import Space

LARGEST = 1024 * 1024


class SealedObject(TenantModel):
    """Something written; its number is the `oid`, chosen by the browser that wrote it first."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="objects_sealed")
    revision = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.pk} revision {self.revision}"

    @property
    def newest(self) -> "Envelope":
        """The envelope that counts; pages that list many objects prefetch `envelopes`."""
        known = [each for each in self.envelopes.all() if each.revision == self.revision]
        return known[0]


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
    digest = models.BinaryField()
    written_on = models.DateField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["sealed_object", "revision"], name="one_envelope_a_revision"
            ),
            models.UniqueConstraint(
                fields=["space", "author", "sequence"], name="one_envelope_a_step_of_the_author"
            ),
            begins_with("sealed", b"SSP1", name="only_envelopes_are_stored"),
            has_at_most("sealed", LARGEST, name="envelope_is_bounded"),
            has_length("digest", 32, name="envelope_digest_has_32_bytes"),
        ]

    def __str__(self) -> str:
        return f"{self.sealed_object_id} revision {self.revision}"

    @property
    def base64(self) -> str:
        """As it stands in a page."""
        return b64encode(self.sealed).decode()
