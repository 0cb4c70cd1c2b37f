"""Something happened: note who is to be told, and put a mail for each into the queue."""

from rapport.domain.events import Event
from rapport.journal.jobs import enqueue
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
        organisation = str(notification.organisation_id)
        enqueue(SEND, queue="mail", notification=str(notification.pk), organisation=organisation)
