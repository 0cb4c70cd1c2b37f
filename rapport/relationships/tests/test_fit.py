"""“We don’t fit” stands beside “We go on”: the same weight, the same two clicks, for both."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rapport.domain.phases import Phase
from rapport.relationships.actions.meetings import Slot, arrange_meeting, note_held
from rapport.relationships.models import Relationship
from tests.cast import Cast, browser_of


@pytest.fixture
def met(here: Relationship, cast: Cast) -> Relationship:
    began = timezone.now() - timedelta(days=1)
    note_held(arrange_meeting(here, Slot(began, 60), by=cast.ben), by=cast.ben)
    return here


@pytest.mark.parametrize("name", ["ada", "ben"])
def test_both_ways_stand_side_by_side_for_both(met: Relationship, cast: Cast, name: str) -> None:
    with browser_of(getattr(cast, name), cast.organisation) as browser:
        page = browser.get(f"/relationships/{met.code}/").text
    choices = page[page.index("data-fit") :].split("</div>")[0]
    assert choices.count('class="choice"') == 2
    assert f"/relationships/{met.code}/moves/" in choices
    assert f"/relationships/{met.code}/ending/" in choices


def test_before_they_have_met_nobody_is_asked(here: Relationship, cast: Cast) -> None:
    with browser_of(cast.ben, cast.organisation) as ben:
        assert "data-fit" not in ben.get(f"/relationships/{here.code}/").text


def test_later_there_are_other_questions(met: Relationship, cast: Cast) -> None:
    Relationship.objects.filter(pk=met.pk).update(phase=Phase.PROGRESSION)
    with browser_of(cast.ben, cast.organisation) as ben:
        assert "data-fit" not in ben.get(f"/relationships/{met.code}/").text
