"""The signed log of a space as it is stored, and the grants that wait for their members."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.sealed.models.bytes import has_at_most, has_length
from rapport.sealed.models.space import Space

LARGEST_GRANT = 48 + 32 * 1024


class SpaceLogEntry(TenantModel):
    """One entry, signed by a member; members' browsers believe the log and nothing else."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="log")
    number = models.PositiveIntegerField()
    entry = models.BinaryField()
    signature = models.BinaryField()
    digest = models.BinaryField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["space", "number"], name="one_log_entry_a_number"),
            has_at_most("entry", 16384, name="log_entry_is_short"),
            has_length("signature", 64, name="log_signature_has_64_bytes"),
            has_length("digest", 32, name="log_digest_has_32_bytes"),
        ]

    def __str__(self) -> str:
        return f"{self.space_id} entry {self.number}"


class Approval(TenantModel):
    """A member's signature under an entry that somebody else made."""

    entry = models.ForeignKey(SpaceLogEntry, on_delete=models.CASCADE, related_name="approvals")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signature = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["entry", "person"], name="one_approval_a_member"),
            has_length("signature", 64, name="approval_has_64_bytes"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} approves {self.entry_id}"


class Grant(TenantModel):
    """Keys of a space sealed to one member, by the number of the log entry that names them;

    erased as soon as they are in her keyring.
    """

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="grants")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField(default=0)
    sealed = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["space", "person", "number"], name="one_grant_a_member_and_entry"
            ),
            has_at_most("sealed", LARGEST_GRANT, name="grant_is_bounded"),
        ]

    def __str__(self) -> str:
        return f"grant of {self.space_id} to {self.person_id}"


class LogProposal(TenantModel):
    """An entry that wants to follow and still lacks approvals; it is no part of the log yet.

    `approvals` and `grants` map a person to hexadecimal digits.
    """

    space = models.OneToOneField(Space, on_delete=models.CASCADE, related_name="proposal")
    entry = models.BinaryField()
    signature = models.BinaryField()
    digest = models.BinaryField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    approvals = models.JSONField(default=dict)
    grants = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            has_at_most("entry", 16384, name="proposed_entry_is_short"),
            has_length("signature", 64, name="proposed_signature_has_64_bytes"),
            has_length("digest", 32, name="proposed_digest_has_32_bytes"),
        ]

    def __str__(self) -> str:
        return f"proposal for {self.space_id}"
