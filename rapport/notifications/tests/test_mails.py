"""Mails through a real mail server: together or alone, stopped by one press, refused, come back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from django.test import Client

from rapport.notifications.actions.choices import choose_channels, keep_choice
from rapport.notifications.choices import calm_of
from rapport.notifications.kinds import Channel, Kind
from rapport.notifications.listeners import tell_people
from rapport.notifications.models import ChannelChoice, Notification
from rapport.notifications.tests.posting import (
    ADDRESS,
    LATER,
    NOON,
    at,
    begun,
    goal,
    move,
    open_mailbox,
    post,
    subjects,
)
from rapport.notifications.timing import Wish
from rapport.organisations.tenancy import tenant
from rapport.relationships.models import Relationship
from tests.cast import Cast, MountedClient
from tests.letters import text_of
from tests.mailbox import Mailbox


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with open_mailbox() as box:
        yield box


def test_what_can_wait_comes_together_once_a_day(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        for make in (goal, move):
            at(NOON, make(relationship, cast.ada))
        post(NOON + timedelta(hours=1))
        assert subjects(mailbox) == []
        post(LATER)
        post(LATER)
    (letter,) = mailbox.messages()
    assert letter["Subject"] == "2 pieces of news from Harbour"
    assert text_of(letter).count(f"{ADDRESS}/o/harbour/relationships/") == 2


def test_what_cannot_wait_comes_at_once(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        at(NOON, begun(relationship, cast.cora))
        post(NOON)
    assert sorted(subjects(mailbox)) == ["You and Ada", "You and Ben"]


def test_what_was_read_in_the_bell_is_not_mailed_again(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        at(NOON, goal(relationship, cast.ada))
        Notification.objects.update(read_at=NOON)
        post(LATER)
    assert subjects(mailbox) == []


def test_quiet_hours_are_those_of_the_readers_zone(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    cast.ben.time_zone = "Asia/Tokyo"
    cast.ben.save()
    with tenant(cast.organisation):
        at(NOON, begun(relationship, cast.cora))
        post(NOON)
        assert [each["To"] for each in mailbox.messages()] == ["ada@example.org"]
        post(datetime.fromisoformat("2026-06-10T22:00:00+00:00"))
    assert [each["To"] for each in mailbox.messages()][1:] == ["ben@example.org"]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [(Wish.AT_ONCE, 1), (Wish.USUAL, 0), (Wish.DAILY, 0), (Wish.NEVER, 0)],
)
def test_a_wish_holds_for_its_kind(
    wish: Wish, expected: int, mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        choose_channels({(Kind.GOALS, Channel.MAIL): wish}, calm_of(cast.ben), by=cast.ben)
        at(NOON, goal(relationship, cast.ada))
        post(NOON)
    assert len(subjects(mailbox)) == expected


def test_whoever_wants_no_bell_and_no_mail_is_not_noted(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        for channel in (Channel.MAIL, Channel.BELL):
            keep_choice(cast.ben, Kind.GOALS, channel, Wish.NEVER)
        tell_people(goal(relationship, cast.ada))
        assert not Notification.objects.exists()


def first_letter(box: Mailbox, cast: Cast, relationship: Relationship) -> EmailMessage:
    at(NOON, goal(relationship, cast.ada))
    post(LATER)
    return box.messages()[-1]


def stop_path(letter: EmailMessage) -> str:
    """The path inside the mount of the link that mail programs post to."""
    link = str(letter["List-Unsubscribe"]).strip("<>")
    assert link.startswith(f"{ADDRESS}/o/harbour/")
    return link.removeprefix(f"{ADDRESS}/o/harbour")


def test_one_press_in_the_mail_program_stops_the_kind_without_a_sign_in(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        letter = first_letter(mailbox, cast, relationship)
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    program = MountedClient(cast.organisation, enforce_csrf_checks=True)
    answer = program.post(stop_path(letter), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    with tenant(cast.organisation):
        at(LATER, goal(relationship, cast.ada))
        at(LATER, move(relationship, cast.ada))
        post(LATER + timedelta(days=2))
    assert subjects(mailbox)[1:] == ["Ada would like to move to another phase"]


def test_looking_at_the_link_stops_nothing(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        path = stop_path(first_letter(mailbox, cast, relationship))
    assert MountedClient(cast.organisation).get(path).status_code == 200
    with tenant(cast.organisation):
        assert not ChannelChoice.objects.exists()


def test_a_changed_link_or_another_organisation_stops_nothing(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        path = stop_path(first_letter(mailbox, cast, relationship))
    changed = path[:-2] + ("a/" if path[-2] != "a" else "b/")
    assert MountedClient(cast.organisation).post(changed).status_code == 404
    assert MountedClient(cast.elsewhere).post(path).status_code == 404
    assert Client().post(path).status_code == 404
