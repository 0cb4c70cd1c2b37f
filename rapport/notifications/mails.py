"""A notification as a mail: a sentence and a link, in the reader's language and time zone."""

from email.message import MIMEPart
from email.utils import parseaddr
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext

from rapport.domain.events import Event
from rapport.domain.phases import Phase
from rapport.domain.sentences import _
from rapport.journal.recording import event_from
from rapport.notifications.models import Notification
from rapport.notifications.sentences import TELLINGS, Telling
from rapport.people.letters import Letter, absolute, compose
from rapport.people.middleware import zone_of
from rapport.people.models import Person
from rapport.relationships.calendar import FILE_NAME, invitation, method_of
from rapport.relationships.journey import phase_name
from rapport.relationships.models import Meeting, Relationship
from rapport.relationships.queries.courses import relationship_numbered
from rapport.relationships.turns import name_list

WHY = _("You get this mail because you take part in the mentoring of %(organisation)s.")


def mail_of(notification: Notification) -> EmailMultiAlternatives | None:
    """The mail, ready to go; None when what it was about is gone."""
    event = event_from(notification.event, notification.values)
    relationship = relationship_numbered(notification.values["relationship"]).first()
    if relationship is None:
        return None
    reader = notification.person
    with translation.override(reader.language), timezone.override(zone_of(reader)):
        mail = written(event, relationship, reader)
    mail.extra_headers.update(headers(notification))
    return mail


def written(event: Event, relationship: Relationship, reader: Person) -> EmailMultiAlternatives:
    telling = TELLINGS[type(event)]
    number: UUID | None = getattr(event, "meeting", None)
    meeting = Meeting.objects.filter(pk=number).first() if number else None
    url = absolute(address_of(telling, event, relationship))
    letter = Letter(telling.subject, (_("Hello %(reader)s,"), telling.sentence, "%(url)s", WHY))
    words = words_of(event, relationship, meeting, reader)
    mail = compose(letter, str(reader.email), url=url, **words)
    if meeting is not None and telling.is_for_calendars:
        mail.attach(calendar_part(meeting, relationship, reader))
    return mail


def address_of(telling: Telling, event: Event, relationship: Relationship) -> str:
    """The path of the page inside the organisation's mount; `desk` belongs to no relationship."""
    if telling.page == "desk":
        return reverse("desk")
    needed = (getattr(event, name) for name in telling.needs)
    return reverse(telling.page, args=[relationship.code, *needed])


def words_of(
    event: Event, relationship: Relationship, meeting: Meeting | None, reader: Person
) -> dict[str, str]:
    members = list(relationship.participants.all())
    who = next((each.person.first_name for each in members if each.person_id == event.by), None)
    return {
        "reader": reader.first_name,
        "who": who or gettext("Somebody"),
        "others": name_list(each for each in members if each.person_id != reader.pk),
        "organisation": relationship.organisation.name,
        "phase": phase_name(getattr(event, "to", Phase(relationship.phase))),
        "when": when(meeting) if meeting else "",
    }


def when(meeting: Meeting) -> str:
    """The time in the reader's zone, which the caller has made current."""
    return date_format(timezone.localtime(meeting.starts_at), "DATETIME_FORMAT")


def calendar_part(meeting: Meeting, relationship: Relationship, reader: Person) -> MIMEPart:
    """The iCalendar file; calendars act on it only with the method in the content type."""
    members = [each.person for each in relationship.participants.all()]
    part = MIMEPart()
    part.set_content(
        invitation(meeting, members, reader=reader).decode(),
        subtype="calendar",
        charset="utf-8",
        disposition="attachment",
        filename=FILE_NAME,
        params={"method": method_of(meeting)},
    )
    return part


def headers(notification: Notification) -> dict[str, str]:
    """The same number on every try, so that mail programs show it once; no holiday answers."""
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return {
        "Message-ID": f"<{notification.pk}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
