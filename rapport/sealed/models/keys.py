"""What belongs to one person: her public keys, her unlock slots, her keyring.

These are no rows of an organisation: a person has one set of keys wherever she takes part. The
database shows slots and keyring to nobody else. Her public keys are seen in the organisations
where she is in a space, because her partners' browsers must check them, also after she left.
"""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.installation.roles import told
from rapport.sealed.models.bytes import begins_with, has_at_most, has_length

HERS = f"person_id = {told('person')}"
SHARES_A_SPACE = (
    "EXISTS (SELECT 1 FROM sealed_spacemember m"  # noqa: S608  # our own words, no value of anybody's
    " WHERE m.person_id = sealed_identitykey.person_id"
    f" AND m.organisation_id = {told('organisation')})"
    " OR EXISTS (SELECT 1 FROM sealed_candidacy c"
    " WHERE c.person_id = sealed_identitykey.person_id"
    f" AND c.organisation_id = {told('organisation')})"
)
WRAP = b"SSPW"
LARGEST_KEYRING = 1024 * 1024


class IdentityKey(models.Model):
    """One generation of a person's keys: the signed statement, and the private halves wrapped."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="identity_keys"
    )
    generation = models.PositiveSmallIntegerField(default=1)
    statement = models.BinaryField()
    signature = models.BinaryField()
    succession = models.BinaryField(default=b"")
    digest = models.BinaryField(unique=True)
    bundle = models.BinaryField()
    # Slots and keyring as they were when a later generation took over: a card that turns up again
    # still opens them. All of it is wrapped.
    retired = models.JSONField(default=dict)
    made_on = models.DateField(auto_now_add=True)

    visible_where: ClassVar[str] = f"{HERS} OR {SHARES_A_SPACE}"
    written_where: ClassVar[str] = HERS

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["person", "generation"], name="one_identity_a_generation"
            ),
            has_at_most("statement", 1024, name="statement_is_short"),
            has_length("signature", 64, name="identity_signature_has_64_bytes"),
            has_length("digest", 32, name="identity_digest_has_32_bytes"),
            begins_with("bundle", WRAP, name="bundle_is_wrapped"),
            has_at_most("bundle", 1024, name="bundle_is_short"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} generation {self.generation}"


class UnlockSlot(models.Model):
    """One way to open a person's sealed pages. There are these kinds, and never an escrow."""

    class Kind(models.TextChoices):
        PHRASE = "phrase", _("Key phrase")
        CODE = "code", _("Recovery code")
        PASSKEY = "passkey", _("Passkey")

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="unlock_slots"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    made_at = models.DateTimeField()
    kdf = models.JSONField()
    commitment = models.BinaryField()
    nonce = models.BinaryField()
    wrapped = models.BinaryField()
    used_at = models.DateTimeField(null=True)

    visible_where: ClassVar[str] = HERS
    written_where: ClassVar[str] = HERS

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["phrase", "code", "passkey"]),
                name="slot_is_of_a_kind_we_know",
            ),
            has_length("commitment", 32, name="slot_commitment_has_32_bytes"),
            has_length("nonce", 12, name="slot_nonce_has_12_bytes"),
            has_length("wrapped", 48, name="slot_wraps_48_bytes"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"


class Keyring(models.Model):
    """The keys of a person's spaces, wrapped; each change is one revision more."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="keyring",
    )
    revision = models.PositiveIntegerField(default=0)
    wrapped = models.BinaryField()

    visible_where: ClassVar[str] = HERS
    written_where: ClassVar[str] = HERS

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            begins_with("wrapped", WRAP, name="keyring_is_wrapped"),
            has_at_most("wrapped", LARGEST_KEYRING, name="keyring_is_bounded"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} revision {self.revision}"
