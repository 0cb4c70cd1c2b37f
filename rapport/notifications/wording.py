"""Notifications in words: subject, sentence and address, in the language and zone of now.

Reads what all of them are about in a few queries, however many there are. Knows first names,
days and phases; nothing that somebody sealed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from rapport.audit.queries import last_checkpoint
from rapport.domain.events import Event, LooksListed
from rapport.domain.phases import Phase
from rapport.journal.recording import event_from
from rapport.notifications.models import Notification
from rapport.notifications.sentences import TELLINGS
from rapport.notifications.telling import Telling
from rapport.organisations.models import Duty, Organisation
from rapport.organisations.scope import current_organisation_id
from rapport.people.models import Person
from rapport.programmes.models import Programme, ProgrammeDuty
from rapport.relationships.models import Meeting, Relationship
from rapport.relationships.pages.journey import phase_name
from rapport.relationships.pages.turns import name_list
from rapport.relationships.queries.courses import relationships_numbered

WITHOUT_ARGUMENTS = frozenset({"desk", "home", "invitations", "looks", "undelivered"})
"""Pages that belong to no relationship."""
DUTIES = dict(Duty.ROLES) | dict(ProgrammeDuty.ROLES)


@dataclass(frozen=True)
class Surroundings:
    """The rows that a number of events speak of."""

    organisation: Organisation
    relationships: dict[UUID, Relationship]
    meetings: dict[UUID, Meeting]
    people: dict[UUID, Person]
    programmes: dict[UUID, Programme] = field(default_factory=dict)
    checkpoint: str = ""
    """The newest signed state of the audit log, where an event speaks of it."""

    def in_address(self, number: UUID) -> UUID | str:
        """How a page calls the thing with this number."""
        return self.programmes[number].slug if number in self.programmes else number


@dataclass(frozen=True)
class News:
    """One notification in words; `path` has the organisation's mount."""

    notification: Notification
    subject: str
    sentence: str
    path: str
    meeting: Meeting | None
    relationship: Relationship | None


def news_of(notifications: Sequence[Notification], reader: Person) -> list[News]:
    """Those whose matter is still there, in the order given."""
    events = [event_from(each.event, each.values) for each in notifications]
    around = surroundings_of(events)
    told = (in_words(n, e, around, reader) for n, e in zip(notifications, events, strict=True))
    return [each for each in told if each is not None]


def surroundings_of(events: Sequence[Event]) -> Surroundings:
    people = numbers(events, "by") | numbers(events, "person")
    return Surroundings(
        Organisation.objects.get(pk=current_organisation_id()),
        {each.pk: each for each in relationships_numbered(numbers(events, "relationship"))},
        Meeting.objects.in_bulk(numbers(events, "meeting")),
        Person.objects.in_bulk(people),
        Programme.objects.in_bulk(numbers(events, "programme")),
        newest_checkpoint() if any(isinstance(each, LooksListed) for each in events) else "",
    )


def newest_checkpoint() -> str:
    newest = last_checkpoint()
    return newest.note.strip() if newest else ""


def numbers(events: Iterable[Event], name: str) -> set[UUID]:
    return {number for event in events if (number := getattr(event, name, None))}


def in_words(
    notification: Notification, event: Event, around: Surroundings, reader: Person
) -> News | None:
    """None when what it was about is gone."""
    number = getattr(event, "relationship", None)
    relationship = around.relationships.get(number) if number else None
    if number and relationship is None:
        return None
    telling = TELLINGS[type(event)]
    meeting = around.meetings.get(getattr(event, "meeting", None) or notification.pk)
    words = words_of(event, around, relationship, meeting, reader)
    subject = " ".join((gettext(telling.subject) % words).split())
    sentence = sentence_for(telling, event, reader)
    sentence = ended_once(gettext(sentence) % words) if sentence else ""
    path = path_of(telling, event, relationship, around)
    return News(notification, subject, sentence, path, meeting, relationship)


def sentence_for(telling: Telling, event: Event, reader: Person) -> str:
    """Nobody reads of herself by name, nor of somebody where nobody was."""
    if event.by is None:
        return telling.by_nobody or telling.sentence
    return (telling.to_oneself if event.by == reader.pk else "") or telling.sentence


def ended_once(text: str) -> str:
    """A time may end in a dot of its own: “4 p.m.” closes its sentence by itself."""
    return text.replace("..", ".")


def path_of(
    telling: Telling, event: Event, relationship: Relationship | None, around: Surroundings
) -> str:
    if telling.page in WITHOUT_ARGUMENTS:
        return reverse(telling.page)
    needed = [around.in_address(getattr(event, name)) for name in telling.needs]
    return reverse(telling.page, args=[relationship.code, *needed] if relationship else needed)


def words_of(
    event: Event,
    around: Surroundings,
    relationship: Relationship | None,
    meeting: Meeting | None,
    reader: Person,
) -> dict[str, str]:
    """Inside a relationship only its members have names: who else did something is “somebody”."""
    members = list(relationship.participants.all()) if relationship else []
    known = {each.person_id: each.person for each in members} if relationship else around.people
    phase = getattr(event, "to", relationship.phase if relationship else Phase.RAPPORT)
    somebody = gettext("Somebody")
    return {
        "reader": reader.first_name,
        "who": known[event.by].first_name if event.by in known else somebody,
        "name": str(around.people.get(getattr(event, "person", None) or reader.pk, somebody)),
        "others": name_list(each for each in members if each.person_id != reader.pk),
        "organisation": around.organisation.name,
        "programme": str(
            around.programmes.get(getattr(event, "programme", None) or reader.pk, somebody)
        ),
        "phase": phase_name(phase),
        "when": when(meeting) if meeting else "",
        "duty": str(DUTIES.get(getattr(event, "role", ""), "")),
        "checkpoint": around.checkpoint,
    }


def when(meeting: Meeting) -> str:
    """The time in the reader's zone, which the caller has made current."""
    return date_format(timezone.localtime(meeting.starts_at), "DATETIME_FORMAT")
