"""Every event × recipient × channel has a sentence, and no sentence carries what was written."""

from dataclasses import fields
from itertools import product
from typing import Any
from uuid import uuid4

from rapport.domain.events import KINDS, Event
from rapport.domain.permissions import Role
from rapport.domain.phases import Phase
from rapport.notifications.kinds import KIND_HELP, KIND_LABELS, Channel, Kind
from rapport.notifications.mails import paragraphs_of
from rapport.notifications.models import Notification
from rapport.notifications.recipients import Circle
from rapport.notifications.sentences import TELLINGS
from rapport.notifications.wording import News, Surroundings, words_of
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.relationships.models import Relationship
from tests.cast import Cast

TEXTS = {"role": Role.COORDINATOR, "to": Phase.DIRECTION, "origin": Phase.RAPPORT, "move": "go_on"}


def event_of(kind: type[Event]) -> Event:
    """One such event, with numbers that belong to nobody."""
    values: dict[str, Any] = {}
    for each in fields(kind):
        is_flag = each.type in {bool, "bool"}
        values[each.name] = TEXTS.get(each.name, True if is_flag else uuid4())
    return kind(**values)


def said(kind: type[Event], reader: Person, relationship: Relationship) -> News:
    event = event_of(kind)
    around = Surroundings(relationship.organisation, {}, {}, {})
    words = words_of(event, around, relationship, None, reader)
    telling = TELLINGS[kind]
    subject, sentence = telling.subject % words, telling.sentence % words
    return News(Notification(event=kind.name()), subject, sentence, "/x/", None, relationship)


def shown(news: News, channel: Channel) -> str:
    """What the reader sees of it on the channel."""
    if channel is Channel.MAIL:
        return paragraphs_of(news, is_alone=True)[0]
    return news.subject


def test_every_event_has_a_sentence_for_every_reader_on_every_channel(
    cast: Cast, relationship: Relationship
) -> None:
    cases = product(KINDS.values(), (cast.ada, cast.ben, cast.cora), Channel)
    with tenant(cast.organisation):
        texts = {case: shown(said(case[0], case[1], relationship), case[2]) for case in cases}
    assert [case for case, text in texts.items() if len(text) < 6 or "%" in text] == []


def test_every_kind_of_news_has_its_words() -> None:
    assert set(KIND_LABELS) == set(KIND_HELP) == set(Kind)


def test_every_sentence_names_a_circle_and_a_kind() -> None:
    for telling in TELLINGS.values():
        assert telling.to in set(Circle)
        assert telling.kind in set(Kind)
        assert not telling.subject.endswith(".")


def test_what_comes_with_a_calendar_file_is_mailed_alone() -> None:
    loud = {row.urgency for row in TELLINGS.values() if row.is_for_calendars}
    assert loud == {"now"}
