"""How a person wants to hear of one kind of news on one channel; no row means: as usual."""

from django.conf import settings
from django.db import models

from rapport.notifications.kinds import KIND_LABELS, Channel
from rapport.notifications.timing import Wish
from rapport.organisations.models import TenantModel


class ChannelChoice(TenantModel):
    """Bell and push know only “as usual” and “never”."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="channel_choices"
    )
    kind = models.CharField(max_length=16, choices=[(each.value, each) for each in KIND_LABELS])
    channel = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Channel])
    wish = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Wish])
    chosen_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person", "kind", "channel"],
                name="one_choice_a_kind_and_channel",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} by {self.channel}: {self.wish}"
