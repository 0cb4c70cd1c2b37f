"""Messages in sealed pages and reports: who is told, how often, and that nobody's name is said."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from rapport.domain.events import Event, MessageWritten, ReportWritten
from rapport.domain.permissions import Role
from rapport.journal.models import Entry
from rapport.journal.recording import event_of
from rapport.notifications.access import kinds_for
from rapport.notifications.kinds import Kind
from rapport.notifications.listeners import tell_people
from rapport.notifications.models import Notification
from rapport.notifications.recipients import recipients
from rapport.notifications.sentences import TELLINGS
from rapport.notifications.tests.posting import at, post
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.programmes.models import ProgrammeDuty
from rapport.relationships.models import Relationship
from rapport.sealed.actions.message import write_message
from rapport.sealed.actions.report import open_report
from rapport.sealed.actions.space import add_safeguarding
from rapport.sealed.models import Message, Space
from tests.cast import Cast
from tests.sealing import Hands


def written(hands: Hands, space: Space, by: Person) -> Event:
    """The event that a message of hers makes."""
    write_message(space, hands.sealed(by, "message/1", {"text": "The harbour"}), by=by)
    return event_of(Entry.objects.latest("pk"))


def told(event: Event) -> list[str]:
    return sorted(each.name for each in recipients(TELLINGS[type(event)].to, event))


def supervised(cast: Cast, relationship: Relationship) -> Space:
    """Sam reads along in the pages of Ada and Ben."""
    add_safeguarding(relationship.space, cast.sam)
    return relationship.space


def report_of(cast: Cast, space: Space, by: Person) -> tuple[Hands, Space]:
    found = open_report(space, by=by)
    hands = Hands.__new__(Hands)
    hands.enter(found, [by, cast.sam])
    return hands, found


def test_the_other_is_told_and_the_event_does_not_say_who_wrote(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        event = written(Hands(relationship), relationship.space, cast.ada)
        assert told(event) == ["Ben"]
    assert isinstance(event, MessageWritten)
    assert str(cast.ada.pk) not in event.values().values()


def test_whoever_reads_along_is_not_called_to_every_message_of_a_pair(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        space = supervised(cast, relationship)
        hands = Hands.__new__(Hands)
        hands.enter(space, [cast.ada, cast.ben, cast.sam])
        assert told(written(hands, space, cast.ben)) == ["Ada"]


def test_a_report_calls_the_lead_and_her_answer_calls_the_reporter(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        hands, space = report_of(cast, supervised(cast, relationship), cast.ben)
        call = written(hands, space, cast.ben)
        answer = written(hands, space, cast.sam)
        assert (type(call), told(call)) == (ReportWritten, ["Sam"])
        assert (type(answer), told(answer)) == (MessageWritten, ["Ben"])


@pytest.mark.parametrize("hours", [0, 23])
def test_more_messages_are_one_piece_of_news_until_it_is_read(
    hours: int, cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        hands, now = Hands(relationship), timezone.now()
        at(now, written(hands, relationship.space, cast.ada))
        at(now + timedelta(hours=hours), written(hands, relationship.space, cast.ada))
        assert Notification.objects.filter(person=cast.ben).count() == 1
        Notification.objects.update(read_at=now)
        at(now + timedelta(hours=hours), written(hands, relationship.space, cast.ada))
        assert Notification.objects.filter(person=cast.ben).count() == 2


def test_an_unread_note_of_yesterday_keeps_no_news_back(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        hands, now = Hands(relationship), timezone.now()
        at(now, written(hands, relationship.space, cast.ada))
        at(now + timedelta(hours=25), written(hands, relationship.space, cast.ada))
        assert Notification.objects.filter(person=cast.ben).count() == 2


def test_every_report_is_told_at_once(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        hands, space = report_of(cast, supervised(cast, relationship), cast.ben)
        for _again in range(2):
            tell_people(written(hands, space, cast.ben))
        alone = Notification.objects.filter(person=cast.sam)
        assert [each.is_mailed_alone for each in alone] == [True, True]


def test_the_mail_names_nobody_and_leads_to_the_pages(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        hands, space = report_of(cast, supervised(cast, relationship), cast.ben)
        tell_people(written(hands, space, cast.ben))
        post(timezone.now() + timedelta(days=2))
        (letter,) = mail.outbox
    assert letter.to == ["sam@example.org"]
    assert letter.subject == "Somebody turns to you for safeguarding"
    assert f"/spaces/{space.pk}/messages" in letter.body
    assert not any(name in letter.body for name in ("Ben", "Ada", "The harbour"))


def test_a_message_taken_back_before_anybody_was_told_is_told_to_nobody(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        event = written(Hands(relationship), relationship.space, cast.ada)
        Message.objects.all().delete()
        assert told(event) == []


def test_only_whoever_safeguards_is_asked_about_such_news(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        programme = relationship.intake.programme
        ProgrammeDuty.objects.create(programme=programme, person=cast.sam, role=Role.SAFEGUARDING)
        assert Kind.SAFEGUARDING in kinds_for(cast.sam)
        assert Kind.SAFEGUARDING not in kinds_for(cast.cora)
        assert Kind.MESSAGES in kinds_for(cast.ben)
