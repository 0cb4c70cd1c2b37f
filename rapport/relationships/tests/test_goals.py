"""Goals: proposed by one, accepted by all as worded, changed and dropped without blame."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rapport.domain.goals import Level
from rapport.domain.refusals import NotAcceptable, NotNow, StaleWords
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.goals import (
    Figures,
    accept_goal,
    drop_goal,
    note_commitment_talk,
    pick_up_goal,
    propose_goal,
    record_level,
    reword_goal,
    split_goal,
)
from rapport.relationships.models import Acceptance, Goal, Relationship
from rapport.relationships.queries import accepted_goals, facts_of, members_of
from tests.cast import Cast, browser_of
from tests.sealing import Hands

WORDS = {"wording": "Lead the team", "why": "I want to", "as_hoped": "They ask me"}


@pytest.fixture
def inside(cast: Cast) -> Iterator[None]:
    with tenant(cast.organisation):
        yield


@pytest.fixture
def hands(inside: None, relationship: Relationship) -> Hands:
    return Hands(relationship)


@pytest.fixture
def goal(cast: Cast, hands: Hands, relationship: Relationship) -> Goal:
    """Ben's goal, written by Ben; Ada has not read it yet."""
    return propose(hands, relationship, cast.ben)


def propose(
    hands: Hands, relationship: Relationship, by: Person, commitment: int | None = None
) -> Goal:
    words = hands.sealed(by, "goal/1", WORDS)
    return propose_goal(relationship, words, Figures(commitment=commitment), owner=by, by=by)


def counts(goal: Goal) -> bool:
    relationship = Relationship.objects.get(pk=goal.relationship_id)
    return goal in accepted_goals(relationship, members_of(relationship))


def test_a_goal_counts_once_both_have_accepted_it(cast: Cast, goal: Goal) -> None:
    assert not counts(goal)
    assert accept_goal(goal, 1, by=cast.ada)
    assert counts(goal)


def test_the_mentors_own_goal_is_a_goal_like_any_other(
    cast: Cast, hands: Hands, relationship: Relationship
) -> None:
    goal = propose(hands, relationship, cast.ada)
    assert goal.owner == cast.ada
    assert accept_goal(goal, 1, by=cast.ben)


def test_a_new_wording_asks_for_acceptance_again_and_keeps_the_old(
    cast: Cast, hands: Hands, goal: Goal
) -> None:
    accept_goal(goal, 1, by=cast.ada)
    words = hands.sealed(cast.ada, "goal/1", {**WORDS, "wording": "Lead well"}, goal.words)
    reword_goal(goal, words, Figures(commitment=8), by=cast.ada)
    assert not counts(goal)
    assert goal.words.envelopes.count() == 2
    assert hands.open(cast.ben, goal.words)["wording"] == "Lead well"
    assert accept_goal(goal, 2, by=cast.ben)


def test_nobody_accepts_a_wording_she_has_not_read(cast: Cast, hands: Hands, goal: Goal) -> None:
    words = hands.sealed(cast.ben, "goal/1", WORDS, goal.words)
    reword_goal(goal, words, Figures(), by=cast.ben)
    with pytest.raises(StaleWords):
        accept_goal(goal, 1, by=cast.ada)


def test_the_words_of_one_goal_cannot_be_put_into_another(
    cast: Cast, hands: Hands, goal: Goal, relationship: Relationship
) -> None:
    other = propose(hands, relationship, cast.ben)
    words = hands.sealed(cast.ben, "goal/1", WORDS, other.words)
    with pytest.raises(NotAcceptable):
        reword_goal(goal, words, Figures(), by=cast.ben)


def test_a_new_goal_cannot_take_the_words_of_an_old_one(
    cast: Cast, hands: Hands, goal: Goal, relationship: Relationship
) -> None:
    words = hands.sealed(cast.ben, "goal/1", WORDS, goal.words)
    with pytest.raises(NotAcceptable):
        propose_goal(relationship, words, Figures(), owner=cast.ben, by=cast.ben)


def test_accepting_twice_is_accepting_once(cast: Cast, goal: Goal) -> None:
    accept_goal(goal, 1, by=cast.ada)
    accept_goal(goal, 1, by=cast.ada)
    assert Acceptance.objects.filter(goal=goal, person=cast.ada).count() == 1


def test_a_dropped_goal_rests_until_it_is_picked_up(cast: Cast, goal: Goal) -> None:
    accept_goal(goal, 1, by=cast.ada)
    drop_goal(goal, by=cast.ada)
    assert not counts(goal)
    with pytest.raises(NotNow, match="let go"):
        record_level(goal, Level.MORE, by=cast.ben)
    pick_up_goal(goal, by=cast.ben)
    assert counts(goal)


def test_nothing_is_written_once_it_has_ended(
    cast: Cast, goal: Goal, relationship: Relationship
) -> None:
    end_without_fault(relationship, by=cast.ada)
    with pytest.raises(NotNow, match="ended"):
        record_level(goal, Level.MORE, by=cast.ben)


def test_levels_are_noted_over_time_by_either_side(
    cast: Cast, goal: Goal, relationship: Relationship
) -> None:
    accept_goal(goal, 1, by=cast.ada)
    record_level(goal, Level.LESS, by=cast.ben)
    assert facts_of(relationship).goals_reached == 0
    record_level(goal, Level.AS_HOPED, by=cast.ada)
    assert facts_of(Relationship.objects.get()).goals_reached == 1


def test_a_low_commitment_is_open_until_they_have_talked_about_it(
    cast: Cast, hands: Hands, relationship: Relationship
) -> None:
    low = propose(hands, relationship, cast.ben, commitment=4)
    sure = propose(hands, relationship, cast.ben, commitment=9)
    for each in (low, sure):
        accept_goal(each, 1, by=cast.ada)
    assert facts_of(Relationship.objects.get()).lowest_commitment == 4
    note_commitment_talk(low, by=cast.ben)
    assert facts_of(Relationship.objects.get()).lowest_commitment == 9


def test_a_goal_is_proposed_and_accepted_on_its_pages(
    cast: Cast, hands: Hands, relationship: Relationship
) -> None:
    code = relationship.code
    form = {"owner": str(cast.ben.pk), "commitment": "6", "starting_level": "-1"}
    form["words"] = hands.seal(cast.ben, "goal/1", WORDS)
    with browser_of(cast.ben, cast.organisation) as browser:
        answer = browser.post(f"/relationships/{code}/goals/new", form)
    goal = Goal.objects.get()
    assert answer["Location"].endswith(f"/relationships/{code}/goals/{goal.pk}/")
    assert (goal.owner, goal.commitment, goal.starting_level) == (cast.ben, 6, -1)
    with browser_of(cast.ada, cast.organisation) as browser:
        browser.post(f"/relationships/{code}/goals/{goal.pk}/acceptance", {"revision": 1})
    assert counts(goal)


def test_a_refused_wording_is_given_back_with_what_was_written(
    cast: Cast, hands: Hands, goal: Goal
) -> None:
    stale = hands.seal(cast.ben, "goal/1", {**WORDS, "wording": "Mine"}, goal.words)
    reword_goal(
        goal,
        hands.sealed(cast.ada, "goal/1", {**WORDS, "wording": "Hers"}, goal.words),
        Figures(),
        by=cast.ada,
    )
    url = f"/relationships/{goal.relationship.code}/goals/{goal.pk}/wording"
    with browser_of(cast.ben, cast.organisation) as browser:
        page = browser.post(url, {"words": stale, "starting_level": "-2"}).content.decode()
    assert f'draft="{stale}"' in page
    assert 'revision="2"' in page


def test_the_list_costs_the_same_for_one_goal_and_for_thirty(
    cast: Cast, hands: Hands, goal: Goal, relationship: Relationship
) -> None:
    url = f"/relationships/{relationship.code}/goals/"
    with browser_of(cast.ben, cast.organisation) as browser:
        browser.get(url)
        with CaptureQueriesContext(connection) as one:
            browser.get(url)
        for _each in range(29):
            propose(hands, relationship, cast.ben)
        with CaptureQueriesContext(connection) as thirty:
            assert browser.get(url).status_code == 200
    assert len(thirty) == len(one)


def split(hands: Hands, goal: Goal, by: Person, *, is_replaced: bool) -> Goal:
    words = hands.sealed(by, "goal/1", {**WORDS, "wording": "Lead one meeting"})
    return split_goal(goal, words, Figures(commitment=8), is_replaced=is_replaced, by=by)


@pytest.mark.parametrize("is_replaced", [True, False])
def test_a_goal_is_split_and_the_old_one_stays_or_goes(
    cast: Cast, hands: Hands, goal: Goal, *, is_replaced: bool
) -> None:
    part = split(hands, goal, cast.ada, is_replaced=is_replaced)
    goal.refresh_from_db()
    assert (part.split_from, part.owner) == (goal, cast.ben)
    assert (goal.dropped_at is not None) is is_replaced
    assert not counts(part)
    accept_goal(part, part.words.revision, by=cast.ben)
    assert counts(part)


def test_what_was_let_go_is_not_split(cast: Cast, hands: Hands, goal: Goal) -> None:
    drop_goal(goal, by=cast.ben)
    with pytest.raises(NotNow):
        split(hands, goal, cast.ben, is_replaced=False)


def test_splitting_on_the_page_shows_where_each_came_from(
    cast: Cast, hands: Hands, goal: Goal
) -> None:
    code = goal.relationship.code
    words = hands.seal(cast.ben, "goal/1", WORDS)
    form = {"words": words, "starting_level": "-2", "is_replaced": "on"}
    with browser_of(cast.ben, cast.organisation) as browser:
        browser.post(f"/relationships/{code}/goals/{goal.pk}/split", form)
        part = Goal.objects.get(split_from=goal)
        whole = browser.get(f"/relationships/{code}/goals/{goal.pk}/").text
        assert f"goals/{part.pk}/" in whole
        assert "Split from" in browser.get(f"/relationships/{code}/goals/{part.pk}/").text
