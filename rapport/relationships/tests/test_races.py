"""Two people in the same instant, two hundred times, on a real database: never a half state.

Each race has a relationship of its own, two connections that stay open, and a barrier. What comes
of it is read from rows afterwards; whoever came second may have been refused with a sentence.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

import pytest
from django.db import connections
from django.utils import timezone

from rapport.domain.phases import Move, Phase
from rapport.domain.refusals import Refusal
from rapport.domain.rhythm import Answer
from rapport.journal.models import Entry
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.relationships.actions.agreements import (
    sign_agreement,
)
from rapport.relationships.actions.departures import leave
from rapport.relationships.actions.drift import answer_drift
from rapport.relationships.actions.ending import end_unplanned
from rapport.relationships.actions.meetings import Slot, arrange_meeting
from rapport.relationships.actions.moves import wish_move
from rapport.relationships.actions.pause import pause_relationship
from rapport.relationships.actions.proposals import choose_time
from rapport.relationships.actions.values import sort_values
from rapport.relationships.actions.winding_up import decide
from rapport.relationships.models import (
    Agreement,
    Departure,
    Ending,
    ProposedTime,
    Relationship,
)
from rapport.relationships.tests.starts import (
    DAY,
    FRIENDS,
    WEEKLY,
    Act,
    Scene,
    asked,
    cards_to_sort,
    group,
    nothing,
    offered,
    times_offered,
    winding_up,
)
from tests.cast import Cast, pair

EACH = 13
"""Seventeen kinds of race, so many times each: 221."""

# What each does.


def sign(scene: Scene, it: Relationship, who: Person) -> object:
    agreement = Agreement.objects.select_related("relationship").get(relationship=it)
    return sign_agreement(agreement, scene.given[who.pk], by=who)


def end(_scene: Scene, it: Relationship, who: Person) -> object:
    return leave(it, by=who)


def close_unplanned(scene: Scene, it: Relationship, _who: Person) -> object:
    return end_unplanned(it, by=scene.cast.cora)


def answer(scene: Scene, it: Relationship, who: Person) -> object:
    question = it.drift_questions.select_related("relationship").get()
    return answer_drift(question, Answer.CONTINUE, by=who)


def go_on(_scene: Scene, it: Relationship, who: Person) -> object:
    return wish_move(it, Move.GO_ON, by=who)


def choose_next(_scene: Scene, it: Relationship, who: Person) -> object:
    return decide(it, FRIENDS, None, by=who)


def arrange(_scene: Scene, it: Relationship, who: Person) -> object:
    return arrange_meeting(it, Slot(timezone.now().replace(microsecond=0) + DAY, 60), by=who)


def choose(scene: Scene, _it: Relationship, who: Person) -> object:
    time = ProposedTime.objects.select_related("proposal__relationship")
    return choose_time(time.get(pk=scene.given[who.pk]), by=who)


def sort(scene: Scene, it: Relationship, who: Person) -> object:
    return sort_values(it, scene.given[who.pk], is_done=True, by=who)


def pause(_scene: Scene, it: Relationship, who: Person) -> object:
    return pause_relationship(it, timezone.localdate() + 9 * DAY, by=who)


# What must be true of the rows afterwards.


def told(it: Relationship, event: str) -> int:
    return Entry.objects.filter(relationship_id=it.pk, event=event).count()


def is_whole(it: Relationship) -> bool:
    """Ended exactly when it is closed; then nothing of it is open any more."""
    endings = Ending.objects.filter(relationship=it).count()
    if not it.is_closed:
        return endings == 0 and it.space.closed_at is None
    ahead = it.meetings.filter(held_at=None, cancelled_at=None, starts_at__gt=timezone.now())
    return (
        endings
        == told(it, "RelationshipEnded")
        == it.phase_changes.filter(to="closed").count()
        == 1
        and it.space.closed_at is not None
        and not ahead.exists()
        and not it.pauses.filter(ended_at=None).exists()
        and not it.decision_needs.filter(settled_at=None).exists()
    )


def signed_once_by_each(it: Relationship) -> bool:
    agreement = Agreement.objects.get(relationship=it)
    complete = [
        each.values["is_complete"] for each in Entry.objects.filter(event="AgreementSigned")
        if each.relationship_id == it.pk
    ]  # fmt: skip
    both = sorted(complete) == ["False", "True"] and it.rhythm_days == WEEKLY.rhythm_days
    return agreement.signatures.count() == 2 and both


def signed_or_ended(it: Relationship) -> bool:
    signatures = Agreement.objects.get(relationship=it).signatures.count()
    return it.is_closed and signatures == told(it, "AgreementSigned") <= 1


def answered_by_both(it: Relationship) -> bool:
    question = it.drift_questions.get()
    return question.answers.count() == 2 and told(it, "DecisionSettled") == 1


def moved_once(it: Relationship) -> bool:
    return it.phase == Phase.DIRECTION and it.phase_changes.count() == 1


def decided_once(it: Relationship) -> bool:
    return it.decisions.count() == 2 and told(it, "DecisionMade") == 1


def is_closed(it: Relationship) -> bool:
    return it.is_closed


def one_meeting(it: Relationship) -> bool:
    return it.meetings.count() == told(it, "MeetingArranged") == 1


def one_stepped_out_and_then_it_ended(it: Relationship) -> bool:
    return Departure.objects.filter(relationship=it).count() == 1 and it.is_closed


def revealed_once(it: Relationship) -> bool:
    done = it.value_sorts.exclude(done_at=None).count()
    return done == told(it, "ValuesSorted") == 2 and told(it, "ValuesRevealed") == 1


def one_open_pause(it: Relationship) -> bool:
    return it.pauses.filter(ended_at=None).count() == 1


@dataclass(frozen=True)
class Race:
    """Before the start; what Ada and Ben do at once; what holds afterwards, besides being whole."""

    name: str
    before: Callable[[Scene], Relationship]
    ada: Act
    ben: Act
    holds: Callable[[Relationship], bool]


RACES = (
    Race("both sign", offered, sign, sign, signed_once_by_each),
    Race("one signs, one ends", offered, sign, end, signed_or_ended),
    Race("both answer", asked, answer, answer, answered_by_both),
    Race("one answers, one ends", asked, answer, end, is_closed),
    Race("one answers, the coordinator closes", asked, answer, close_unplanned, is_closed),
    Race("both end", nothing, end, end, is_closed),
    Race("one ends, the coordinator closes", asked, end, close_unplanned, is_closed),
    Race("both move on", nothing, go_on, go_on, moved_once),
    Race("both close together", winding_up, go_on, go_on, is_closed),
    Race("one closes together, one ends", winding_up, go_on, end, is_closed),
    Race("both decide", winding_up, choose_next, choose_next, decided_once),
    Race("both arrange the same", nothing, arrange, arrange, one_meeting),
    Race("both choose a time", times_offered, choose, choose, one_meeting),
    Race("one arranges, one ends", nothing, arrange, end, is_closed),
    Race("both are done with their cards", cards_to_sort, sort, sort, revealed_once),
    Race("both pause", nothing, pause, pause, one_open_pause),
    Race("both step out of a group", group, end, end, one_stepped_out_and_then_it_ended),
)


@pytest.fixture
def scene(committed_cast: Cast) -> Scene:
    pair(committed_cast)
    return Scene(committed_cast)


@pytest.fixture
def lanes() -> Iterator[ThreadPoolExecutor]:
    """Two threads; each keeps its connection from race to race."""
    with ThreadPoolExecutor(2) as pool:
        yield pool
        both = Barrier(2)

        def leave_lane(_lane: int) -> None:
            both.wait()
            connections.close_all()

        list(pool.map(leave_lane, range(2)))


def run(race: Race, scene: Scene, pool: ThreadPoolExecutor) -> Relationship:
    """Prepare, start both in the same instant, and read what came of it."""
    start = Barrier(2)

    def do(act: Act, who: Person) -> None:
        try:
            with tenant(scene.cast.organisation):
                mine = Relationship.objects.get(pk=it.pk)
                start.wait(timeout=20)
                act(scene, mine, who)
        except Refusal:
            pass

    with tenant(scene.cast.organisation):
        it = race.before(scene)
    list(pool.map(do, (race.ada, race.ben), (scene.cast.ada, scene.cast.ben)))
    return it


@pytest.mark.parametrize("race", RACES, ids=lambda race: race.name)
def test_two_in_the_same_instant_leave_no_half_state(
    race: Race, scene: Scene, lanes: ThreadPoolExecutor
) -> None:
    for number in range(EACH):
        it = run(race, scene, lanes)
        with tenant(scene.cast.organisation):
            after = Relationship.objects.select_related("space").get(pk=it.pk)
            assert is_whole(after), f"{race.name}: half a state in race {number}"
            assert race.holds(after), f"{race.name}: not as it should be in race {number}"
