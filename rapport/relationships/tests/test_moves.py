"""Moving on and back: by the wish of all, with something open, never against anybody."""

from collections.abc import Iterator

import pytest

from rapport.domain.ending import EndingKind, Next, Redefinition
from rapport.domain.phases import Move, Phase
from rapport.domain.refusals import NotAcceptable, NotNow, WrongPhase
from rapport.organisations.tenancy import tenant
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.moves import wish_move, withdraw_wish
from rapport.relationships.actions.winding_up import Choice, decide
from rapport.relationships.models import Ending, PhaseChange, Relationship
from tests.cast import Cast, browser_of

RENEW = Choice(Next.RENEW, Redefinition.SOUNDING_BOARD)
MOVE_ON = Choice(Next.MOVE_ON, Redefinition.FAREWELL)


@pytest.fixture
def it(cast: Cast, relationship: Relationship) -> Iterator[Relationship]:
    """Ada and Ben's relationship, in its first phase, inside the organisation."""
    with tenant(cast.organisation):
        yield relationship


def both(it: Relationship, cast: Cast, move: Move) -> None:
    wish_move(it, move, by=cast.ada)
    wish_move(it, move, by=cast.ben)


def close_with(it: Relationship, cast: Cast, ada: Choice | None, ben: Choice | None) -> None:
    """They wind up, choose, and close together."""
    it.phase = Phase.WINDING_UP
    it.save()
    for person, choice in ((cast.ada, ada), (cast.ben, ben)):
        if choice:
            decide(it, choice, None, by=person)
    both(it, cast, Move.GO_ON)


def test_one_wish_moves_nobody(it: Relationship, cast: Cast) -> None:
    assert not wish_move(it, Move.GO_ON, by=cast.ada)
    assert not wish_move(it, Move.GO_ON, by=cast.ada)
    assert it.phase == Phase.RAPPORT


def test_the_last_wish_moves_and_the_history_says_what_was_open(
    it: Relationship, cast: Cast
) -> None:
    both(it, cast, Move.GO_ON)
    assert it.phase == Phase.DIRECTION
    assert PhaseChange.objects.get().still_open == ["met", "values", "agreement"]
    assert not it.move_wishes.exists()


def test_a_wish_taken_back_does_not_count(it: Relationship, cast: Cast) -> None:
    wish_move(it, Move.GO_ON, by=cast.ada)
    withdraw_wish(it, Move.GO_ON, by=cast.ada)
    assert not wish_move(it, Move.GO_ON, by=cast.ben)
    assert it.phase == Phase.RAPPORT


def test_going_back_is_as_normal_as_going_on(it: Relationship, cast: Cast) -> None:
    both(it, cast, Move.GO_ON)
    both(it, cast, Move.GO_BACK)
    assert it.phase == Phase.RAPPORT


def test_there_is_nothing_before_the_first_phase(it: Relationship, cast: Cast) -> None:
    with pytest.raises(WrongPhase):
        wish_move(it, Move.GO_BACK, by=cast.ada)


def test_ending_is_never_a_wish(it: Relationship, cast: Cast) -> None:
    with pytest.raises(NotAcceptable):
        wish_move(it, Move.END, by=cast.ada)
    assert not Ending.objects.exists()


def test_nobody_moves_what_has_ended(it: Relationship, cast: Cast) -> None:
    end_without_fault(it, by=cast.ada)
    with pytest.raises(NotNow, match="ended"):
        wish_move(it, Move.GO_ON, by=cast.ben)


def test_closing_together_completes_it(it: Relationship, cast: Cast) -> None:
    close_with(it, cast, MOVE_ON, MOVE_ON)
    ending = Ending.objects.get()
    assert (ending.kind, ending.rematch_from) == (EndingKind.COMPLETED, None)
    it.space.refresh_from_db()
    assert it.space.closed_at is not None


CHOICES = [
    (RENEW, RENEW, True),
    (MOVE_ON, MOVE_ON, False),
    (RENEW, MOVE_ON, False),
    (RENEW, None, False),
]


@pytest.mark.parametrize(("ada", "ben", "renewed"), CHOICES)
def test_a_new_cycle_begins_when_both_chose_it(
    ada: Choice | None, ben: Choice | None, renewed: bool, it: Relationship, cast: Cast
) -> None:
    close_with(it, cast, ada, ben)
    assert it.phase == Phase.CLOSED
    renewal = Relationship.objects.filter(renews=it).first()
    assert (renewal is not None) is renewed
    if renewal:
        assert (renewal.cycle, renewal.phase) == (2, Phase.RAPPORT)
        assert renewal.member_ids() == it.member_ids()
        assert renewal.space_id != it.space_id


def test_a_move_is_wished_and_carried_on_the_pages(it: Relationship, cast: Cast) -> None:
    url = f"/relationships/{it.code}/moves/"
    for person in (cast.ada, cast.ben):
        with browser_of(person, cast.organisation) as browser:
            browser.post(url, {"move": "go_on"})
            page = browser.get(url).content.decode()
    it.refresh_from_db()
    assert it.phase == Phase.DIRECTION
    assert "From Rapport to Direction" in page
    assert "Still open then:" in page


def test_nonsense_moves_nothing(it: Relationship, cast: Cast) -> None:
    with browser_of(cast.ada, cast.organisation) as browser:
        for move in ("end", "jump", ""):
            browser.post(f"/relationships/{it.code}/moves/", {"move": move})
    it.refresh_from_db()
    assert it.phase == Phase.RAPPORT
