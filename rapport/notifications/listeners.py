"""Something happened: note who is to be told, and put a mail for each into the queue."""

from procrastinate.contrib.django import app

from rapport.domain.events import Event
from rapport.notifications.models import Notification
from rapport.notifications.recipients import recipients
from rapport.notifications.sentences import TELLINGS

SEND = "rapport.send_notification"


def tell_people(event: Event) -> None:
    """One note and one job a person, in the transaction of the listener: none twice, none lost."""
    for person in recipients(TELLINGS[type(event)].to, event):
        notification = Notification.objects.create(
            person=person, event=event.name(), values=event.values()
        )
        job = app.configure_task(SEND, queue="mail")
        job.defer(notification=str(notification.pk), organisation=str(notification.organisation_id))
