"""Times to meet: offered by one, chosen by another, one meeting in the end."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow, Refusal
from rapport.journal.models import Entry
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.proposals import (
    Offer,
    choose_time,
    propose_times,
    withdraw_times,
)
from rapport.relationships.models import Relationship, TimeProposal
from tests.cast import Cast, browser_of
from tests.sealing import Hands

DAY = timedelta(days=1)


def times(*days: int) -> list[datetime]:
    now = timezone.now().replace(microsecond=0)
    return [now + each * DAY for each in days]


@pytest.fixture
def proposal(here: Relationship, cast: Cast) -> TimeProposal:
    return propose_times(here, Offer(times(2, 3, 4), 45), by=cast.ben)


def test_a_chosen_time_becomes_a_meeting_called_by_whoever_offered(
    proposal: TimeProposal, cast: Cast
) -> None:
    meeting = choose_time(proposal.times.all()[1], by=cast.ada)
    assert (meeting.called_by, meeting.minutes) == (cast.ben, 45)
    assert meeting.starts_at == proposal.times.all()[1].starts_at
    assert Entry.objects.filter(event="MeetingArranged").count() == 1


def test_chosen_twice_it_is_one_meeting(
    proposal: TimeProposal, here: Relationship, cast: Cast
) -> None:
    first, second, _third = proposal.times.all()
    assert choose_time(first, by=cast.ada) == choose_time(first, by=cast.ada)
    with pytest.raises(AlreadyDone):
        choose_time(second, by=cast.ada)
    assert here.meetings.count() == 1


def test_a_new_offer_takes_the_place_of_the_one_before(
    proposal: TimeProposal, here: Relationship, cast: Cast
) -> None:
    propose_times(here, Offer(times(5, 6), 60), by=cast.ben)
    with pytest.raises(AlreadyDone):
        choose_time(proposal.times.all()[0], by=cast.ada)


def test_the_place_comes_along_sealed(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    place = hands.sealed(cast.ben, "place/1", {"place": "The harbour wall"})
    proposal = propose_times(here, Offer(times(2, 3), 45, place), by=cast.ben)
    meeting = choose_time(proposal.times.all()[0], by=cast.ada)
    assert meeting.place is not None
    assert hands.open(cast.ada, meeting.place) == {"place": "The harbour wall"}


ACTS: dict[str, tuple[type[Refusal], Callable[[TimeProposal, Cast], object]]] = {
    "one's own": (NotNow, lambda it, c: choose_time(it.times.all()[0], by=c.ben)),
    "only one": (
        NotAcceptable,
        lambda it, c: propose_times(it.relationship, Offer(times(2), 45), by=c.ada),
    ),
    "six": (
        NotAcceptable,
        lambda it, c: propose_times(it.relationship, Offer(times(*range(1, 7)), 45), by=c.ada),
    ),
    "the same twice": (
        NotAcceptable,
        lambda it, c: propose_times(it.relationship, Offer(times(2)[:1] * 2, 45), by=c.ada),
    ),
    "in the past": (
        NotAcceptable,
        lambda it, c: propose_times(it.relationship, Offer(times(-1, 2), 45), by=c.ada),
    ),
}


@pytest.mark.parametrize("act", ACTS)
def test_what_cannot_be_is_refused(act: str, proposal: TimeProposal, cast: Cast) -> None:
    refusal, do = ACTS[act]
    with pytest.raises(refusal):
        do(proposal, cast)


def test_taken_back_or_declined_nothing_is_left_to_choose(
    proposal: TimeProposal, cast: Cast
) -> None:
    withdraw_times(proposal, by=cast.ada)
    withdraw_times(proposal, by=cast.ben)
    assert Entry.objects.filter(event="TimesWithdrawn").count() == 1
    with pytest.raises(AlreadyDone):
        choose_time(proposal.times.all()[0], by=cast.ada)


def test_a_time_that_has_passed_is_not_chosen(proposal: TimeProposal, cast: Cast) -> None:
    time = proposal.times.all()[0]
    time.starts_at = timezone.now() - DAY
    time.save()
    with pytest.raises(NotNow, match="passed"):
        choose_time(time, by=cast.ada)


def test_after_the_end_nothing_is_chosen(
    proposal: TimeProposal, here: Relationship, cast: Cast
) -> None:
    end_without_fault(here, by=cast.ben)
    with pytest.raises(NotNow):
        choose_time(proposal.times.all()[0], by=cast.ada)


# The pages.


def test_both_sides_offer_and_choose_on_their_own_clocks(here: Relationship, cast: Cast) -> None:
    cast.ben.time_zone = "Asia/Tokyo"
    cast.ben.save()
    day = (timezone.now() + 10 * DAY).date()
    offered = {
        "time_1": f"{day}T16:00", "time_2": f"{day + DAY}T16:00", "minutes": 45,
    }  # fmt: skip
    with browser_of(cast.ben, cast.organisation) as ben:
        answer = ben.post(f"/relationships/{here.code}/meetings/times/new", offered)
        own = ben.get(answer.headers["Location"].removeprefix("/o/harbour")).text
    proposal = TimeProposal.objects.get()
    address = f"/relationships/{here.code}/meetings/times/{proposal.pk}/"
    with browser_of(cast.ada, cast.organisation) as ada:
        page = ada.get(address).text
        ada.post(f"{address}choice", {"time": proposal.times.all()[0].pk})
    assert "Choose this time" not in own
    assert "Choose this time" in page
    assert f"{here.meetings.get().starts_at:%H:%M}" == "07:00"


def test_the_list_of_meetings_says_that_times_wait(
    proposal: TimeProposal, here: Relationship, cast: Cast
) -> None:
    for person, words in ((cast.ada, "Ben proposes"), (cast.ben, "You proposed")):
        with browser_of(person, cast.organisation) as browser:
            assert words in browser.get(f"/relationships/{here.code}/meetings/").text


def test_too_few_times_are_said_beside_the_form(here: Relationship, cast: Cast) -> None:
    day = (timezone.now() + 10 * DAY).date()
    with browser_of(cast.ben, cast.organisation) as ben:
        page = ben.post(
            f"/relationships/{here.code}/meetings/times/new",
            {"time_1": f"{day}T16:00", "minutes": 45},
        ).text
    assert "two to five" in page
    assert f"{day}T16:00" in page


def test_a_row_of_meetings_is_arranged_from_the_same_form(here: Relationship, cast: Cast) -> None:
    day = (timezone.now() + 10 * DAY).date()
    with browser_of(cast.ben, cast.organisation) as ben:
        ben.post(
            f"/relationships/{here.code}/meetings/new",
            {"starts_at": f"{day}T16:00", "minutes": 45, "count": 4},
        )
    assert here.meetings.count() == 4
    assert Entry.objects.filter(event="MeetingArranged").count() == 1


def test_with_the_relationship_a_row_ends_with_one_letter(here: Relationship, cast: Cast) -> None:
    test_a_row_of_meetings_is_arranged_from_the_same_form(here, cast)
    end_without_fault(here, by=cast.ada)
    assert Entry.objects.filter(event="MeetingCancelled").count() == 1
    assert not here.meetings.filter(cancelled_at=None).exists()
