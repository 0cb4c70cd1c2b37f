"""A meeting as an iCalendar file that calendar programs accept, update and take away again.

Knows times, names and addresses, and not one sealed word: calendars at work are read by others.
The organiser is this installation, not the person who called the meeting: programs refuse an
invitation that seems to come from the reader herself, and answers would go nowhere.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext
from icalendar import Calendar, Event, vCalAddress, vText, vUri

from rapport.people.models import Person
from rapport.relationships.models import Meeting

REQUEST, CANCEL = "REQUEST", "CANCEL"
FILE_NAME = "meeting.ics"


def invitation(meeting: Meeting, members: Iterable[Person], *, reader: Person) -> bytes:
    """The file for one reader, in the language that is active; cancelled when the meeting is."""
    calendar = Calendar()
    calendar.add("prodid", "-//Rapport//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method_of(meeting))
    calendar.add_component(event_of(meeting, list(members), reader))
    return bytes(calendar.to_ical())


def method_of(meeting: Meeting) -> str:
    """What the file asks a calendar to do; the same word belongs into the mail's content type."""
    return REQUEST if meeting.cancelled_at is None else CANCEL


def event_of(meeting: Meeting, members: list[Person], reader: Person) -> Event:
    event = Event()
    event.add("uid", f"{meeting.pk}@{urlsplit(settings.ADDRESS).hostname}")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", changed_at(meeting))
    event.add("dtstart", meeting.starts_at.astimezone(UTC))
    event.add("dtend", meeting.ends_at.astimezone(UTC))
    event.add("summary", summary(members, reader))
    event.add("description", description(meeting))
    event.add("url", vUri(address_of(meeting)))
    event.add("status", "CONFIRMED" if meeting.cancelled_at is None else "CANCELLED")
    event.add("class", "PRIVATE")
    event.add("organizer", organiser())
    for each in members:
        if each.email:
            event.add("attendee", attendee(each, meeting), encode=False)
    return event


def changed_at(meeting: Meeting) -> datetime:
    """The same file for the same state, whenever it is made."""
    return (meeting.cancelled_at or meeting.changed_at).astimezone(UTC)


def summary(members: list[Person], reader: Person) -> str:
    others = ", ".join(str(each) for each in members if each != reader)
    return gettext("Meeting with %(names)s") % {"names": others}


def description(meeting: Meeting) -> str:
    return gettext("Agenda and notes, for you two only: %(address)s") % {
        "address": address_of(meeting)
    }


def address_of(meeting: Meeting) -> str:
    return settings.ADDRESS + meeting.get_absolute_url()


def organiser() -> vCalAddress:
    name, email = parseaddr(settings.DEFAULT_FROM_EMAIL)
    organiser = vCalAddress(f"MAILTO:{email}")
    organiser.params["CN"] = vText(name or "Rapport")
    return organiser


def attendee(person: Person, meeting: Meeting) -> vCalAddress:
    """Whoever called the meeting comes; the others have not said yet."""
    guest = vCalAddress(f"MAILTO:{person.email}")
    has_called = person.pk == meeting.called_by_id
    guest.params["CN"] = vText(str(person))
    guest.params["ROLE"] = vText("REQ-PARTICIPANT")
    guest.params["PARTSTAT"] = vText("ACCEPTED" if has_called else "NEEDS-ACTION")
    guest.params["RSVP"] = vText("FALSE")
    return guest
