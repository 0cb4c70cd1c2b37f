"""Formats in life: who sits where, who steps out, and what the others of a group never see."""

import pytest

from rapport.domain.formats import SHAPES, Format
from rapport.domain.permissions import Role
from rapport.domain.phases import Move, Phase
from rapport.domain.refusals import NotAcceptable
from rapport.domain.rhythm import Nudge
from rapport.journal.models import Entry
from rapport.programmes.models import Intake
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.departures import leave
from rapport.relationships.actions.drift import look_after_rhythm
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.moves import wish_move
from rapport.relationships.models import Departure, Ending, Relationship
from rapport.relationships.pages.turns import listed
from tests.cast import Cast, browser_of

A, E, K, P = Role.MENTOR, Role.MENTEE, Role.CO_MENTOR, Role.PEER


def begun(cast: Cast, named: Format, roles: list[Role]) -> Relationship:
    """Ada first, then Ben, Cora and Sam, in these roles."""
    people = (cast.ada, cast.ben, cast.cora, cast.sam)
    seats = [Seat(who, role) for who, role in zip(people, roles, strict=False)]
    return begin_relationship(Intake.objects.get(), seats, by=None, shaped=named)


# The format, its seats, who leaves, and whether the others go on.
LEAVING: list[tuple[Format, list[Role], str, bool]] = [
    (Format.TEAM, [A, E, K], "cora", True),
    (Format.TEAM, [A, E, K], "ben", False),
    (Format.GROUP, [A, E, E], "ben", True),
    (Format.GROUP, [A, E, E], "ada", False),
    (Format.PEER, [P, P, P], "ada", True),
    (Format.PEER, [P, P], "ada", False),
    (Format.FLASH, [A, E], "ben", False),
]


@pytest.mark.parametrize("row", LEAVING)
def test_leaving_ends_it_or_lets_the_others_go_on(
    row: tuple[Format, list[Role], str, bool], here: Relationship, cast: Cast
) -> None:
    named, roles, name, others_go_on = row
    it = begun(cast, named, roles)
    left = leave(it, by=getattr(cast, name))
    assert isinstance(left, Departure if others_go_on else Ending)
    assert Relationship.objects.get(pk=it.pk).is_closed is not others_go_on
    seen = it.space.members.filter(person=getattr(cast, name), left_at=None)
    assert seen.exists() is not others_go_on


def test_whoever_stepped_out_finds_the_circle_no_more(here: Relationship, cast: Cast) -> None:
    it = begun(cast, Format.GROUP, [A, E, E])
    with browser_of(cast.ben, cast.organisation) as browser:
        answer = browser.post(f"/relationships/{it.code}/ending/")
        assert browser.get(f"/relationships/{it.code}/").status_code == 404
    thread = it.threads.get(participants__person=cast.ben)
    assert answer.headers["Location"].endswith(f"/relationships/{thread.code}/ending/")
    assert thread.is_closed


def test_stepping_out_is_told_without_a_name(here: Relationship, cast: Cast) -> None:
    it = begun(cast, Format.GROUP, [A, E, E])
    leave(it, by=cast.ben)
    leave(it, by=cast.ben)
    assert Entry.objects.filter(event="MemberLeft", relationship_id=it.pk).count() == 1


def test_a_wish_of_another_circle_holds_no_longer(here: Relationship, cast: Cast) -> None:
    it = begun(cast, Format.GROUP, [A, E, E])
    wish_move(it, Move.GO_ON, by=cast.ada)
    leave(it, by=cast.ben)
    assert not it.move_wishes.exists()
    assert not wish_move(it, Move.GO_ON, by=cast.ada)
    assert wish_move(it, Move.GO_ON, by=cast.cora)


def test_each_mentee_of_a_group_has_a_thread_that_the_others_never_find(
    here: Relationship, cast: Cast
) -> None:
    it = begun(cast, Format.GROUP, [A, E, E])
    mine = it.threads.get(participants__person=cast.ben)
    assert {each.person for each in mine.participants.all()} == {cast.ada, cast.ben}
    assert mine.space_id != it.space_id
    for page in ("", "goals/", "meetings/", "agreement/"):
        for person, expected in ((cast.ben, 200), (cast.ada, 200), (cast.cora, 404)):
            with browser_of(person, cast.organisation) as browser:
                answer = browser.get(f"/relationships/{mine.code}/{page}")
                assert answer.status_code == expected


def test_the_circle_leads_each_to_her_own_threads(here: Relationship, cast: Cast) -> None:
    it = begun(cast, Format.GROUP, [A, E, E])
    codes = {each.code for each in it.threads.all()}
    for person, count in ((cast.ada, 2), (cast.ben, 1), (cast.cora, 1)):
        with browser_of(person, cast.organisation) as browser:
            page = browser.get(f"/relationships/{it.code}/").text
        assert len([code for code in codes if code in page]) == count


def test_with_the_circle_its_threads_end(here: Relationship, cast: Cast) -> None:
    it = begun(cast, Format.GROUP, [A, E, E])
    end_without_fault(it, by=cast.ada)
    assert {each.phase for each in it.threads.all()} == {Phase.CLOSED}
    assert Ending.objects.filter(relationship__circle=it).count() == 2


def test_a_flash_meeting_goes_from_hello_to_thank_you(here: Relationship, cast: Cast) -> None:
    it = begun(cast, Format.FLASH, [A, E])
    for to in (Phase.WINDING_UP, Phase.CLOSED):
        for person in (cast.ada, cast.ben):
            wish_move(it, Move.GO_ON, by=person)
        assert it.phase == to


@pytest.mark.parametrize("named", [Format.FLASH, Format.THREAD])
def test_what_has_no_rhythm_is_never_asked(named: Format, here: Relationship, cast: Cast) -> None:
    Relationship.objects.filter(pk=here.pk).update(format=named, began_at="2020-01-01T00:00Z")
    it = Relationship.objects.get(pk=here.pk)
    assert look_after_rhythm(it, it.intake.ends_on) is Nudge.FINE


@pytest.mark.parametrize("roles", [[A, E, E], [E, E], [A]])
def test_seats_that_are_not_filled_begin_nothing(
    roles: list[Role], here: Relationship, cast: Cast
) -> None:
    before = Relationship.objects.count()
    with pytest.raises(NotAcceptable, match="seats"):
        begun(cast, Format.ONE_TO_ONE, roles)
    assert Relationship.objects.count() == before


FORMATS = {
    Format.TEAM: [A, E, K],
    Format.GROUP: [A, E, E],
    Format.PEER: [P, P, P],
    Format.REVERSE: [A, E],
    Format.FLASH: [A, E],
}


@pytest.mark.parametrize("named", FORMATS)
def test_every_format_shows_its_own_stations_and_nothing_more(
    named: Format, here: Relationship, cast: Cast
) -> None:
    it = begun(cast, named, FORMATS[named])
    with browser_of(cast.ada, cast.organisation) as browser:
        page = browser.get(f"/relationships/{it.code}/")
        moves = browser.get(f"/relationships/{it.code}/moves/")
    assert (page.status_code, moves.status_code) == (200, 200)
    assert len(page.context["stations"]) == len(SHAPES[named].stations)
    assert str(SHAPES[named].label) in page.text
    assert (f"/{it.code}/values/" in page.text) is (named is not Format.FLASH)


NAMES = [([], ""), (["Ada"], "Ada"), (["Ada", "Ben"], "Ada and Ben")]
NAMES += [(["Ada", "Ben", "Cora"], "Ada, Ben and Cora")]


@pytest.mark.parametrize(("names", "said"), NAMES)
def test_several_people_are_named_as_people_say_it(names: list[str], said: str) -> None:
    assert listed(names) == said


def test_a_flash_meeting_speaks_of_itself_and_has_no_goals(here: Relationship, cast: Cast) -> None:
    it = begun(cast, Format.FLASH, [A, E])
    with browser_of(cast.ada, cast.organisation) as browser:
        page = browser.get(f"/relationships/{it.code}/").text
    assert "You meet once, with one question in mind." in page
    assert f"/{it.code}/goals/" not in page
