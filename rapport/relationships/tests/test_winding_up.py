"""Winding up: goals beside achievements, thanks, and a choice nobody sees too early."""

import pytest

from rapport.domain.ending import Next, Redefinition
from rapport.domain.events import DecisionMade
from rapport.domain.goals import Level
from rapport.domain.phases import Phase
from rapport.domain.refusals import NotNow
from rapport.journal.models import Entry
from rapport.relationships.actions.goals import Figures, accept_goal, propose_goal
from rapport.relationships.actions.winding_up import Choice, decide, review_goal, write_thanks
from rapport.relationships.models import Decision, Goal, Relationship, Review, Thanks
from rapport.relationships.queries import decision_of, facts_of
from tests.cast import Cast, browser_of
from tests.sealing import Hands

FRIENDS = Choice(Next.INFORMAL, Redefinition.FRIENDSHIP)
PART = Choice(Next.MOVE_ON, Redefinition.FAREWELL)


@pytest.fixture
def it(here: Relationship) -> Relationship:
    """In the last phase."""
    here.phase = Phase.WINDING_UP
    here.save()
    return here


@pytest.fixture
def hands(it: Relationship) -> Hands:
    return Hands(it)


@pytest.fixture
def goal(it: Relationship, hands: Hands, cast: Cast) -> Goal:
    words = hands.sealed(cast.ben, "goal/1", {"wording": "Lead"})
    goal = propose_goal(it, words, Figures(), owner=cast.ben, by=cast.ben)
    accept_goal(goal, 1, by=cast.ada)
    return goal


def fresh(it: Relationship) -> Relationship:
    return Relationship.objects.get(pk=it.pk)


def test_a_goal_is_reviewed_when_both_have_looked(it: Relationship, goal: Goal, cast: Cast) -> None:
    review_goal(goal, Level.MORE, None, by=cast.ben)
    assert not facts_of(fresh(it)).reviews_complete
    review_goal(goal, Level.AS_HOPED, None, by=cast.ada)
    assert facts_of(fresh(it)).reviews_complete


def test_a_review_can_be_thought_over(goal: Goal, hands: Hands, cast: Cast) -> None:
    first = hands.sealed(cast.ben, "review/1", {"achieved": "Much"})
    review = review_goal(goal, Level.LESS, first, by=cast.ben)
    again = hands.sealed(cast.ben, "review/1", {"achieved": "Enough"}, review.words)
    review_goal(goal, Level.AS_HOPED, again, by=cast.ben)
    assert Review.objects.get().level == Level.AS_HOPED
    assert review.words is not None
    assert hands.open(cast.ada, review.words) == {"achieved": "Enough"}


def test_thanks_are_written_once_by_each_and_read_by_the_other(
    it: Relationship, hands: Hands, cast: Cast
) -> None:
    thanks = write_thanks(it, hands.sealed(cast.ada, "thanks/1", {"thanks": "You"}), by=cast.ada)
    better = hands.sealed(cast.ada, "thanks/1", {"thanks": "You, Ben"}, thanks.words)
    write_thanks(it, better, by=cast.ada)
    assert Thanks.objects.count() == 1
    assert hands.open(cast.ben, Thanks.objects.get().words) == {"thanks": "You, Ben"}


def test_a_choice_stays_hidden_until_both_have_chosen(
    it: Relationship, hands: Hands, cast: Cast
) -> None:
    url = f"/relationships/{it.code}/winding-up/"
    words = hands.sealed(cast.ada, "decision/1", {"channel": "Call me"})
    decide(it, FRIENDS, words, by=cast.ada)
    envelope = Decision.objects.get().words.newest.base64  # type: ignore[union-attr]  # given above
    with browser_of(cast.ben, cast.organisation) as browser:
        before = browser.get(url).content.decode()
        browser.post(f"{url}decision/", {"next": "informal", "redefinition": "friendship"})
        after = browser.get(url).content.decode()
    assert "A friendship" not in before
    assert envelope not in before
    assert "A friendship" in after
    assert envelope in after
    assert "You have decided alike." in after


def test_different_choices_lead_to_a_talk_and_block_nothing(it: Relationship, cast: Cast) -> None:
    decide(it, FRIENDS, None, by=cast.ada)
    decide(it, PART, None, by=cast.ben)
    assert decision_of(fresh(it)) is None
    with browser_of(cast.ben, cast.organisation) as browser:
        page = browser.get(f"/relationships/{it.code}/winding-up/").content.decode()
    assert "You chose differently." in page
    assert "Close the relationship together" in page


def test_a_decision_is_made_when_the_last_one_chose_alike(it: Relationship, cast: Cast) -> None:
    decide(it, FRIENDS, None, by=cast.ada)
    decide(it, PART, None, by=cast.ben)
    assert not Entry.objects.filter(event=DecisionMade.name()).exists()
    decide(it, FRIENDS, None, by=cast.ben)
    assert Entry.objects.filter(event=DecisionMade.name()).count() == 1
    assert decision_of(fresh(it)) == (FRIENDS.next, FRIENDS.redefinition)


def test_winding_up_has_its_own_time(here: Relationship, cast: Cast) -> None:
    with pytest.raises(NotNow, match="winding up"):
        decide(here, FRIENDS, None, by=cast.ada)


def test_before_its_time_the_page_only_tells_what_will_come(here: Relationship, cast: Cast) -> None:
    with browser_of(cast.ada, cast.organisation) as browser:
        page = browser.get(f"/relationships/{here.code}/winding-up/").content.decode()
    assert "You are not in this phase yet." in page
    assert "Choose what comes next" not in page
