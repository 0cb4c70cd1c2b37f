"""The no-fault ending: one member, two clicks, no reason; and the same way on for both."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connections
from django.utils import timezone

from rapport.domain.ending import EndingKind
from rapport.domain.events import RelationshipEnded
from rapport.domain.phases import Move, Phase
from rapport.domain.refusals import NotNow, Refusal
from rapport.journal.models import Entry
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.relationships.actions.decision_need import note_decision_need
from rapport.relationships.actions.ending import (
    end_without_fault,
    wish_rematch,
    withdraw_rematch_wish,
)
from rapport.relationships.actions.moves import wish_move
from rapport.relationships.actions.pause import pause_relationship
from rapport.relationships.models import DecisionNeed, Ending, Pause, PhaseChange, Relationship
from rapport.relationships.queries import rematch_wishes
from tests.cast import Cast, browser_of, pair

LIVING = [phase for phase in Phase if phase is not Phase.CLOSED]


@pytest.mark.parametrize("phase", LIVING)
@pytest.mark.parametrize("name", ["ada", "ben"])
def test_either_may_end_it_from_any_phase(
    name: str, phase: Phase, here: Relationship, cast: Cast
) -> None:
    here.phase = phase
    here.save()
    ending = end_without_fault(here, by=getattr(cast, name))
    assert ending.kind == EndingKind.NO_FAULT
    assert ending.rematch_from == timezone.localdate() + timedelta(days=14)
    assert here.is_closed


def test_the_pause_before_a_new_match_is_the_programmes(here: Relationship, cast: Cast) -> None:
    here.intake.programme.rematch_pause_days = 3
    here.intake.programme.save()
    ending = end_without_fault(here, by=cast.ada)
    assert ending.rematch_from == timezone.localdate() + timedelta(days=3)


def test_an_ending_takes_the_pause_and_the_open_decision_with_it(
    here: Relationship, cast: Cast
) -> None:
    pause_relationship(here, timezone.localdate() + timedelta(days=5), by=cast.ada)
    note_decision_need(here)
    end_without_fault(here, by=cast.ben)
    assert Pause.objects.get().ended_at is not None
    assert DecisionNeed.objects.get().settled_at is not None


def test_it_takes_two_clicks_and_asks_for_nothing(here: Relationship, cast: Cast) -> None:
    url = f"/relationships/{here.code}/ending/"
    with browser_of(cast.ben, cast.organisation) as browser:
        asked = browser.get(url).content.decode()
        browser.post(url)
        ended = browser.get(url).content.decode()
    assert "<textarea" not in asked
    assert "This relationship has ended" in ended


def test_both_find_the_same_page_afterwards(here: Relationship, cast: Cast) -> None:
    end_without_fault(here, by=cast.ben)
    pages = []
    for person in (cast.ada, cast.ben):
        with browser_of(person, cast.organisation) as browser:
            page = browser.get(f"/relationships/{here.code}/ending/").content.decode()
            pages.append(page.split("<main")[1].split("The way on, the same for all")[1])
    mine, theirs = (page.split("csrfmiddlewaretoken")[0] for page in pages)
    assert mine == theirs


def test_ending_what_the_other_has_just_ended_is_no_error(here: Relationship, cast: Cast) -> None:
    first = end_without_fault(here, by=cast.ada)
    with browser_of(cast.ben, cast.organisation) as browser:
        answer = browser.post(f"/relationships/{here.code}/ending/")
    assert answer.status_code == 302
    assert Ending.objects.get() == first


def test_a_new_match_is_for_whoever_wishes_it(here: Relationship, cast: Cast) -> None:
    end_without_fault(here, by=cast.ada)
    wish_rematch(here, by=cast.ben)
    wish_rematch(here, by=cast.ben)
    today = timezone.localdate()
    assert not rematch_wishes(here.intake, today + timedelta(days=13)).exists()
    ready = rematch_wishes(here.intake, today + timedelta(days=14))
    assert [wish.person for wish in ready] == [cast.ben]
    withdraw_rematch_wish(here, by=cast.ben)
    assert not ready.all().exists()


def test_a_new_match_cannot_be_wished_for_before_an_ending(here: Relationship, cast: Cast) -> None:
    with pytest.raises(NotNow, match="early ending"):
        wish_rematch(here, by=cast.ada)


@pytest.mark.parametrize("name", ["cora", "eve", "otto", "sam"])
def test_nobody_else_can_end_it(name: str, here: Relationship, cast: Cast) -> None:
    with browser_of(getattr(cast, name), cast.organisation) as browser:
        assert browser.post(f"/relationships/{here.code}/ending/").status_code == 404
    assert not Ending.objects.exists()


type Act = Callable[[Relationship, Person], object]


def at_once(cast: Cast, relationship: Relationship, act: Act) -> list[object]:
    """Ada and Ben do the same in the same instant, each over a connection of their own."""
    barrier = Barrier(2)

    def do(person: Person) -> object:
        try:
            with tenant(cast.organisation):
                mine = Relationship.objects.get(pk=relationship.pk)
                barrier.wait()
                return act(mine, person)
        except Refusal as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(do, (cast.ada, cast.ben)))


def test_ended_twice_in_the_same_instant_it_has_ended_once(committed_cast: Cast) -> None:
    relationship = pair(committed_cast)
    answers = at_once(committed_cast, relationship, lambda it, who: end_without_fault(it, by=who))
    with tenant(committed_cast.organisation):
        assert set(answers) == {Ending.objects.get()}
        assert PhaseChange.objects.count() == 1
        assert Entry.objects.filter(event=RelationshipEnded.name()).count() == 1


def test_two_wishes_in_the_same_instant_move_it_once(committed_cast: Cast) -> None:
    relationship = pair(committed_cast)
    moved = at_once(committed_cast, relationship, lambda it, who: wish_move(it, Move.GO_ON, by=who))
    assert sorted(map(bool, moved)) == [False, True]
    with tenant(committed_cast.organisation):
        assert Relationship.objects.get().phase == Phase.DIRECTION
        assert PhaseChange.objects.count() == 1


def test_closing_in_the_same_instant_closes_once(committed_cast: Cast) -> None:
    relationship = pair(committed_cast)
    with tenant(committed_cast.organisation):
        Relationship.objects.update(phase=Phase.WINDING_UP)
    at_once(committed_cast, relationship, lambda it, who: wish_move(it, Move.GO_ON, by=who))
    with tenant(committed_cast.organisation):
        assert Ending.objects.get().kind == EndingKind.COMPLETED
