"""One line a thing that happened; the running role may neither change nor erase it."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from rapport.installation.roles import told


class Entry(models.Model):
    """An event, with ids only. The organisation is a number: the journal knows no tenants."""

    organisation_id = models.UUIDField()
    event = models.CharField(max_length=64)
    values = models.JSONField()
    relationship_id = models.UUIDField(null=True)
    happened_at = models.DateTimeField(default=timezone.now)

    visible_where: ClassVar[str] = f"organisation_id = {told('organisation')}"
    written_where: ClassVar[str] = visible_where
    is_append_only: ClassVar[bool] = True

    class Meta:
        indexes = [models.Index(fields=["relationship_id", "happened_at"])]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.event} {self.happened_at:%Y-%m-%d}"


class Told(models.Model):
    """A listener has heard an entry; unique, so nobody is told twice."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="told")
    organisation_id = models.UUIDField()
    listener = models.CharField(max_length=120)
    told_on = models.DateField(auto_now_add=True)

    visible_where: ClassVar[str] = Entry.visible_where
    written_where: ClassVar[str] = Entry.written_where

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "listener"], name="a_listener_hears_once")
        ]

    def __str__(self) -> str:
        return f"{self.listener} heard {self.entry_id}"
