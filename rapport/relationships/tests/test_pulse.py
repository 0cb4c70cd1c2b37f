"""The pulse: nobody has the other's answers before all are in; then both have them at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rapport.domain.next_step import PULSE, TALK_ABOUT_PULSE, next_step
from rapport.domain.permissions import Act
from rapport.domain.refusals import AlreadyDone, Incomplete, NotNow
from rapport.journal.models import Entry
from rapport.people.models import Person
from rapport.relationships.access import standing_for
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.meetings import Slot, arrange_meeting, note_held
from rapport.relationships.actions.pulse import answer_pulse, choose_topic
from rapport.relationships.models import Pulse, PulseAnswer, Relationship
from rapport.relationships.queries.pulse import round_for
from rapport.relationships.queries.turns import prefetched, situation_of
from tests.cast import Cast, browser_of
from tests.sealing import Hands

ANSWERS = {"respect_self": "5", "respect_other": "2", "focus_self": ""}


@pytest.fixture
def hands(here: Relationship) -> Hands:
    return Hands(here)


def answer(here: Relationship, hands: Hands, by: Person, number: int = 1) -> bool:
    mine = PulseAnswer.objects.filter(pulse__number=number, person=by).first()
    words = hands.sealed(by, "pulse/1", ANSWERS, mine.words if mine else None)
    return answer_pulse(here, number, words, by=by)


def events() -> list[str]:
    return list(Entry.objects.filter(event__startswith="Pulse").values_list("event", flat=True))


def page_of(who: Person, here: Relationship, cast: Cast, more: str = "") -> str:
    with browser_of(who, cast.organisation) as browser:
        answered = browser.get(f"/relationships/{here.code}/pulse/{more}")
    assert answered.status_code == 200
    return answered.text


def envelope_of(who: Person) -> str:
    return PulseAnswer.objects.get(person=who).words.newest.base64


def meet(here: Relationship, by: Person, times: int) -> None:
    for place in range(times):
        began = timezone.now() - timedelta(days=1 + place)
        note_held(arrange_meeting(here, Slot(began, 60), by=by), by=by)


def let_days_pass(days: int) -> None:
    earlier = timezone.localdate() - timedelta(days=days)
    Pulse.objects.update(began_on=earlier)


def step_of(here: Relationship, who: Person) -> object:
    return next_step(situation_of(prefetched(here), who.pk, timezone.now()))


def test_the_last_answer_reveals_to_both(here: Relationship, cast: Cast, hands: Hands) -> None:
    assert answer(here, hands, cast.ada) is False
    assert answer(here, hands, cast.ben) is True
    assert events() == ["PulseAnswered", "PulseAnswered", "PulseRevealed"]


def test_before_that_not_even_the_sealed_answers_are_given_out(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    answer(here, hands, cast.ada)
    for more in ("", "1/"):
        assert envelope_of(cast.ada) not in page_of(cast.ben, here, cast, more)
    assert envelope_of(cast.ada) in page_of(cast.ada, here, cast)


def test_nothing_of_the_other_is_at_hand_before_the_reveal(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    answer(here, hands, cast.ada)
    standing = standing_for(cast.ben, here.code, to=Act.ANSWER_PULSE)
    it = round_for(here.pulses.get(), standing)
    assert (it.theirs, [each.person for each in it.done]) == ((), [cast.ada])


def test_after_that_each_page_holds_both(here: Relationship, cast: Cast, hands: Hands) -> None:
    for who in (cast.ada, cast.ben):
        answer(here, hands, who)
    for who in (cast.ada, cast.ben):
        page = page_of(who, here, cast)
        assert all(envelope_of(each) in page for each in (cast.ada, cast.ben))


def test_answers_change_until_all_are_in_and_not_after(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    answer(here, hands, cast.ada)
    answer(here, hands, cast.ada)
    answer(here, hands, cast.ben)
    with pytest.raises(AlreadyDone):
        answer(here, hands, cast.ada)
    assert PulseAnswer.objects.get(person=cast.ada).words.revision == 2


def test_the_next_one_waits_a_week(here: Relationship, cast: Cast, hands: Hands) -> None:
    for who in (cast.ada, cast.ben):
        answer(here, hands, who)
    with pytest.raises(NotNow):
        answer(here, hands, cast.ada, number=2)
    let_days_pass(7)
    assert answer(here, hands, cast.ben, number=2) is False
    with pytest.raises(AlreadyDone):
        answer(here, hands, cast.ben, number=1)


def test_an_unanswered_round_gives_way_after_a_month(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    meet(here, cast.ada, 2)
    answer(here, hands, cast.ada)
    let_days_pass(30)
    answer(here, hands, cast.ada, number=2)
    assert list(here.pulses.values_list("number", flat=True)) == [1, 2]
    assert len(here.pulses.get(number=2).themes) == 7


def test_it_is_the_next_step_after_the_second_meeting_then_monthly(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    meet(here, cast.ada, 1)
    assert step_of(here, cast.ada) is not PULSE
    meet(here, cast.ada, 1)
    situation = situation_of(prefetched(here), cast.ada.pk, timezone.now())
    assert situation.my_pulse_is_open
    answer(here, hands, cast.ada)
    assert not situation_of(prefetched(here), cast.ada.pk, timezone.now()).my_pulse_is_open
    assert situation_of(prefetched(here), cast.ben.pk, timezone.now()).my_pulse_is_open
    let_days_pass(30)
    assert situation_of(prefetched(here), cast.ada.pk, timezone.now()).my_pulse_is_open


def test_then_one_thing_to_talk_about_is_asked_for(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    for who in (cast.ada, cast.ben):
        answer(here, hands, who)
    assert situation_of(prefetched(here), cast.ben.pk, timezone.now()).pulse_wants_topic
    words = hands.sealed(cast.ben, "pulse-topic/1", {"topic": "respect"})
    choose_topic(here.pulses.get(), words, by=cast.ben)
    assert not situation_of(prefetched(here), cast.ada.pk, timezone.now()).pulse_wants_topic
    assert TALK_ABOUT_PULSE.waiting


def test_nothing_is_chosen_before_all_have_answered(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    answer(here, hands, cast.ada)
    words = hands.sealed(cast.ada, "pulse-topic/1", {"topic": "respect"})
    with pytest.raises(Incomplete):
        choose_topic(here.pulses.get(), words, by=cast.ada)


def test_no_answer_stands_in_an_open_column(here: Relationship, cast: Cast, hands: Hands) -> None:
    answer(here, hands, cast.ada)
    row = PulseAnswer.objects.values().get()
    assert set(row) == {"id", "organisation_id", "pulse_id", "person_id", "words_id", "answered_on"}


def test_the_ways_out_stand_on_the_page_of_who_answers_and_are_hidden_until_called_for(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    page = page_of(cast.ada, here, cast)
    assert '<div data-pulse-care hidden role="status">' in page
    for who in (cast.ada, cast.ben):
        answer(here, hands, who)
    assert "data-pulse-care" not in page_of(cast.ben, here, cast, "1/")


def test_the_forms_seal_and_come_back(here: Relationship, cast: Cast, hands: Hands) -> None:
    for who in (cast.ada, cast.ben):
        with browser_of(who, cast.organisation) as browser:
            browser.post(
                f"/relationships/{here.code}/pulse/answers",
                {"words": hands.seal(who, "pulse/1", ANSWERS), "number": "1"},
            )
            words = hands.seal(who, "pulse-topic/1", {"topic": "focus"}, here.pulses.get().topic)
            browser.post(f"/relationships/{here.code}/pulse/1/topic", {"words": words})
    topic = here.pulses.get().topic
    assert topic is not None
    assert topic.revision == 1


def test_after_the_end_only_what_was_revealed_is_read(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    answer(here, hands, cast.ada)
    end_without_fault(here, by=cast.ben)
    page = page_of(cast.ada, here, cast)
    assert "each side stays private" in page
    assert "data-pulse-form" not in page
