"""A browser that takes push messages, and the key for which they are sealed."""

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel


class PushDevice(TenantModel):
    """What a browser told us: the address at its push service, its key and its secret."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="push_devices"
    )
    endpoint = models.URLField(max_length=1000)
    key = models.CharField(max_length=120)
    auth = models.CharField(max_length=40)
    user_agent = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person", "endpoint"], name="one_device_an_address"
            )
        ]

    def __str__(self) -> str:
        return f"device of {self.person_id}"
