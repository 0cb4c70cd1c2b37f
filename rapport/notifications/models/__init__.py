"""What people are told, by which mail it went, and how they want to be told."""

from rapport.notifications.models.channel_choice import ChannelChoice
from rapport.notifications.models.mail import Mail, Trouble
from rapport.notifications.models.notification import Notification
from rapport.notifications.models.push_device import PushDevice

__all__ = ["ChannelChoice", "Mail", "Notification", "PushDevice", "Trouble"]
