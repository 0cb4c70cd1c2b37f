"""A meeting as an iCalendar file that calendar programs accept, update and take away again.

Knows times, names and addresses, and not one sealed word: calendars at work are read by others.
The organiser is this installation, not the person who called the meeting: programs refuse an
invitation that seems to come from the reader herself, and answers would go nowhere. A series is
always told whole (RFC 5546, 3.2.2): one entry with its rule, what moved, and what was called off.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext
from icalendar import Calendar, Event, vCalAddress, vRecur, vText, vUri

from rapport.people.middleware import zone_of
from rapport.people.models import Person
from rapport.relationships.models import Meeting, MeetingSeries

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
FILE_NAME = "meeting.ics"
REFLECTION = timedelta(hours=1)


def invitation(meeting: Meeting, members: Iterable[Person], *, reader: Person) -> bytes:
    """The file for one reader, in the language that is active; cancelled when the meeting is."""
    everybody = list(members)
    if meeting.series is not None:
        events = series_events(meeting.series, everybody, reader)
    else:
        events = [event_of(meeting, everybody, reader)]
    return file_of(method_of(meeting), events)


def reflection_hour(meeting: Meeting, starts_at: datetime, *, reader: Person) -> bytes:
    """An hour to think, for the reader's own calendar; no other is invited, none is told."""
    event = Event()
    event.add("uid", uid(f"reflection-{meeting.pk}-{reader.pk}"))
    event.add("sequence", 0)
    event.add("dtstamp", meeting.changed_at.astimezone(UTC))
    event.add("dtstart", starts_at.astimezone(zone_of(reader)))
    event.add("dtend", starts_at.astimezone(zone_of(reader)) + REFLECTION)
    event.add("summary", gettext("Time to think"))
    event.add("description", address_of(meeting) + "reflection")
    event.add("status", "CONFIRMED")
    event.add("class", "PRIVATE")
    return file_of(PUBLISH, [event])


def file_of(method: str, events: list[Event]) -> bytes:
    """A calendar with its time zones, described for the years that it speaks of and no others."""
    calendar = Calendar()
    calendar.add("prodid", "-//Rapport//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    for event in events:
        calendar.add_component(event)
    starts = [event.decoded("dtstart").date() for event in events]
    last = max(starts) + timedelta(days=26 * 180 if "rrule" in events[0] else 366)
    calendar.add_missing_timezones(min(starts) - timedelta(days=366), last)
    return bytes(calendar.to_ical())


def method_of(meeting: Meeting) -> str:
    """What the file asks a calendar to do; the same word belongs into the mail's content type."""
    if meeting.series is not None:
        return REQUEST if any_is_left(meeting.series) else CANCEL
    return REQUEST if meeting.cancelled_at is None else CANCEL


def any_is_left(series: MeetingSeries) -> bool:
    return series.meetings.filter(cancelled_at__isnull=True).exists()


def event_of(meeting: Meeting, members: list[Person], reader: Person) -> Event:
    """One meeting that stands by itself, on the clock of whoever called it."""
    event = written(meeting, members, reader, zone_of(meeting.called_by))
    event.add("uid", uid(str(meeting.pk)))
    event.add("sequence", meeting.sequence)
    event.add("status", "CONFIRMED" if meeting.cancelled_at is None else "CANCELLED")
    return event


def series_events(series: MeetingSeries, members: list[Person], reader: Person) -> list[Event]:
    """The rule first, without what was called off; then each that moved, by its planned moment."""
    zone = ZoneInfo(series.time_zone)
    meetings = list(series.meetings.select_related("relationship", "called_by"))
    meetings.sort(key=lambda each: each.planned_at or each.starts_at)
    first = Meeting.objects.select_related("relationship", "called_by").get(pk=meetings[0].pk)
    first.starts_at, first.minutes = series.starts_at, series.minutes
    events = [written(first, members, reader, zone)]
    events[0].add("rrule", rule_of(series))
    for each in meetings:
        planned = (each.planned_at or each.starts_at).astimezone(zone)
        if each.cancelled_at is not None:
            events[0].add("exdate", planned)
        elif has_moved(each, series):
            events.append(written(each, members, reader, zone))
            events[-1].add("recurrence-id", planned)
    status = "CONFIRMED" if any(each.cancelled_at is None for each in meetings) else "CANCELLED"
    for event in events:
        event.add("uid", uid(f"series-{series.pk}"))
        event.add("sequence", series.sequence)
        event.add("status", status)
    return events


def rule_of(series: MeetingSeries) -> vRecur:
    """Whole weeks are said as weeks: people read it in their calendar."""
    weeks, days = divmod(series.every_days, 7)
    each = {"freq": "DAILY", "interval": series.every_days}
    if not days:
        each = {"freq": "WEEKLY", "interval": weeks}
    return vRecur({**each, "count": series.count})


def has_moved(meeting: Meeting, series: MeetingSeries) -> bool:
    return meeting.starts_at != meeting.planned_at or meeting.minutes != series.minutes


def written(meeting: Meeting, members: list[Person], reader: Person, zone: ZoneInfo) -> Event:
    """What calendars show: when, who, and where to click."""
    event = Event()
    event.add("dtstamp", changed_at(meeting))
    event.add("dtstart", meeting.starts_at.astimezone(zone))
    event.add("dtend", meeting.ends_at.astimezone(zone))
    event.add("summary", summary(members, reader))
    event.add("description", description(meeting))
    event.add("url", vUri(address_of(meeting)))
    event.add("class", "PRIVATE")
    event.add("organizer", organiser())
    for each in members:
        if each.email:
            event.add("attendee", attendee(each, meeting), encode=False)
    return event


def uid(name: str) -> str:
    return f"{name}@{urlsplit(settings.ADDRESS).hostname}"


def changed_at(meeting: Meeting) -> datetime:
    """The same file for the same state, whenever it is made."""
    return (meeting.cancelled_at or meeting.changed_at).astimezone(UTC)


def summary(members: list[Person], reader: Person) -> str:
    others = ", ".join(str(each) for each in members if each != reader)
    return gettext("Meeting with %(names)s") % {"names": others}


def description(meeting: Meeting) -> str:
    return gettext("Agenda and notes, for you here only: %(address)s") % {
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
