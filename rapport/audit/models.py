"""Lines of the audit log and the checkpoints over them."""

from typing import ClassVar

from django.db import models

from rapport.installation.roles import told


class AuditLine(models.Model):
    """One line; written by the database function `audit_append` and by nothing else."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    action = models.CharField(max_length=64)
    subject = models.UUIDField(null=True)
    organisation = models.UUIDField(null=True)
    detail = models.TextField()
    before = models.BinaryField()
    digest = models.BinaryField()

    # A person sees what she did and what was done about her; the clock signs the whole.
    visible_where: ClassVar[str] = (
        f"subject = {told('person')}"
        f" OR actor = {told('person')}"
        " OR current_setting('rapport.clock', true) = 'on'"
    )
    written_where: ClassVar[str] = "current_setting('rapport.clock', true) = 'on'"
    is_written_by_the_database: ClassVar[bool] = True

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["subject", "number"])]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"


class SignedCheckpoint(models.Model):
    """The log as it was at a moment, signed by a key that is not in the database."""

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()
    signed_at = models.DateTimeField()

    is_append_only: ClassVar[bool] = True
    visible_where: ClassVar[str] = "true"
    written_where: ClassVar[str] = "true"

    class Meta:
        ordering = ["size"]

    def __str__(self) -> str:
        return f"{self.size} lines"


class CheckpointStamp(models.Model):
    """By the word of an authority elsewhere (RFC 3161), when a checkpoint was there already."""

    checkpoint = models.OneToOneField(
        SignedCheckpoint, on_delete=models.PROTECT, primary_key=True, related_name="stamp"
    )
    token = models.BinaryField()
    stamped_at = models.DateTimeField()

    is_append_only: ClassVar[bool] = True
    visible_where: ClassVar[str] = "true"
    written_where: ClassVar[str] = "true"

    class Meta:
        ordering = ["checkpoint"]

    def __str__(self) -> str:
        return f"{self.checkpoint_id} lines at {self.stamped_at}"
