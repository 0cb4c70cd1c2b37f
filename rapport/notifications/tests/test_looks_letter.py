"""Once a month everybody learns who looked at her data, and keeps how the log stood."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import Settings

from rapport.audit.actions import note, origin, sign_checkpoint
from rapport.audit.keys import log_key
from rapport.audit.notes import opened, read_checkpoint, verifier_key
from rapport.audit.queries import see_all_lines
from rapport.domain.audit import Deed
from rapport.domain.events import LooksListed
from rapport.journal.models import Entry
from rapport.notifications.actions.choices import keep_choice
from rapport.notifications.kinds import Channel, Kind
from rapport.notifications.models import Notification
from rapport.notifications.tasks import list_looks
from rapport.notifications.tests.posting import ADDRESS, LATER, NOON, at, open_mailbox, post
from rapport.notifications.timing import Wish
from rapport.organisations.scope import CLOCK, setting
from rapport.organisations.tenancy import tenant
from tests.cast import Cast
from tests.letters import text_of
from tests.mailbox import Mailbox


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with open_mailbox() as box:
        yield box


@pytest.fixture(autouse=True)
def signed(cast: Cast, settings: Settings, tmp_path: Path) -> None:
    settings.LOG_KEY, settings.ADDRESS = tmp_path / "log-key", ADDRESS
    with transaction.atomic(), setting(CLOCK, "on"):
        see_all_lines()
        note(Deed.SIGNED_IN, by=cast.ada.pk)
        sign_checkpoint()


def listed(cast: Cast) -> int:
    with tenant(cast.organisation):
        return Entry.objects.filter(event=LooksListed.name()).count()


def test_it_is_told_once_a_month(cast: Cast) -> None:
    for _ in range(2):
        list_looks(int(datetime.now(UTC).timestamp()))
    assert listed(cast) == 1


def test_the_letter_carries_a_checkpoint_that_can_be_checked(
    mailbox: Mailbox, cast: Cast, settings: Settings
) -> None:
    with tenant(cast.organisation):
        at(NOON, LooksListed())
        post(LATER)
    letter = next(each for each in mailbox.messages() if each["To"] == "ada@example.org")
    assert letter["Subject"] == "Who looked at your data"
    text = text_of(letter).replace("\r\n", "\n")
    assert f"{ADDRESS}/o/harbour/profile/looks/" in text
    kept = text[text.index(origin()) :].partition(f"\n\n{ADDRESS}")[0] + "\n"
    verifier = verifier_key(origin(), log_key(settings.LOG_KEY).public_key())
    assert read_checkpoint(opened(kept, verifier)).size == 1
    readers = {str(each["To"]) for each in mailbox.messages()}
    assert {"ada@example.org", "ben@example.org", "cora@example.org"} <= readers


def test_whoever_does_not_want_it_is_not_written_to(mailbox: Mailbox, cast: Cast) -> None:
    with tenant(cast.organisation):
        keep_choice(cast.ada, Kind.LOOKS, Channel.MAIL, Wish.NEVER)
        at(NOON, LooksListed())
        post(LATER)
        assert Notification.objects.filter(person=cast.ada, event=LooksListed.name()).exists()
    assert "ada@example.org" not in {str(each["To"]) for each in mailbox.messages()}
