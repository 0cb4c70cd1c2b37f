"""Who reads what of a meeting: nobody of herself by name, nobody of somebody where nobody was."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone, translation

from rapport.domain import events
from rapport.domain.events import Event
from rapport.notifications.models import Notification
from rapport.notifications.wording import news_of
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.models import Meeting, Relationship
from tests.cast import Cast

FOUR = datetime(2027, 3, 8, 16, tzinfo=UTC)


def read(event: Event, reader: Person) -> str:
    notification = Notification(event=event.name(), values=event.values(), person=reader)
    with translation.override("en"), timezone.override(UTC):
        (news,) = news_of([notification], reader)
    return news.sentence


def meeting_of(relationship: Relationship, cast: Cast) -> Meeting:
    return Meeting.objects.create(relationship=relationship, starts_at=FOUR, called_by=cast.ben)


@pytest.mark.parametrize(
    ("kind", "verb"),
    [
        (events.MeetingArranged, "arranged"),
        (events.MeetingMoved, "changed"),
        (events.MeetingCancelled, "called off"),
    ],
)
def test_whoever_did_it_is_spoken_to(
    kind: type[events.MeetingArranged], verb: str, cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        meeting = meeting_of(relationship, cast)
        event = kind(relationship=relationship.pk, meeting=meeting.pk, by=cast.ben.pk)
        own, others = read(event, cast.ben), read(event, cast.ada)
    assert own.startswith(f"You {verb}")
    assert "Ben" not in own
    assert others.startswith(f"Ben {verb}")


def test_a_time_with_a_dot_closes_its_sentence_once(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        meeting = meeting_of(relationship, cast)
        event = events.MeetingArranged(
            relationship=relationship.pk, meeting=meeting.pk, by=cast.ben.pk
        )
        text = read(event, cast.ada)
    assert "4 p.m. The invitation" in text
    assert ".." not in text


def test_what_an_ending_calls_off_nobody_called_off(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        meeting = meeting_of(relationship, cast)
        end_without_fault(relationship, by=cast.ben)
        event = events.MeetingCancelled(relationship=relationship.pk, meeting=meeting.pk)
        texts = [read(event, who) for who in (cast.ada, cast.ben)]
    assert all(text.startswith("Your meeting of") for text in texts)
    assert not any("omebody" in text for text in texts)
