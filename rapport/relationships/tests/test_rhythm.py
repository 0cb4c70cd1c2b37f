"""Nothing drifts: the pair is asked first, privately; only silence reaches the coordinator."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from rapport.domain.refusals import AlreadyDone, NotAcceptable
from rapport.domain.rhythm import Answer, Nudge
from rapport.organisations.tenancy import every_organisation, tenant
from rapport.relationships import tasks
from rapport.relationships.actions.drift import answer_drift, look_after_rhythm
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.pause import pause_relationship, resume_relationship
from rapport.relationships.models import DecisionNeed, DriftQuestion, Meeting, Pause, Relationship
from tests.cast import Cast, browser_of

BEGAN = date(2026, 9, 1)
ASKED = BEGAN + timedelta(days=29)
ASKED_AGAIN = ASKED + timedelta(days=11)
GIVEN_UP = ASKED_AGAIN + timedelta(days=11)


@pytest.fixture
def it(here: Relationship) -> Relationship:
    """A relationship that began on the first of September and meets every three weeks."""
    began_at = datetime(2026, 9, 1, 9, tzinfo=UTC)
    Relationship.objects.filter(pk=here.pk).update(began_at=began_at, rhythm_days=21)
    return Relationship.objects.get(pk=here.pk)


def live_through(it: Relationship, first: date, last: date) -> dict[date, Nudge]:
    """What the clock did on each day that it did anything."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    done = {day: look_after_rhythm(it, day) for day in days}
    return {day: what for day, what in done.items() if what in {Nudge.ASK, Nudge.DECIDE}}


def test_a_silent_pair_is_asked_twice_and_then_needs_a_decision(it: Relationship) -> None:
    done = live_through(it, BEGAN, GIVEN_UP)
    assert done == {ASKED: Nudge.ASK, ASKED_AGAIN: Nudge.ASK, GIVEN_UP: Nudge.DECIDE}
    assert DecisionNeed.objects.get(settled_at__isnull=True).relationship == it


def test_the_clock_may_strike_twice_a_day(it: Relationship) -> None:
    look_after_rhythm(it, ASKED)
    look_after_rhythm(it, ASKED)
    assert DriftQuestion.objects.count() == 1


def test_a_pair_that_meets_is_left_in_peace(it: Relationship, cast: Cast) -> None:
    met_at = datetime(2026, 9, 20, 15, tzinfo=UTC)
    Meeting.objects.create(relationship=it, starts_at=met_at, held_at=met_at, called_by=cast.ada)
    assert live_through(it, BEGAN, BEGAN + timedelta(days=45)) == {}


def test_meeting_again_settles_the_need_for_a_decision(it: Relationship, cast: Cast) -> None:
    live_through(it, BEGAN, GIVEN_UP)
    met_at = datetime(2026, 10, 22, 15, tzinfo=UTC)
    Meeting.objects.create(relationship=it, starts_at=met_at, held_at=met_at, called_by=cast.ada)
    look_after_rhythm(it, GIVEN_UP + timedelta(days=1))
    assert not DecisionNeed.objects.filter(settled_at__isnull=True).exists()


def test_one_answer_alone_keeps_no_relationship_going(it: Relationship, cast: Cast) -> None:
    look_after_rhythm(it, ASKED)
    assert not answer_drift(DriftQuestion.objects.get(), Answer.CONTINUE, by=cast.ada)
    assert live_through(it, ASKED, GIVEN_UP)[GIVEN_UP] is Nudge.DECIDE


def test_both_answers_are_a_sign_of_life_and_stay(it: Relationship, cast: Cast) -> None:
    question = asked(it)
    answer_drift(question, Answer.PAUSE, by=cast.ada)
    answer_drift(question, Answer.CONTINUE, by=cast.ada)
    assert answer_drift(question, Answer.CONTINUE, by=cast.ben)
    with pytest.raises(AlreadyDone):
        answer_drift(question, Answer.WIND_UP, by=cast.ada)
    assert look_after_rhythm(it, timezone.localdate() + timedelta(days=5)) is Nudge.FINE


def asked(it: Relationship) -> DriftQuestion:
    return DriftQuestion.objects.create(relationship=it, asked_on=timezone.localdate())


def test_nobody_sees_the_others_answer_before_giving_her_own(it: Relationship, cast: Cast) -> None:
    question, url = asked(it), f"/relationships/{it.code}/rhythm/"
    with browser_of(cast.ada, cast.organisation) as browser:
        browser.post(url, {"question": question.pk, "answer": "wind_up"})
    with browser_of(cast.ben, cast.organisation) as browser:
        before = browser.get(url).content.decode()
        browser.post(url, {"question": question.pk, "answer": "continue"})
        after = browser.get(url).content.decode()
    assert "Your answer." not in before
    assert "What each of you answered" not in before
    assert "You want different things" in after


def test_a_pause_rests_until_its_day_and_the_clock_ends_it(it: Relationship, cast: Cast) -> None:
    until = timezone.localdate() + timedelta(days=30)
    pause_relationship(it, until, by=cast.ada)
    assert look_after_rhythm(it, until - timedelta(days=1)) is Nudge.FINE
    Pause.objects.update(until=timezone.localdate())
    tasks.look_after(cast.organisation.pk, it.pk)
    assert Pause.objects.get().ended_at is not None


def test_a_pause_can_be_moved_and_ended_by_the_other(it: Relationship, cast: Cast) -> None:
    soon, later = (timezone.localdate() + timedelta(days=days) for days in (10, 20))
    pause_relationship(it, soon, by=cast.ada)
    pause_relationship(it, later, by=cast.ben)
    assert Pause.objects.get().until == later
    resume_relationship(it, by=cast.ben)
    resume_relationship(it, by=cast.ada)
    assert Pause.objects.get().ended_at is not None


@pytest.mark.parametrize("days", [-1, 0, 400])
def test_a_pause_ends_on_a_day_somebody_can_foresee(
    days: int, it: Relationship, cast: Cast
) -> None:
    with pytest.raises(NotAcceptable, match="within a year"):
        pause_relationship(it, timezone.localdate() + timedelta(days=days), by=cast.ada)


def test_a_wrong_day_is_said_beside_the_form(it: Relationship, cast: Cast) -> None:
    with browser_of(cast.ada, cast.organisation) as browser:
        page = browser.post(f"/relationships/{it.code}/pause/", {"until": "2020-01-01"})
    assert "within a year" in page.content.decode()


def test_the_clock_goes_through_every_organisation(committed_cast: Cast) -> None:
    """No request has said which organisation; the clock finds them, and only them."""
    found = every_organisation()
    assert set(found) == {committed_cast.organisation.pk, committed_cast.elsewhere.pk}


def test_the_clock_leaves_what_has_ended(it: Relationship, cast: Cast) -> None:
    end_without_fault(it, by=cast.ada)
    tasks.look_after(cast.organisation.pk, it.pk)
    with tenant(cast.organisation):
        assert not DriftQuestion.objects.exists()
