"""A mail server that has a bad day."""

from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class Broken(BaseEmailBackend):
    """Refuses every mail, as a server does that is down."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> Any:
        raise OSError("no mail today")
