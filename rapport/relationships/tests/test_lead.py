"""After meetings: what is shared on purpose, what each reports, and the lead that it shows."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rapport.domain.lead import Side
from rapport.relationships.actions.meetings import Slot, arrange_meeting, note_held, write_agenda
from rapport.relationships.actions.reflections import Report, reflect, share_reflection
from rapport.relationships.models import Meeting, Reflection, Relationship
from rapport.relationships.queries.lead import leads_of
from rapport.sealed.actions.note import journal_for
from tests.cast import Cast, browser_of
from tests.sealing import Hands

DAY = timedelta(days=1)


@pytest.fixture
def meeting(here: Relationship, cast: Cast) -> Meeting:
    """Called by Ben, held yesterday."""
    meeting = arrange_meeting(here, Slot(timezone.now() - DAY, 60), by=cast.ben)
    note_held(meeting, by=cast.ada)
    return meeting


def report(meeting: Meeting, cast: Cast, name: str, led: int, challenge: int = 3) -> Reflection:
    """One member's reflection, as her browser would send it."""
    person = getattr(cast, name)
    words = Hands.at_journal(person).sealed(person, "reflection/1", {"learned": "x"})
    journal = journal_for(person)
    return reflect(meeting, words, Report(led, challenge), journal=journal, by=person)


def test_a_report_counts_once_all_have_reported(
    meeting: Meeting, here: Relationship, cast: Cast
) -> None:
    report(meeting, cast, "ada", 2)
    assert leads_of(here)[0].reports == ()
    report(meeting, cast, "ben", 4)
    assert sorted(leads_of(here)[0].reports) == [2, 4]


def test_who_called_it_and_who_began_the_agenda_are_signs(
    meeting: Meeting, here: Relationship, cast: Cast
) -> None:
    hands = Hands(here)
    write_agenda(meeting, hands.sealed(cast.ada, "agenda/1", {"items": []}), by=cast.ada)
    again = hands.sealed(cast.ben, "agenda/1", {"items": [1]}, meeting.agenda)
    write_agenda(meeting, again, by=cast.ben)
    (led,) = leads_of(here)
    assert (led.agenda_by, led.called_by) == (Side.MENTOR, Side.MENTEE)


def test_nobody_sees_alone_what_the_other_reported(
    meeting: Meeting, here: Relationship, cast: Cast
) -> None:
    report(meeting, cast, "ada", 1)
    with browser_of(cast.ben, cast.organisation) as browser:
        page = browser.get(f"/relationships/{here.code}/lead/").text
    assert "Only the mentor" not in page
    assert ">mentee</td>" in page


def test_the_chart_says_in_words_what_it_draws(here: Relationship, cast: Cast) -> None:
    for ago in range(6, 0, -1):
        by = cast.ada if ago > 3 else cast.ben
        meeting = arrange_meeting(here, Slot(timezone.now() - 20 * ago * DAY / 10, 60), by=by)
        note_held(meeting, by=by)
    with browser_of(cast.ada, cast.organisation) as browser:
        page = browser.get(f"/relationships/{here.code}/lead/")
    assert page.text.count('class="called"') == 6
    assert "The mentee leads more now" in page.text
    assert page.text.count("<tr>") == 7


def test_challenge_and_lead_are_asked_and_never_obligatory(
    meeting: Meeting, here: Relationship, cast: Cast
) -> None:
    hands = Hands.at_journal(cast.ben)
    words = hands.seal(cast.ben, "reflection/1", {"learned": "x"})
    address = f"/relationships/{here.code}/meetings/{meeting.pk}/reflection"
    with browser_of(cast.ben, cast.organisation) as browser:
        answer = browser.post(address, {"words": words})
    assert answer.status_code == 302
    assert (Reflection.objects.get().led, Reflection.objects.get().challenge) == (None, None)


def test_what_is_shared_is_shared_and_the_rest_stays_hers(
    meeting: Meeting, here: Relationship, cast: Cast
) -> None:
    hands = Hands(here)
    shared = hands.sealed(cast.ben, "reflection/1", {"learned": "Ask sooner"})
    mine = share_reflection(meeting, shared, by=cast.ben)
    private = report(meeting, cast, "ben", 4)
    assert mine.pk == private.pk
    with browser_of(cast.ada, cast.organisation) as browser:
        page = browser.get(f"/relationships/{here.code}/meetings/{meeting.pk}/").text
    assert private.shared is not None
    assert private.words is not None
    assert private.shared.newest.base64 in page
    assert private.words.newest.base64 not in page
