"""Ninety days after the end the words go: told twice before, and never without that week."""

from datetime import date, timedelta
from itertools import pairwise
from unittest.mock import patch

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from rapport.domain.ending import TOLD_BEFORE, Due, goes_on, what_is_due
from rapport.journal.models import Entry
from rapport.relationships.actions.afterwards import care_afterwards
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.meetings import Slot, arrange_meeting, write_agenda
from rapport.relationships.models import Ending, Meeting, Relationship
from rapport.sealed.models import Blob, Envelope
from rapport.sealed.protocol.envelope import MAGIC
from tests.cast import Cast, browser_of
from tests.sealing import Hands

DAY = timedelta(days=1)
END = date(2026, 1, 1)


@given(st.lists(st.integers(0, 40), max_size=60))
def test_whatever_days_the_clock_strikes_everybody_was_told_twice(gaps: list[int]) -> None:
    today, told, erased = END, list[date](), False
    for gap in gaps:
        today += gap * DAY
        due = what_is_due(goes_on(END, 90 * DAY), today, told)
        if due is Due.TELL:
            told.append(today)
        erased = erased or due is Due.ERASE
        assert not (erased and today < END + 90 * DAY)
        if erased:
            assert len(told) == 2
            assert today - told[-1] >= TOLD_BEFORE[-1]
            break
    assert all(later - earlier >= TOLD_BEFORE[-1] for earlier, later in pairwise(told))


def test_where_it_stays_nothing_is_ever_due() -> None:
    assert goes_on(END, 0 * DAY) is None
    assert what_is_due(None, END + 10_000 * DAY, []) is Due.NOTHING


@pytest.fixture
def hands(here: Relationship) -> Hands:
    return Hands(here)


@pytest.fixture
def ended(here: Relationship, hands: Hands, cast: Cast) -> Relationship:
    """Over, with an agenda and an attachment."""
    meeting = arrange_meeting(here, Slot(timezone.now() - DAY, 60), by=cast.ben)
    write_agenda(meeting, hands.sealed(cast.ben, "agenda/1", {"items": []}), by=cast.ben)
    Blob.objects.create(space=here.space, author=cast.ben, sealed=b"SSPB and more")
    end_without_fault(here, by=cast.ben)
    return here


def strike(here: Relationship, days: int) -> list[str]:
    """The clock of a day, so many days after the end; what has happened until then."""
    ended_at = Ending.objects.get(relationship=here).ended_at
    with patch("django.utils.timezone.now", return_value=ended_at + days * DAY):
        care_afterwards(here, timezone.localdate(ended_at) + days * DAY)
    names = Entry.objects.filter(event__startswith="Pages").order_by("happened_at", "pk")
    return list(names.values_list("event", flat=True))


def test_it_is_told_twice_and_then_erased(ended: Relationship) -> None:
    assert strike(ended, 59) == []
    assert strike(ended, 60) == strike(ended, 61) == ["PagesGoSoon"]
    assert strike(ended, 83) == strike(ended, 89) == ["PagesGoSoon"] * 2
    assert Envelope.objects.exclude(sealed=MAGIC).exists()
    assert strike(ended, 90) == ["PagesGoSoon", "PagesGoSoon", "PagesErased"]
    assert not Envelope.objects.exclude(sealed=MAGIC).exists()
    assert not Blob.objects.exists()
    assert Envelope.objects.exclude(digest=b"").exists()
    assert len(strike(ended, 91)) == 3


def test_an_installation_may_keep_words_for_ever(
    ended: Relationship, settings: Settings, cast: Cast
) -> None:
    settings.READABLE_DAYS = 0
    assert strike(ended, 5000) == []
    assert "data-goes-on" not in ended_page(ended, cast)


def test_the_page_says_the_day_and_shows_what_is_gone(ended: Relationship, cast: Cast) -> None:
    day = timezone.localdate() + 90 * DAY
    before = ended_page(ended, cast)
    assert f'data-goes-on="{day:%Y-%m-%d}"' in before
    assert "Take a copy of everything" in before
    for days in (60, 83, 90):
        strike(ended, days)
    meeting = Meeting.objects.get(relationship=ended)
    with browser_of(cast.ada, cast.organisation) as browser:
        page = browser.get(f"/relationships/{ended.code}/meetings/{meeting.pk}/").text
    assert "Erased on" in page
    after = ended_page(ended, cast)
    assert f'data-erased-on="{day:%Y-%m-%d}"' in after
    assert "data-goes-on" not in after
    assert "What to keep, what to erase" not in after
    assert "Read what you wrote" not in after
    assert "Take a copy of everything" not in after


def ended_page(here: Relationship, cast: Cast) -> str:
    with browser_of(cast.ada, cast.organisation) as browser:
        return browser.get(f"/relationships/{here.code}/ending/").text
