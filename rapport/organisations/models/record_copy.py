"""A copy of her own record that somebody takes with her."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models

from rapport.installation.roles import told


class RecordCopy(models.Model):
    """Asked for, made in the background, kept for a week. Nobody else's to see."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="record_copies"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    ready_at = models.DateTimeField(null=True)
    archive = models.BinaryField(null=True)

    # The clock sees it as well: to take it away after its week.
    visible_where: ClassVar[str] = (
        f"person_id = {told('person')} OR current_setting('rapport.clock', true) = 'on'"
    )
    written_where: ClassVar[str] = visible_where

    class Meta:
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"copy of {self.asked_at:%Y-%m-%d}"
