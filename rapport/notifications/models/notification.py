"""What somebody is to be told, and whether she was."""

from django.conf import settings
from django.db import models

from rapport.notifications.models.mail import Mail
from rapport.organisations.models import TenantModel


class Notification(TenantModel):
    """One event for one person: the event's name and numbers, as the journal keeps them.

    `mail_due_at` is empty when it is not for mail; `mail` is the one it went into.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    event = models.CharField(max_length=64)
    values = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)
    is_in_bell = models.BooleanField(default=True)
    read_at = models.DateTimeField(null=True)
    mail_due_at = models.DateTimeField(null=True)
    is_mailed_alone = models.BooleanField(default=False)
    mail = models.ForeignKey(
        Mail, on_delete=models.SET_NULL, null=True, related_name="notifications"
    )

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["person", "made_at"]),
            models.Index(
                fields=["mail_due_at"],
                condition=models.Q(mail__isnull=True, mail_due_at__isnull=False),
                name="notification_waiting_for_mail",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} for {self.person_id}"
