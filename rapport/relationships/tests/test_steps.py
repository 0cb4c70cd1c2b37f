"""Steps: planned for a goal or for none, done and taken back."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from rapport.domain.permissions import Role
from rapport.organisations.tenancy import tenant
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.goals import Figures, propose_goal
from rapport.relationships.actions.steps import (
    Plan,
    end_repeat,
    plan_step,
    reopen_step,
    take_step,
)
from rapport.relationships.models import Relationship, Step
from tests.cast import Cast, browser_of
from tests.sealing import Hands

WORDS = {"wording": "Ask Kim on Tuesday"}


@pytest.fixture
def hands(cast: Cast, relationship: Relationship) -> Iterator[Hands]:
    with tenant(cast.organisation):
        yield Hands(relationship)


@pytest.fixture
def step(cast: Cast, hands: Hands, relationship: Relationship) -> Step:
    words = hands.sealed(cast.ben, "step/1", WORDS)
    return plan_step(relationship, words, Plan(cast.ben), by=cast.ben)


def test_a_step_may_knowingly_belong_to_no_goal(step: Step) -> None:
    assert step.goal is None


def test_a_step_is_done_once_and_taken_back(cast: Cast, step: Step) -> None:
    take_step(step, by=cast.ben)
    done = step.done_at
    take_step(step, by=cast.ada)
    assert done is not None
    assert step.done_at == done
    reopen_step(step, by=cast.ben)
    assert Step.objects.get().done_at is None


def test_a_step_is_planned_for_a_goal_and_done_on_the_pages(
    cast: Cast, hands: Hands, relationship: Relationship
) -> None:
    words = hands.sealed(cast.ben, "goal/1", {"wording": "Lead"})
    goal = propose_goal(relationship, words, Figures(), owner=cast.ben, by=cast.ben)
    form = {"words": hands.seal(cast.ben, "step/1", WORDS), "owner": str(cast.ben.pk)}
    with browser_of(cast.ben, cast.organisation) as browser:
        url = f"/relationships/{relationship.code}/steps/"
        browser.post(url, {**form, "goal": str(goal.pk), "due_on": "2026-12-01"})
        step = Step.objects.get()
        browser.post(f"/relationships/{relationship.code}/steps/{step.pk}/done")
    step.refresh_from_db()
    assert step.goal == goal
    assert step.done_at is not None


def test_a_goal_of_another_relationship_is_not_there(
    cast: Cast, hands: Hands, relationship: Relationship
) -> None:
    form = {"words": hands.seal(cast.ben, "step/1", WORDS), "owner": str(cast.ben.pk)}
    with browser_of(cast.ben, cast.organisation) as browser:
        url = f"/relationships/{relationship.code}/steps/"
        page = browser.post(url, {**form, "goal": str(relationship.pk)})
    assert page.status_code == 200
    assert not Step.objects.exists()


def test_a_step_of_another_relationship_is_not_found(cast: Cast, step: Step) -> None:
    other = pair_again(cast, step.relationship)
    with browser_of(cast.ben, cast.organisation) as browser:
        url = f"/relationships/{other.code}/steps/{step.pk}/done"
        assert browser.post(url).status_code == 404


def pair_again(cast: Cast, relationship: Relationship) -> Relationship:
    """The same two in a second relationship."""
    seats = [Seat(cast.ada, Role.MENTOR), Seat(cast.ben, Role.MENTEE)]
    return begin_relationship(relationship.intake, seats, by=cast.cora)


@pytest.fixture
def weekly(cast: Cast, hands: Hands, relationship: Relationship) -> Step:
    words = hands.sealed(cast.ben, "step/1", WORDS)
    plan = Plan(cast.ben, due_on=timezone.localdate(), repeat_days=7)
    return plan_step(relationship, words, plan, by=cast.ben)


def test_a_recurring_step_is_followed_by_the_next_one_and_only_once(
    cast: Cast, weekly: Step
) -> None:
    take_step(weekly, by=cast.ben)
    take_step(weekly, by=cast.ada)
    follower = Step.objects.get(follows=weekly)
    assert follower.due_on == timezone.localdate() + timedelta(days=7)
    assert (follower.words_id, follower.done_at) == (weekly.words_id, None)


def test_taken_back_it_has_no_follower(cast: Cast, weekly: Step) -> None:
    take_step(weekly, by=cast.ben)
    reopen_step(weekly, by=cast.ben)
    assert list(Step.objects.all()) == [weekly]


def test_what_followed_and_is_done_stays_and_comes_no_second_time(cast: Cast, weekly: Step) -> None:
    take_step(weekly, by=cast.ben)
    take_step(Step.objects.get(follows=weekly), by=cast.ben)
    reopen_step(weekly, by=cast.ben)
    take_step(weekly, by=cast.ben)
    assert Step.objects.filter(follows=weekly).count() == 1
    assert Step.objects.count() == 3


def test_the_last_time_is_followed_by_nothing(cast: Cast, weekly: Step) -> None:
    end_repeat(weekly, by=cast.ada)
    take_step(weekly, by=cast.ben)
    assert list(Step.objects.all()) == [weekly]


def test_a_recurring_step_is_planned_and_ended_on_the_pages(
    cast: Cast, hands: Hands, relationship: Relationship
) -> None:
    words = hands.seal(cast.ben, "step/1", WORDS)
    url = f"/relationships/{relationship.code}/steps/"
    with browser_of(cast.ben, cast.organisation) as browser:
        browser.post(url, {"words": words, "owner": str(cast.ben.pk), "repeat_days": "14"})
        assert "comes again" in browser.get(url).text
        browser.post(f"{url}{Step.objects.get().pk}/repeat/end")
        assert "comes again" not in browser.get(url).text
