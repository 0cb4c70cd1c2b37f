"""Sealed objects and their envelopes: one row a revision, the newest is what counts."""

from base64 import b64encode
from typing import ClassVar

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.sealed.models.bytes import begins_with, has_at_most, has_length
from rapport.sealed.models.space import Space

LARGEST = 1024 * 1024
LARGEST_BLOB = 26 * 1024 * 1024


class SealedObject(TenantModel):
    """Something written; its number is the `oid`, chosen by the browser that wrote it first."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="objects_sealed")
    revision = models.PositiveIntegerField(default=0)
    erased_on = models.DateField(null=True)

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
    # Once it was erased only the first four bytes: the digest stays, so that what came after
    # can be checked.
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


class Blob(TenantModel):
    """A sealed attachment: opaque bytes; name, type and key stand in an envelope of the space.

    `words` is the number of the object that names it. It arrives before that object does, so it
    is no foreign key; where none ever followed, the attachment goes by itself after a while.
    """

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="blobs")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.UUIDField(null=True, db_index=True)
    sealed = models.BinaryField()
    stored_on = models.DateField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            begins_with("sealed", b"SSPB", name="only_sealed_blobs_are_stored"),
            has_at_most("sealed", LARGEST_BLOB, name="blob_is_bounded"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class Message(TenantModel):
    """One message in a space; its words are an envelope, the day is all that is readable."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.OneToOneField(SealedObject, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveIntegerField()
    written_on = models.DateField(auto_now_add=True)

    class Meta:
        ordering = ["place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["space", "place"], name="one_message_a_place"),
        ]

    def __str__(self) -> str:
        return f"message {self.place} of {self.space_id}"
