"""Home and the relationship's own page: one next step, the same for both, at a constant price."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rapport.domain.next_step import STEPS, next_step
from rapport.domain.permissions import Role
from rapport.domain.phases import Move
from rapport.organisations.models import Membership
from rapport.people.models import Person
from rapport.programmes.models import Intake
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.meetings import Slot, arrange_meeting, note_held
from rapport.relationships.actions.moves import wish_move
from rapport.relationships.models import Reflection, Relationship
from rapport.relationships.pages.overview import stations_of
from rapport.relationships.pages.turns import WAYS, waiting_for
from rapport.relationships.queries.homes import home_of
from rapport.relationships.queries.turns import prefetched, situation_of
from rapport.sealed.models import SealedObject
from tests.cast import Cast, browser_of
from tests.sealing import Hands


def page(who: Person, cast: Cast, address: str) -> str:
    with browser_of(who, cast.organisation) as browser:
        answer = browser.get(address)
    assert answer.status_code == 200
    return answer.text


def step_of(here: Relationship, who: Person) -> str:
    return next_step(situation_of(prefetched(here), who.pk, timezone.now())).key


def test_at_the_root_one_chooses_an_organisation_first(cast: Cast, client: object) -> None:
    client.force_login(cast.ada)  # type: ignore[attr-defined]  # a fixture of pytest-django
    answer = client.get("/")  # type: ignore[attr-defined]  # as above
    assert answer.status_code == 302


def test_an_empty_home_teaches_and_offers_the_key(here: Relationship, cast: Cast) -> None:
    text = page(cast.sam, cast, "/")
    assert "Your first relationship will appear here" in text
    assert "Set up your key" in text


def test_home_shows_each_relationship_with_its_one_step(here: Relationship, cast: Cast) -> None:
    text = page(cast.ada, cast, "/")
    assert f'data-relationship="{here.code}"' in text
    assert 'data-step="set_up_key"' in text


def test_every_step_has_a_way_to_go() -> None:
    assert set(WAYS) == {step.key for step in STEPS}


def test_the_first_steps_of_a_pair(here: Relationship, cast: Cast) -> None:
    assert step_of(here, cast.ada) == "set_up_key"
    Hands(here)
    assert step_of(here, cast.ada) == step_of(here, cast.ben) == "arrange_first"
    meeting = arrange_meeting(here, Slot(timezone.now() + timedelta(days=20), 60), by=cast.ada)
    assert step_of(here, cast.ben) == "sort_values"
    meeting.starts_at = timezone.now() - timedelta(hours=2)
    meeting.save()
    assert step_of(here, cast.ben) == "note_meeting"
    note_held(meeting, by=cast.ada)
    assert step_of(here, cast.ben) == "reflect"


def test_a_wish_to_move_is_the_others_turn(here: Relationship, cast: Cast) -> None:
    Hands(here)
    wish_move(here, Move.GO_ON, by=cast.ada)
    assert step_of(here, cast.ben) == "answer_move"
    me = here.participants.get(person=cast.ada)
    lines = waiting_for(prefetched(here), me, timezone.now())
    assert lines == ["Ben thinks about moving to the next phase."]


def test_nobody_learns_who_has_not_reflected(here: Relationship, cast: Cast) -> None:
    Hands(here)
    meeting = arrange_meeting(here, Slot(timezone.now() - timedelta(hours=2), 60), by=cast.ada)
    note_held(meeting, by=cast.ada)
    words = SealedObject.objects.create(space=here.space)
    Reflection.objects.create(meeting=meeting, person=cast.ada, words=words)
    assert (step_of(here, cast.ada), step_of(here, cast.ben)) == ("sort_values", "reflect")
    me = here.participants.get(person=cast.ada)
    assert waiting_for(prefetched(here), me, timezone.now()) == []


def test_the_page_is_the_same_for_both_sides(here: Relationship, cast: Cast) -> None:
    address = f"/relationships/{here.code}/"
    ada, ben = page(cast.ada, cast, address), page(cast.ben, cast, address)
    for part in ('aria-current="step"', "data-next-step", "data-ways-out", "Your history"):
        assert part in ada
        assert part in ben
    assert "You and Ben" in ada
    assert "You and Ada" in ben


@pytest.mark.parametrize("who", ["cora", "sam", "eve", "otto"])
def test_nobody_else_opens_it(here: Relationship, cast: Cast, who: str) -> None:
    with browser_of(getattr(cast, who), cast.organisation) as browser:
        assert browser.get(f"/relationships/{here.code}/").status_code == 404


def test_who_has_only_what_ended_finds_it_and_learns_what_comes(
    here: Relationship, cast: Cast
) -> None:
    before = page(cast.ada, cast, "/")
    end_without_fault(here, by=cast.ben)
    after = page(cast.ada, cast, "/")
    assert "Nothing is running at the moment" not in before
    assert "Nothing is running at the moment" in after
    assert "<details" not in after
    assert f'href="/o/harbour/relationships/{here.code}/">You and Ben</a>' in after


READABLE = ["", "meetings/", "values/", "agreement/"]


@pytest.mark.parametrize("part", READABLE)
def test_after_the_end_everything_is_read_and_nothing_offered(
    here: Relationship, cast: Cast, part: str
) -> None:
    end_without_fault(here, by=cast.ben)
    text = page(cast.ada, cast, f"/relationships/{here.code}/{part}")
    assert "This relationship has ended" in text
    main = text.partition("<main")[2]
    assert "<form" not in main
    assert "data-ways-out" not in main


WRITING = ["meetings/new", "agreement/draft"]


@pytest.mark.parametrize("part", WRITING)
def test_after_the_end_pages_to_write_are_gone(here: Relationship, cast: Cast, part: str) -> None:
    end_without_fault(here, by=cast.ben)
    with browser_of(cast.ada, cast.organisation) as ada:
        assert ada.get(f"/relationships/{here.code}/{part}").status_code == 404


def test_an_early_end_says_what_was_left_out(here: Relationship, cast: Cast) -> None:
    end_without_fault(here, by=cast.ben)
    states = [(each["state"], each["note"]) for each in stations_of(here)]
    left_out = ("ahead", "left out")
    assert states == [("past", ""), left_out, left_out, left_out, ("here", "")]


def test_the_most_urgent_of_several_relationships_comes_first(
    here: Relationship, cast: Cast
) -> None:
    Hands(here)
    other = another_pair(cast, 1)
    arrange_meeting(here, Slot(timezone.now() - timedelta(hours=2), 60), by=cast.ada)
    home = home_of(cast.ada, timezone.now())
    assert [card.turn.key for card in home.living] == ["note_meeting", "prepare"]
    assert [card.relationship for card in home.living] == [here, other]


def another_pair(cast: Cast, number: int) -> Relationship:
    mentee = Person.objects.create(email=f"m{number}@example.org", name=f"Mentee {number}")
    Membership.objects.create(person=mentee)
    seats = [Seat(cast.ada, Role.MENTOR), Seat(mentee, Role.MENTEE)]
    new = begin_relationship(Intake.objects.get(), seats, by=cast.cora)
    arrange_meeting(new, Slot(timezone.now() + timedelta(days=number + 1), 60), by=cast.ada)
    return new


def test_home_costs_the_same_for_one_relationship_and_for_thirty(
    here: Relationship, cast: Cast
) -> None:
    costs = []
    another_pair(cast, 0)
    for number in range(1, 31):
        another_pair(cast, number)
        if number in {1, 30}:
            page(cast.ada, cast, "/")
            with CaptureQueriesContext(connection) as queries:
                page(cast.ada, cast, "/")
            costs.append(len(queries))
    assert costs[0] == costs[1]
