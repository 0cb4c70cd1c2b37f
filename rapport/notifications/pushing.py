"""A notification as a pushed sentence, in the reader's language."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone, translation

from rapport.notifications.models import Notification, PushDevice
from rapport.notifications.push.sending import push
from rapport.notifications.wording import news_of
from rapport.people.letters import absolute
from rapport.people.middleware import zone_of


def push_to(device: PushDevice, notifications: Sequence[Notification], now: datetime) -> bool:
    """False when the device is gone for good. Nothing is pushed of what is gone or was read."""
    reader = device.person
    with translation.override(reader.language), timezone.override(zone_of(reader)):
        news = news_of(notifications, reader)
        return all(push(device, each.subject, absolute(each.path), now) for each in news)
