"""Sending one mail: each on its own, once, and again after a failure."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.notifications.listeners import SEND
from rapport.notifications.mails import mail_of
from rapport.notifications.models import Notification
from rapport.organisations.tenancy import tenant_by_id

RETRY = RetryStrategy(max_attempts=10, exponential_wait=5)


@app.task(name=SEND, queue="mail", retry=RETRY)
def send_notification(notification: str, organisation: str) -> None:
    """A failure of the mail server is raised, so that the job comes back later."""
    with transaction.atomic(), tenant_by_id(UUID(organisation)):
        send(UUID(notification))


def send(number: UUID) -> None:
    """Nothing happens when it was sent, when its person is gone, or has no address."""
    waiting = Notification.objects.select_for_update(of=("self",)).select_related("person")
    found = waiting.filter(pk=number, sent_at__isnull=True, person__email__isnull=False).first()
    if found is None:
        return
    mail = mail_of(found)
    if mail is not None:
        mail.send()
    found.sent_at = timezone.now()
    found.save(update_fields=["sent_at"])
