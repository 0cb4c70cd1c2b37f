"""Before and after a meeting: one's own thoughts stay one's own until they are shared."""

from base64 import b64encode
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from rapport.journal.models import Entry
from rapport.people.models import Person
from rapport.relationships.actions.meetings import Slot, arrange_meeting
from rapport.relationships.models import Meeting, Preparation, Reflection, Relationship
from rapport.sealed.actions import found_space
from rapport.sealed.actions.note import journal_for
from rapport.sealed.models import Space
from tests.cast import Cast, browser_of
from tests.sealing import DAY, Hands


@pytest.fixture
def hands(here: Relationship) -> Hands:
    return Hands(here)


@pytest.fixture
def meeting(here: Relationship, cast: Cast) -> Meeting:
    return arrange_meeting(here, Slot(timezone.now() - timedelta(hours=2), 60), by=cast.ben)


def journal(hands: Hands, person: Person) -> Space:
    """Her private space, founded by her own browser alone."""
    space, member = journal_for(person), hands.members[person.pk]
    founded = member.found_space(str(space.pk), [member.statement], made_at=DAY)
    entry = founded.entry
    grants = {user: grant.hex() for user, grant in founded.grants.items()}
    offered = {"entry": entry.data.decode(), "signature": entry.signature.hex(), "grants": grants}
    found_space(space, offered, by=person)
    return space


def private(hands: Hands, person: Person, schema: str) -> str:
    space = journal(hands, person)
    words = {"facts": "It went badly.", "learned": "To ask."}
    sealed = hands.members[person.pk].seal(
        str(space.pk), str(uuid4()), schema, words, written_at=DAY
    )
    return b64encode(sealed).decode()


def address(here: Relationship, meeting: Meeting, page: str = "") -> str:
    return f"/relationships/{here.code}/meetings/{meeting.pk}/{page}"


def test_what_i_prepare_is_sealed_for_me_alone(
    here: Relationship, cast: Cast, hands: Hands, meeting: Meeting
) -> None:
    words = private(hands, cast.ben, "preparation/1")
    with browser_of(cast.ben, cast.organisation) as ben:
        ben.post(address(here, meeting, "preparation"), {"words": words})
        assert words in ben.get(address(here, meeting, "preparation")).text
    mine = Preparation.objects.get()
    assert mine.words is not None
    assert (mine.words.space.kind, mine.shared) == (Space.Kind.JOURNAL, None)
    assert list(mine.words.space.members.values_list("person", flat=True)) == [cast.ben.pk]


def test_nobody_else_learns_that_i_prepared(
    here: Relationship, cast: Cast, hands: Hands, meeting: Meeting
) -> None:
    words, before = private(hands, cast.ben, "preparation/1"), Entry.objects.count()
    with browser_of(cast.ben, cast.organisation) as ben:
        ben.post(address(here, meeting, "preparation"), {"words": words})
    with browser_of(cast.ada, cast.organisation) as ada:
        page = ada.get(address(here, meeting)).text
    assert words not in page
    assert "prepared" not in page
    assert Entry.objects.count() == before


def test_what_i_share_is_sealed_for_both(
    here: Relationship, cast: Cast, hands: Hands, meeting: Meeting
) -> None:
    words = hands.seal(cast.ben, "preparation/1", {"issue": "My boss."})
    with browser_of(cast.ben, cast.organisation) as ben:
        ben.post(address(here, meeting, "preparation/shared"), {"words": words})
    with browser_of(cast.ada, cast.organisation) as ada:
        page = ada.get(address(here, meeting)).text
    assert words in page
    assert "Ben shared with you" in page
    assert Entry.objects.filter(event="PreparationShared").count() == 1


def test_a_private_envelope_is_not_taken_as_shared(
    here: Relationship, cast: Cast, hands: Hands, meeting: Meeting
) -> None:
    words = private(hands, cast.ben, "preparation/1")
    with browser_of(cast.ben, cast.organisation) as ben:
        answer = ben.post(address(here, meeting, "preparation/shared"), {"words": words})
    assert "cannot be right" in answer.text
    assert not Preparation.objects.exists()


def test_i_reflect_for_myself_and_say_who_led(
    here: Relationship, cast: Cast, hands: Hands, meeting: Meeting
) -> None:
    words, before = private(hands, cast.ada, "reflection/1"), Entry.objects.count()
    with browser_of(cast.ada, cast.organisation) as ada:
        ada.post(address(here, meeting, "reflection"), {"words": words, "led": "4"})
    mine = Reflection.objects.get()
    assert mine.words is not None
    assert (mine.person, mine.led, mine.words.space.kind) == (cast.ada, 4, Space.Kind.JOURNAL)
    assert Entry.objects.count() == before
    with browser_of(cast.ben, cast.organisation) as ben:
        assert words not in ben.get(address(here, meeting)).text
