"""Around the end: a certificate, promises kept, last words, what stays, and a note months later."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from rapport.domain.ending import EndingKind, Keep, Next, Redefinition
from rapport.domain.phases import Move, Phase
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.journal.models import Entry
from rapport.people.models import Person
from rapport.relationships import tasks
from rapport.relationships.actions.afterwards import (
    care_afterwards,
    choose_keeping,
    say_farewell,
)
from rapport.relationships.actions.decision_need import note_decision_need
from rapport.relationships.actions.ending import end_unplanned, end_without_fault
from rapport.relationships.actions.introductions import note_introduction, promise_introduction
from rapport.relationships.actions.meetings import Slot, arrange_meeting, note_held, write_agenda
from rapport.relationships.actions.moves import wish_move
from rapport.relationships.actions.winding_up import Choice, decide
from rapport.relationships.models import AfterCare, Ending, Meeting, Relationship
from tests.archival import obstacles
from tests.cast import Cast, browser_of
from tests.sealing import Hands

DAY = timedelta(days=1)
FRIENDS = Choice(Next.INFORMAL, Redefinition.SOUNDING_BOARD)


@pytest.fixture
def hands(here: Relationship) -> Hands:
    return Hands(here)


def met(here: Relationship, cast: Cast) -> Meeting:
    meeting = arrange_meeting(here, Slot(timezone.now() - DAY, 60), by=cast.ben)
    note_held(meeting, by=cast.ada)
    return meeting


def close_together(here: Relationship, cast: Cast) -> None:
    Relationship.objects.filter(pk=here.pk).update(phase=Phase.WINDING_UP)
    for person in (cast.ada, cast.ben):
        wish_move(here, Move.GO_ON, by=person)


def later(here: Relationship, days: int) -> None:
    """The clock of one day, so many days after the end."""
    ended_at = timezone.now() - days * DAY
    Ending.objects.filter(relationship=here).update(ended_at=ended_at)
    care_afterwards(here, timezone.localdate())


def test_a_certificate_says_who_and_when_and_nothing_more(here: Relationship, cast: Cast) -> None:
    met(here, cast)
    address = f"/relationships/{here.code}/winding-up/certificate.pdf"
    with browser_of(cast.ben, cast.organisation) as browser:
        assert browser.get(address).status_code == 302
        Relationship.objects.update(phase=Phase.WINDING_UP)
        answer = browser.get(address)
    reader = PdfReader(BytesIO(answer.content))
    text = reader.pages[0].extract_text()
    assert len(reader.pages) == 1
    assert all(word in text for word in ("Ben", "mentee", "Lighthouse", "Harbour", "1 meeting"))
    assert obstacles(answer.content) == []


def test_a_certificate_has_a_name_in_its_own_letters_or_says_why_not(
    here: Relationship, cast: Cast
) -> None:
    met(here, cast)
    Relationship.objects.update(phase=Phase.WINDING_UP)
    address = f"/relationships/{here.code}/winding-up/certificate.pdf"
    with browser_of(cast.ben, cast.organisation) as browser:
        rename(cast.ben, "ليلى الحسيني")
        text = PdfReader(BytesIO(browser.get(address).content)).pages[0].extract_text()
        assert sorted("ليلىالحسيني") == sorted(letter for letter in text if letter > "\u0600")
        rename(cast.ben, "山田 Ben")
        answer = browser.get(address, follow=True)
    assert "no font here has the letters “山”" in answer.content.decode()


def rename(person: Person, name: str) -> None:
    person.name = name
    person.save()


def test_an_introduction_is_promised_before_and_made_after_the_end(
    here: Relationship, hands: Hands, cast: Cast
) -> None:
    words = hands.sealed(cast.ada, "introduction/1", {"whom": "Kim"})
    promise = promise_introduction(here, words, by=cast.ada)
    end_without_fault(here, by=cast.ben)
    with pytest.raises(NotAcceptable):
        note_introduction(promise, by=cast.ben)
    for _twice in range(2):
        note_introduction(promise, by=cast.ada)
    assert Entry.objects.filter(event="IntroductionMade").count() == 1
    with pytest.raises(NotNow):
        promise_introduction(here, words, by=cast.ada)


def test_a_last_word_is_sealed_and_the_space_stays_closed(
    here: Relationship, hands: Hands, cast: Cast
) -> None:
    end_without_fault(here, by=cast.ben)
    words = hands.sealed(cast.ada, "farewell/1", {"farewell": "All the best"})
    farewell = say_farewell(here, words, by=cast.ada)
    assert hands.open(cast.ben, farewell.words) == {"farewell": "All the best"}
    here.space.refresh_from_db()
    assert here.space.closed_at is not None
    with browser_of(cast.ben, cast.organisation) as browser:
        page = browser.get(f"/relationships/{here.code}/ending/").text
    assert farewell.words.newest.base64 in page


@pytest.mark.parametrize(("days", "is_early"), [(31, True), (0, False)])
def test_a_last_word_has_its_time_and_its_place(
    days: int, is_early: bool, here: Relationship, hands: Hands, cast: Cast
) -> None:
    if is_early:
        end_without_fault(here, by=cast.ben)
    else:
        close_together(here, cast)
    Ending.objects.update(ended_at=timezone.now() - days * DAY)
    words = hands.sealed(cast.ada, "farewell/1", {"farewell": "x"})
    with pytest.raises(NotNow):
        say_farewell(here, words, by=cast.ada)


def test_it_is_erased_after_thirty_days_and_only_if_both_want_it(
    here: Relationship, hands: Hands, cast: Cast
) -> None:
    meeting = met(here, cast)
    write_agenda(meeting, hands.sealed(cast.ben, "agenda/1", {"items": []}), by=cast.ben)
    agenda = meeting.agenda
    assert agenda is not None
    end_without_fault(here, by=cast.ben)
    choose_keeping(here, Keep.ESSENTIALS, by=cast.ada)
    later(here, 31)
    assert Meeting.objects.get().agenda is not None
    choose_keeping(here, Keep.ESSENTIALS, by=cast.ben)
    later(here, 29)
    assert Meeting.objects.get().agenda is not None
    later(here, 30)
    later(here, 31)
    assert Meeting.objects.get().agenda is None
    assert {bytes(each.sealed) for each in agenda.envelopes.all()} == {b"SSP1"}
    assert Entry.objects.filter(event="WordsErased").count() == 1


def test_after_a_good_end_two_notes_come_and_after_another_none(
    here: Relationship, cast: Cast
) -> None:
    close_together(here, cast)
    for days in (80, 95, 96, 200, 370, 371, 900):
        later(here, days)
    assert sorted(each.months for each in AfterCare.objects.all()) == [3, 12]
    Ending.objects.update(kind=EndingKind.NO_FAULT)
    AfterCare.objects.all().delete()
    later(here, 95)
    assert not AfterCare.objects.exists()


def test_what_they_are_to_each_other_stands_there_afterwards(
    here: Relationship, hands: Hands, cast: Cast
) -> None:
    Relationship.objects.update(phase=Phase.WINDING_UP)
    words = hands.sealed(cast.ada, "decision/1", {"channel": "A call, once a quarter"})
    decide(here, FRIENDS, words, by=cast.ada)
    decide(here, FRIENDS, None, by=cast.ben)
    close_together(here, cast)
    for page in ("ending", "afterwards"):
        with browser_of(cast.ben, cast.organisation) as browser:
            text = browser.get(f"/relationships/{here.code}/{page}/").text
        assert "A sounding board" in text
        assert here.decisions.get(person=cast.ada).words.newest.base64 in text  # type: ignore[union-attr]  # given above


def test_a_coordinator_closes_only_what_nobody_answers_for(
    here: Relationship, hands: Hands, cast: Cast
) -> None:
    with pytest.raises(NotNow):
        end_unplanned(here, by=cast.cora)
    note_decision_need(here)
    with browser_of(cast.cora, cast.organisation) as browser:
        browser.post(f"/desk/relationships/{here.code}/ending")
    ending = Ending.objects.get()
    assert (ending.kind, ending.rematch_from is not None) == (EndingKind.UNPLANNED, True)
    words = hands.sealed(cast.ben, "farewell/1", {"farewell": "I was ill"})
    say_farewell(here, words, by=cast.ben)
    with browser_of(cast.ada, cast.organisation) as browser:
        assert "Nobody is to blame" in browser.get(f"/relationships/{here.code}/ending/").text


def test_the_clock_of_afterwards_runs_over_all_that_ended(here: Relationship, cast: Cast) -> None:
    close_together(here, cast)
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    Ending.objects.update(ended_at=moment)
    tasks.care_in_organisation(str(cast.organisation.pk))
    assert AfterCare.objects.exists()
