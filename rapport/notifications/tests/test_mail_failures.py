"""Mails that are refused, wait, are given up or come back; and who sees it."""

from collections.abc import Iterator

import pytest
from django.test import override_settings
from django.utils import timezone

from rapport.domain.events import MailGivenUp
from rapport.domain.permissions import Role
from rapport.journal.models import Entry
from rapport.notifications.actions.mails import note_bounce, try_again
from rapport.notifications.bounces import read_bounce
from rapport.notifications.failures import WAITS
from rapport.notifications.models import Mail, Notification, Trouble
from rapport.notifications.tests.posting import LATER, NOON, at, goal, open_mailbox, post, subjects
from rapport.organisations.models import Membership
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, Programme, ProgrammeDuty
from rapport.relationships.models import Relationship
from tests.cast import Cast, MountedClient, person
from tests.mailbox import Mailbox


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with open_mailbox() as box:
        yield box


# What the server says, our word for it, and whether we try again.
ANSWERS = [
    ("550 no such mailbox", Trouble.REFUSED, False),
    ("452 mailbox full", Trouble.FULL, True),
    ("552 mailbox full", Trouble.FULL, True),
    ("451 come back later", Trouble.LATER, True),
]


@pytest.mark.parametrize("row", ANSWERS, ids=lambda row: row[0])
def test_a_refusal_is_seen_and_tried_again_where_that_can_help(
    row: tuple[str, Trouble, bool], mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    answer, trouble, tries = row
    mailbox.answers["ben@example.org"] = answer
    with tenant(cast.organisation):
        post_one(cast, relationship)
        mail = Mail.objects.get()
        assert (mail.trouble, mail.code) == (trouble, answer[:3])
        assert (mail.try_at is not None, mail.given_up_at is None) == (tries, tries)


def post_one(cast: Cast, relationship: Relationship) -> None:
    at(NOON, goal(relationship, cast.ada))
    post(LATER)


def test_a_mail_that_was_refused_for_a_while_arrives(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    mailbox.answers["ben@example.org"] = "451 come back later"
    with tenant(cast.organisation):
        post_one(cast, relationship)
        mailbox.answers.clear()
        post(LATER + WAITS[0] / 2)
        assert subjects(mailbox) == []
        post(LATER + WAITS[0])
        assert Mail.objects.get().sent_at == LATER + WAITS[0]
    assert len(subjects(mailbox)) == 1


@override_settings(MAILERS={"default": {"BACKEND": "tests.mail.Broken"}})
def test_silence_of_our_own_server_is_waited_out_for_days_and_then_told(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        post_one(cast, relationship)
        moment = LATER
        for wait in WAITS:
            assert not Entry.objects.filter(event=MailGivenUp.name()).exists()
            moment += wait
            post(moment)
        assert Mail.objects.get().trouble == Trouble.UNREACHABLE
        assert Entry.objects.filter(event=MailGivenUp.name()).count() == 1


def refused(mailbox: Mailbox, cast: Cast, relationship: Relationship) -> None:
    mailbox.answers["ben@example.org"] = "550 no such mailbox"
    with tenant(cast.organisation):
        post_one(cast, relationship)


def test_whoever_keeps_the_accounts_sees_it_and_tries_again(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    refused(mailbox, cast, relationship)
    client = MountedClient(cast.organisation)
    client.force_login(cast.cora)
    page = client.get("/undelivered/").content.decode()
    assert "ben@example.org" in page
    assert "no such mailbox" in page
    mailbox.answers.clear()
    client.post(f"/undelivered/{cast.ben.pk}/")
    with tenant(cast.organisation):
        post(timezone.now())
    assert len(subjects(mailbox)) == 1
    assert "ben@example.org" not in client.get("/undelivered/").content.decode()


def test_news_of_a_lost_mail_stands_in_the_bell_and_makes_no_mail(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    refused(mailbox, cast, relationship)
    with tenant(cast.organisation):
        at(LATER, MailGivenUp(person=cast.ben.pk))
        (note,) = Notification.objects.filter(event=MailGivenUp.name())
    assert (note.person, note.mail_due_at) == (cast.cora, None)


def runs(name: str, programme: Programme) -> Person:
    """Somebody who coordinates this programme and keeps no accounts."""
    new = person(name)
    Membership.objects.create(person=new)
    ProgrammeDuty.objects.create(programme=programme, person=new, role=Role.COORDINATOR)
    return new


def test_whoever_runs_the_programme_sees_it_and_nobody_who_runs_another(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    refused(mailbox, cast, relationship)
    with tenant(cast.organisation):
        # Ben sits here without ever having signed up, as co-mentors do.
        assert not Enrolment.objects.filter(person=cast.ben).exists()
        kay = runs("Kay", relationship.intake.programme)
        olga = runs("Olga", Programme.objects.create(name="Beacon", slug="beacon"))
        at(LATER, MailGivenUp(person=cast.ben.pk))
        told = Notification.objects.filter(event=MailGivenUp.name())
        assert {note.person for note in told} == {cast.cora, kay}
    for who, sees in ((kay, True), (olga, False)):
        client = MountedClient(cast.organisation)
        client.force_login(who)
        assert ("ben@example.org" in client.get("/undelivered/").content.decode()) is sees


REPORT = """\
From: MAILER-DAEMON@mx.example.org
To: rapport@localhost
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

It did not work.
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; ben@example.org
Action: {action}
Status: 5.1.1

--B
Content-Type: {kind}

{head}
--B--
"""
KINDS_OF_ENCLOSURE = ["message/rfc822", "text/rfc822-headers"]


@pytest.mark.parametrize("kind", KINDS_OF_ENCLOSURE)
def test_a_mail_that_came_back_is_seen_once(
    kind: str, mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        post_one(cast, relationship)
        letter = mailbox.messages()[-1]
        head = f"Message-ID: {letter['Message-ID']}\nSubject: x\n"
        bounce = read_bounce(REPORT.format(action="failed", kind=kind, head=head).encode())
        assert bounce is not None
        assert (bounce.organisation, bounce.status) == (cast.organisation.pk, "5.1.1")
        assert note_bounce(bounce.mail, bounce.status)
        assert not note_bounce(bounce.mail, bounce.status)
        assert Mail.objects.get().trouble == Trouble.BOUNCED


@pytest.mark.parametrize(
    ("action", "head"), [("delayed", "Message-ID: <a.b@x>"), ("failed", "Message-ID: <a@x>")]
)
def test_other_reports_are_not_believed(action: str, head: str) -> None:
    raw = REPORT.format(action=action, kind="message/rfc822", head=head + "\n")
    assert read_bounce(raw.encode()) is None
    assert read_bounce(b"not a mail at all") is None


def test_trying_again_goes_to_the_address_of_today(
    mailbox: Mailbox, cast: Cast, relationship: Relationship
) -> None:
    refused(mailbox, cast, relationship)
    cast.ben.email = "ben@new.example.org"
    cast.ben.save()
    with tenant(cast.organisation):
        assert try_again(cast.ben) == 1
        post(timezone.now())
    assert [each["To"] for each in mailbox.messages()] == ["ben@new.example.org"]
