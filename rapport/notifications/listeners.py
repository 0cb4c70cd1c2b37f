"""Something happened: note who is to be told, and how; what cannot wait goes into the queue."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from rapport.domain.events import Event
from rapport.journal.jobs import enqueue
from rapport.notifications.actions.mails import gather_mails
from rapport.notifications.choices import Wishes, wishes_of
from rapport.notifications.kinds import Channel
from rapport.notifications.models import Notification, PushDevice
from rapport.notifications.recipients import recipients
from rapport.notifications.sentences import TELLINGS
from rapport.notifications.telling import Telling
from rapport.notifications.timing import WAYS, Urgency, Way, due_at
from rapport.people.models import Person
from rapport.relationships.models import Meeting

SEND, PUSH = "rapport.send_mail", "rapport.push_news"
ONE_DAY = timedelta(days=1)


def tell_people(event: Event) -> None:
    """One note a person, in the transaction of the listener: none twice, none lost."""
    telling, now = TELLINGS[type(event)], timezone.now()
    people = recipients(telling.to, event)
    wishes = wishes_of(people, telling.kind)
    for person in people:
        notification = noted(event, telling, person, wishes[person.pk], now)
        if notification and notification.mail_due_at and notification.mail_due_at <= now:
            post(person, now)
        if notification and is_for_push(telling, wishes[person.pk], now):
            push_later(notification)


def noted(
    event: Event, telling: Telling, person: Person, wishes: Wishes, now: datetime
) -> Notification | None:
    """None when she wants to hear of it on no channel, or when she was told already."""
    if telling.is_told_once_a_day and was_told(event, person, now):
        return None
    way = WAYS[wishes.mail, telling.urgency] if person.email else Way.NO_MAIL
    due = due_at(way, wishes.calm, now, meeting_at=meeting_time(event, telling))
    is_for_devices = wishes.wants(Channel.PUSH) and PushDevice.objects.filter(person=person)
    if due is None and not wishes.wants(Channel.BELL) and not is_for_devices:
        return None
    return Notification.objects.create(
        person=person,
        event=event.name(),
        values=event.values(),
        is_in_bell=wishes.wants(Channel.BELL),
        mail_due_at=due,
        is_mailed_alone=way is Way.ALONE,
    )


def was_told(event: Event, person: Person, now: datetime) -> bool:
    """Whether such news of the same pages lies unread, from less than a day ago."""
    waiting = Notification.objects.filter(
        person=person, event=event.name(), read_at__isnull=True, made_at__gt=now - ONE_DAY
    )
    return waiting.filter(values__space=event.values()["space"]).exists()


def meeting_time(event: Event, telling: Telling) -> datetime | None:
    """When the meeting is that must not be missed for the sake of a quiet night."""
    number: UUID | None = getattr(event, "meeting", None)
    if number is None or not telling.is_for_calendars:
        return None
    meeting = Meeting.objects.filter(pk=number).first()
    return meeting.starts_at if meeting else None


def post(person: Person, now: datetime) -> None:
    for mail in gather_mails(person, now):
        enqueue(SEND, queue="mail", mail=str(mail.pk), organisation=str(mail.organisation_id))


def is_for_push(telling: Telling, wishes: Wishes, now: datetime) -> bool:
    """Never in quiet hours: in the morning the same stands in mail and bell."""
    is_worth_it = telling.urgency is not Urgency.SMALL
    return is_worth_it and wishes.wants(Channel.PUSH) and not wishes.calm.is_quiet(now)


def push_later(notification: Notification) -> None:
    """A job a device, so that one that fails holds no other back."""
    for device in PushDevice.objects.filter(person=notification.person_id):
        numbers = {"device": str(device.pk), "notification": str(notification.pk)}
        enqueue(PUSH, queue="mail", organisation=str(notification.organisation_id), **numbers)
