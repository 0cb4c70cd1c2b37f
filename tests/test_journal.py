"""How finely the history keeps time: to the minute where somebody asks for it, else by the day."""

from datetime import time
from uuid import uuid4

import pytest

from rapport.domain.events import KINDS, MeetingHeld, MessageWritten, ReportWritten
from rapport.journal.models import Entry, Told
from rapport.journal.recording import record
from rapport.organisations.tenancy import tenant
from tests.cast import Cast

MESSAGES = (MessageWritten, ReportWritten)


@pytest.mark.parametrize("kind", MESSAGES)
def test_when_a_message_was_written_is_kept_by_its_day(
    kind: type[MessageWritten | ReportWritten], cast: Cast
) -> None:
    with tenant(cast.organisation):
        record(kind(space=uuid4(), message=uuid4(), by=cast.ada.pk))
        assert Entry.objects.get().happened_at.time() == time()


def test_a_meeting_keeps_its_moment(cast: Cast) -> None:
    with tenant(cast.organisation):
        record(MeetingHeld(relationship=uuid4(), meeting=uuid4(), by=cast.ada.pk))
        assert Entry.objects.get().happened_at.time() != time()


def test_nothing_else_hides_its_moment_and_telling_has_no_hour_at_all() -> None:
    assert {each for each in KINDS.values() if each.is_kept_by_day} == set(MESSAGES)
    assert Told._meta.get_field("told_on").get_internal_type() == "DateField"
