"""What tests of mails need: a real mail server, events at a moment, and the clock's work."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest.mock import patch
from uuid import uuid4

from django.test import override_settings

from config import environment
from rapport.domain import events
from rapport.domain.events import Event
from rapport.notifications.actions.mails import gather_mails, send_mail
from rapport.notifications.listeners import tell_people
from rapport.notifications.models import Mail
from rapport.people.models import Person
from rapport.relationships.models import Relationship
from tests.mailbox import Mailbox

NOON = datetime.fromisoformat("2026-06-10T12:00:00+00:00")
LATER = NOON + timedelta(days=2)
ADDRESS = "https://rapport.example"


@contextmanager
def open_mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    box.start()
    server = environment.mail(box.address, environment.ROOT)
    with override_settings(MAILERS={"default": server}, ADDRESS=ADDRESS):
        yield box
    box.stop()


def at(moment: datetime, event: Event) -> None:
    with patch("rapport.notifications.listeners.timezone.now", return_value=moment):
        tell_people(event)


def post(moment: datetime) -> None:
    """What the clock does at this moment."""
    for person in Person.objects.all():
        gather_mails(person, moment)
    for mail in Mail.objects.filter(try_at__lte=moment):
        send_mail(mail.pk, moment)


def subjects(box: Mailbox) -> list[str]:
    return [str(each["Subject"]) for each in box.messages()]


def goal(relationship: Relationship, by: Person) -> Event:
    return events.GoalProposed(relationship=relationship.pk, goal=uuid4(), by=by.pk)


def move(relationship: Relationship, by: Person) -> Event:
    return events.MoveProposed(relationship=relationship.pk, move="go_on", by=by.pk)


def begun(relationship: Relationship, by: Person) -> Event:
    return events.RelationshipBegan(relationship=relationship.pk, by=by.pk)
