"""Who is told what: the table is complete, mails carry no content, and everybody is told once."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.test import override_settings
from django.utils import timezone

from config.listeners import LISTENERS
from config.tasks import tell_listeners
from rapport.domain import events
from rapport.domain.events import KINDS, Event
from rapport.domain.rhythm import Answer
from rapport.journal.models import Entry
from rapport.journal.recording import record
from rapport.notifications.actions.mails import gather_mails, send_mail
from rapport.notifications.listeners import tell_people
from rapport.notifications.models import Mail, Notification
from rapport.notifications.recipients import CIRCLES, Circle, recipients
from rapport.notifications.sentences import TELLINGS
from rapport.organisations.models import Membership
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.relationships.actions.drift import answer_drift, ask_pair
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.models import Meeting, Relationship
from tests.cast import Cast


def told(event: Event) -> list[str]:
    """The names of everybody who would be told."""
    return sorted(each.name for each in recipients(TELLINGS[type(event)].to, event))


def sent(event: Event) -> list[EmailMessage]:
    """Tell, and send what is waiting, as if two days had gone by."""
    tell_people(event)
    later = timezone.now() + timedelta(days=2)
    for person in Person.objects.all():
        gather_mails(person, later)
    for waiting in Mail.objects.filter(try_at__isnull=False):
        send_mail(waiting.pk, later)
    return [each.message() for each in mail.outbox]


def meeting_of(relationship: Relationship, cast: Cast) -> Meeting:
    starts_at = timezone.now() + timedelta(days=3)
    return Meeting.objects.create(
        relationship=relationship, starts_at=starts_at, called_by=cast.ada
    )


def test_every_event_has_its_sentence() -> None:
    assert set(TELLINGS) == set(KINDS.values())


def test_whatever_is_told_is_listened_to() -> None:
    listening = {kind for kind, listeners in LISTENERS.items() if tell_people in listeners}
    assert listening >= {kind for kind, row in TELLINGS.items() if row.to is not Circle.NOBODY}


def test_every_circle_knows_its_people() -> None:
    assert set(CIRCLES) == set(Circle)


# The event (made from a relationship and the cast), and who is told.
Make = Callable[[Any, Cast], Event]
TABLE: list[tuple[Make, list[str]]] = [
    (lambda it, c: events.RelationshipBegan(relationship=it, by=c.cora.pk), ["Ada", "Ben"]),
    (lambda it, c: events.MoveProposed(relationship=it, move="go_on", by=c.ada.pk), ["Ben"]),
    (lambda it, _c: events.RelationshipResumed(relationship=it, pause=uuid4()), ["Ada", "Ben"]),
    (lambda it, c: events.NextChosen(relationship=it, by=c.ben.pk), ["Ada"]),
    (lambda it, _c: events.DecisionNeeded(relationship=it), ["Cora"]),
    (lambda it, c: events.TalkAsked(relationship=it, request=uuid4(), by=c.ben.pk), ["Cora"]),
    (
        lambda it, c: events.PhaseChanged(
            relationship=it, origin="rapport", to="direction", by=c.ada.pk
        ),
        ["Ben"],
    ),
    (
        lambda it, c: events.PhaseChanged(
            relationship=it, origin="winding_up", to="closed", by=c.ada.pk
        ),
        [],
    ),
    (lambda it, c: events.ValuesSorted(relationship=it, by=c.ada.pk), ["Ben"]),
]


@pytest.mark.parametrize(("make", "expected"), TABLE)
def test_the_right_people_are_told(
    make: Make, expected: list[str], cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        assert told(make(relationship.pk, cast)) == expected


def test_somebody_who_has_not_joined_yet_is_told_nothing(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        Membership.objects.filter(person=cast.ben).delete()
        event = events.RelationshipBegan(relationship=relationship.pk, by=cast.cora.pk)
        assert told(event) == ["Ada"]


def test_nobody_learns_that_one_side_answered_before_all_have(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        question = ask_pair(relationship, timezone.localdate())
        event = events.DriftAnswered(
            relationship=relationship.pk, question=question.pk, by=cast.ada.pk
        )
        answer_drift(question, Answer.PAUSE, by=cast.ada)
        assert told(event) == []
        answer_drift(question, Answer.CONTINUE, by=cast.ben)
        assert told(event) == ["Ben"]


def test_a_mail_says_one_sentence_and_leads_to_the_page(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation), override_settings(ADDRESS="https://rapport.example"):
        event = events.MoveProposed(relationship=relationship.pk, move="go_on", by=cast.ada.pk)
        (letter,) = sent(event)
    assert letter["To"] == "ben@example.org"
    assert letter["Subject"] == "Ada would like to move to another phase"
    text = letter.get_body(("plain",))
    assert text is not None
    link = f"https://rapport.example/o/harbour/relationships/{relationship.code}/moves/"
    assert link in text.get_content()
    html = letter.get_body(("html",))
    assert html is not None
    assert f'href="{link}"' in html.get_content()


def test_a_mail_speaks_the_readers_language(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        cast.ben.language = "de"
        cast.ben.save()
        letter = letter_for_ben(cast, relationship)
    assert 'lang="de"' in letter


def letter_for_ben(cast: Cast, relationship: Relationship) -> str:
    event = events.MoveProposed(relationship=relationship.pk, move="go_on", by=cast.ada.pk)
    html = sent(event)[-1].get_body(("html",))
    return html.get_content() if html else ""


def test_the_same_notification_is_sent_once(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        event = events.NextChosen(relationship=relationship.pk, by=cast.ada.pk)
        sent(event)
        send_mail(Mail.objects.get().pk, timezone.now() + timedelta(days=9))
    assert len(mail.outbox) == 1


def test_an_event_is_told_once_however_often_its_job_runs(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        record(events.NextChosen(relationship=relationship.pk, by=cast.ada.pk))
        entry = Entry.objects.latest("pk")
    for _again in range(2):
        tell_listeners(entry=entry.pk, organisation=str(cast.organisation.pk))
    with tenant(cast.organisation):
        assert Notification.objects.count() == 1


def test_somebody_without_an_address_gets_no_mail(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        cast.ben.email = None
        cast.ben.save()
        sent(events.NextChosen(relationship=relationship.pk, by=cast.ada.pk))
    assert mail.outbox == []


CALENDARS = [
    (events.MeetingArranged, False, "REQUEST"),
    (events.MeetingMoved, False, "REQUEST"),
    (events.MeetingCancelled, True, "CANCEL"),
]


@pytest.mark.parametrize(("kind", "cancelled", "method"), CALENDARS)
def test_a_meeting_comes_with_its_calendar_file(
    kind: type[Any], cancelled: bool, method: str, cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        meeting = meeting_of(relationship, cast)
        meeting.cancelled_at = timezone.now() if cancelled else None
        meeting.save()
        letters = sent(kind(relationship=relationship.pk, meeting=meeting.pk, by=cast.ada.pk))
    assert {letter["To"] for letter in letters} == {"ada@example.org", "ben@example.org"}
    (part,) = letters[0].iter_attachments()
    assert part.get_content_type() == "text/calendar"
    assert part.get_param("method") == method
    assert f"METHOD:{method}" in part.get_content()


def test_an_ending_is_told_in_neutral_words_and_names_nobody_as_its_author(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        ending = end_without_fault(relationship, by=cast.ben)
        event = events.RelationshipEnded(
            relationship=relationship.pk, ending=ending.pk, by=cast.ben.pk
        )
        (letter,) = sent(event)
    text = letter.get_body(("plain",))
    assert text is not None
    assert letter["To"] == "ada@example.org"
    assert "because" not in text.get_content().replace("because you take part", "")
    assert "Ben" not in text.get_content()
