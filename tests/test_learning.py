"""Trainings, check-ups and workshops: who is meant, who is told, what stands on a board."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from rapport.domain.assemblies import (
    MINUTES,
    PURPOSES,
    TASKS,
    AssemblyKind,
    BoardGroup,
    check_ups_in,
)
from rapport.domain.events import AssemblyCalled, AssemblyCalledOff
from rapport.domain.permissions import Role
from rapport.domain.refusals import NotNow
from rapport.journal.models import Entry
from rapport.journal.recording import event_of
from rapport.learning.actions import Call, call_assembly, call_off, put_on_board, reply
from rapport.learning.models import Assembly, BoardCard
from rapport.learning.queries import assemblies_for, check_ups_this_year
from rapport.notifications.listeners import tell_people
from rapport.notifications.models import Notification
from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Enrolment, Intake, Programme
from rapport.relationships.models import Relationship
from tests.cast import Cast, browser_of


@pytest.fixture
def programme(cast: Cast, relationship: Relationship) -> Iterator[Programme]:
    """Ada has signed up as a mentor, Ben as a mentee."""
    with tenant(cast.organisation):
        intake = Intake.objects.get()
        for who, role in ((cast.ada, Role.MENTOR), (cast.ben, Role.MENTEE)):
            Enrolment.objects.create(
                intake=intake, person=who, name=who.name, email=who.email or "", role=role
            )
        yield intake.programme


def soon() -> datetime:
    return timezone.now().replace(second=0, microsecond=0) + timedelta(days=3)


def called(programme: Programme, cast: Cast, kind: AssemblyKind) -> Assembly:
    return call_assembly(programme, Call(kind, soon(), 90, "Room 3"), by=cast.cora)


def told(event: type[AssemblyCalled | AssemblyCalledOff]) -> set[str]:
    for entry in Entry.objects.filter(event=event.name()):
        tell_people(event_of(entry))
    return {each.person.name for each in Notification.objects.filter(event=event.name())}


MEANT = {
    AssemblyKind.MENTORS: {"Ada"},
    AssemblyKind.MENTEES: {"Ben"},
    AssemblyKind.JOINT: {"Ada", "Ben"},
    AssemblyKind.FOLLOW_UP: {"Ada", "Ben"},
    AssemblyKind.CHECK_UP: {"Ada", "Ben"},
    AssemblyKind.WORKSHOP: {"Ada", "Ben"},
}


@pytest.mark.parametrize("kind", AssemblyKind)
def test_each_kind_is_for_its_side_and_its_side_is_told(
    kind: AssemblyKind, programme: Programme, cast: Cast
) -> None:
    """What one side alone has to learn has a training of its own."""
    found = called(programme, cast, kind)
    seen = {who.name for who in (cast.ada, cast.ben, cast.cora) if found in assemblies_for(who)}
    assert told(AssemblyCalled) == seen == MEANT[kind]
    assert PURPOSES[kind].practises


def test_what_only_one_side_has_to_learn_is_not_the_same(cast: Cast) -> None:
    own = [PURPOSES[kind].practises for kind in (AssemblyKind.MENTORS, AssemblyKind.MENTEES)]
    assert not set(own[0]) & set(own[1])


def test_a_check_up_counts_in_its_year_unless_it_was_called_off(
    programme: Programme, cast: Cast
) -> None:
    first = called(programme, cast, AssemblyKind.CHECK_UP)
    called(programme, cast, AssemblyKind.FOLLOW_UP)
    assert check_ups_this_year(programme) == check_ups_in(
        [timezone.localdate(first.starts_at)], timezone.localdate().year
    )
    for _twice in range(2):
        call_off(first, by=cast.cora)
    assert check_ups_this_year(programme) == 0
    assert told(AssemblyCalledOff) == {"Ada", "Ben"}
    assert Entry.objects.filter(event=AssemblyCalledOff.name()).count() == 1


def test_the_same_call_twice_is_one_and_the_past_is_refused(
    programme: Programme, cast: Cast
) -> None:
    call = Call(AssemblyKind.JOINT, soon(), 90, "Room 3")
    assert call_assembly(programme, call, by=cast.cora) == call_assembly(
        programme, call, by=cast.cora
    )
    with pytest.raises(NotNow):
        call_assembly(
            programme, Call(AssemblyKind.JOINT, soon() - timedelta(days=9), 9, "x"), by=cast.cora
        )


def test_somebody_says_whether_she_comes_and_the_newest_counts(
    programme: Programme, cast: Cast
) -> None:
    found = called(programme, cast, AssemblyKind.JOINT)
    with browser_of(cast.ben, cast.organisation) as ben:
        for answer in ("yes", "no", "yes"):
            ben.post(f"/learning/{found.pk}/", {"is_coming": answer})
        page = ben.get(f"/learning/{found.pk}/").text
    assert "You are coming." in page
    assert "Who is coming" not in page
    with browser_of(cast.cora, cast.organisation) as cora:
        page = cora.get(f"/learning/{found.pk}/").text
        assert "1 of 2 have said that they come." in page
        assert "Are you coming?" not in page
    call_off(found, by=cast.cora)
    with pytest.raises(NotNow, match="called off"):
        reply(found, is_coming=False, by=cast.ben)


def test_whoever_is_not_meant_finds_nothing(programme: Programme, cast: Cast) -> None:
    found = called(programme, cast, AssemblyKind.MENTORS)
    with browser_of(cast.ben, cast.organisation) as ben:
        assert ben.get(f"/learning/{found.pk}/").status_code == 404
        assert "Training for mentors" not in ben.get("/learning/").text
    with browser_of(cast.ada, cast.organisation) as ada:
        assert "bear the silence" in ada.get(f"/learning/{found.pk}/").text
        assert ada.get(f"/learning/{found.pk}/board/").status_code == 404


def test_a_coordinator_calls_and_calls_off_on_the_page(programme: Programme, cast: Cast) -> None:
    path = f"/programmes/{programme.slug}/assemblies/"
    words = {"kind": "check_up", "minutes": 60, "place": "https://call.example"}
    when = timezone.localtime(soon()).strftime("%Y-%m-%dT%H:%M")
    with browser_of(cast.cora, cast.organisation) as cora:
        assert "Plan 3 a year" in cora.get(path).text
        cora.post(path, {**words, "starts_at": when})
        found = Assembly.objects.get()
        assert "data-assembly" in cora.get(path).text
        cora.post(f"{path}{found.pk}/end")
        assert "data-assembly" not in cora.get(path).text


def test_four_groups_have_a_task_something_to_begin_from_and_twenty_minutes() -> None:
    assert MINUTES == 20
    assert list(TASKS) == list(BoardGroup)
    assert all(len(task.beginnings) >= 9 for task in TASKS.values())


def test_a_card_appears_on_the_board_of_its_group_for_everybody(
    programme: Programme, cast: Cast
) -> None:
    found = called(programme, cast, AssemblyKind.WORKSHOP)
    board = f"/learning/{found.pk}/board/"
    with browser_of(cast.ben, cast.organisation) as ben:
        ben.post(board, {"group": "builds", "text": "<b>She asks back</b>"})
        assert ben.post(board, {"group": "nowhere", "text": "x"}).status_code == 200
    put_on_board(found, BoardGroup.DAMAGES, "Being late", by=cast.ada)
    with browser_of(cast.ada, cast.organisation) as ada:
        cards = ada.get(f"{board}cards").json()
        page = ada.get(board).text
    assert cards == {
        "agreement": [], "agenda": [], "builds": ["<b>She asks back</b>"], "damages": ["Being late"]
    }  # fmt: skip
    assert "&lt;b&gt;She asks back" in page
    assert "Ben" not in page.split("<main", 1)[1].split("</main", 1)[0]
    assert [each.place for each in BoardCard.objects.all()] == [1, 2]
