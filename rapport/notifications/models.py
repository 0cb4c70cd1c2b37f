"""What somebody is to be told, and whether she was."""

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel


class Notification(TenantModel):
    """One event for one person: the event's name and numbers, as the journal keeps them."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    event = models.CharField(max_length=64)
    values = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "made_at"])]

    def __str__(self) -> str:
        return f"{self.event} for {self.person_id}"
