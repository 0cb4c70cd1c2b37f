"""What a mentee of a group keeps to herself, on every page there is, seen by everybody else.

All of it is made at once and looked for as ciphertext: whoever gets no envelope can open none.
"""

from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

import pytest
from django.urls import URLPattern, reverse
from django.utils import timezone

from rapport.domain.competencies import Moment
from rapport.domain.ending import Next, Redefinition
from rapport.domain.formats import Format
from rapport.domain.goals import Level
from rapport.domain.permissions import Role
from rapport.domain.phases import Phase
from rapport.people.models import Person
from rapport.programmes.models import Intake
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.competencies import Look, view_competencies
from rapport.relationships.actions.goals import Figures, propose_goal
from rapport.relationships.actions.meetings import Slot, arrange_meeting, note_held
from rapport.relationships.actions.preparations import prepare
from rapport.relationships.actions.pulse import answer_pulse
from rapport.relationships.actions.reflections import Report, reflect
from rapport.relationships.actions.steps import Plan, plan_step
from rapport.relationships.actions.trust import choose_trust_cards
from rapport.relationships.actions.values import sort_values
from rapport.relationships.actions.winding_up import Choice, decide
from rapport.relationships.models import Relationship
from rapport.relationships.urls import urlpatterns
from rapport.sealed.actions.note import journal_for
from rapport.sealed.forms import SealedInput, read_sealed
from rapport.sealed.models import Envelope, Space
from tests.cast import Cast, browser_of
from tests.sealing import Hands

CODE_ALONE = [
    each.name
    for each in urlpatterns
    if isinstance(each, URLPattern) and each.name and set(each.pattern.converters) == {"code"}
]
"""Every page that needs no more than the code of a relationship."""
WITH_WORDS = ("values", "trust", "pulse", "goals", "steps", "decision", "winding_up")
OF_A_MEETING = ("meeting", "agenda", "preparation", "reflection", "session")


class Group:
    """Ada with Ben and Sam; Ben does everything first, the others nothing yet."""

    def __init__(self, cast: Cast) -> None:
        seats = [Seat(cast.ada, Role.MENTOR), Seat(cast.ben, Role.MENTEE)]
        seats.append(Seat(cast.sam, Role.MENTEE))
        intake = Intake.objects.get()
        self.it = begin_relationship(intake, seats, by=None, shaped=Format.GROUP)
        self.thread = self.it.threads.get(participants__person=cast.ben)
        self.cast, self.ben = cast, cast.ben
        self.circle, self.two = Hands(self.it), Hands(self.thread)
        self.alone = Hands.at_journal(cast.ben)
        for days in (2, 1):
            start = timezone.now() - timedelta(days=days)
            self.meeting = arrange_meeting(self.it, Slot(start, 60), by=self.ben)
            note_held(self.meeting, by=self.ben)

    def shared(self, schema: str) -> SealedInput:
        return self.circle.sealed(self.ben, schema, {"x": schema})

    def own(self, schema: str) -> SealedInput:
        return self.alone.sealed(self.ben, schema, {"x": schema})

    def between_two(self, schema: str) -> SealedInput:
        return self.two.sealed(self.ben, schema, {"x": schema})

    def pages(self, it: Relationship) -> Iterator[str]:
        """Every page there is."""
        yield from (reverse(name, args=[it.code]) for name in CODE_ALONE)
        if it == self.it:
            yield from self.pages_with_words(it)

    def pages_with_words(self, it: Relationship) -> Iterator[str]:
        """Those on which somebody finds her own."""
        yield from (reverse(name, args=[it.code]) for name in WITH_WORDS)
        if it == self.it:
            yield from (reverse(name, args=[it.code, self.meeting.pk]) for name in OF_A_MEETING)
            yield reverse("competency_view", args=[it.code, "rapport", "start"])

    def seen_by(self, person: Person, addresses: Iterable[str]) -> str:
        with browser_of(person, self.cast.organisation) as browser:
            answers = [browser.get(each.removeprefix(self.mount)) for each in addresses]
        assert any(each.status_code == 200 for each in answers)
        found = [each.content for each in answers if each.status_code == 200]
        return b"\n".join(found).decode(errors="replace")

    @property
    def mount(self) -> str:
        return self.cast.organisation.mount


def journal(group: Group) -> Space:
    return journal_for(group.ben)


def decide_while_winding_up(group: Group) -> None:
    """They went back a phase afterwards, as anybody may."""
    in_phase(group.it, Phase.WINDING_UP)
    choice = Choice(Next.MOVE_ON, Redefinition.FAREWELL)
    decide(group.it, choice, group.shared("decision/1"), by=group.ben)
    in_phase(group.it, Phase.RAPPORT)


def in_phase(it: Relationship, phase: Phase) -> None:
    it.phase = phase
    it.save(update_fields=["phase"])


# What Ben does; whether the mentor finds it. Sam, the other mentee, finds nothing of it.
PRIVATE: dict[str, tuple[Callable[[Group], object], bool]] = {
    "a preparation": (
        lambda group: prepare(
            group.meeting, group.own("preparation/1"), journal=journal(group), by=group.ben
        ),
        False,
    ),
    "a reflection": (
        lambda group: reflect(
            group.meeting, group.own("reflection/1"), Report(5, 5), journal=journal(group),
            by=group.ben,
        ),
        False,
    ),
    "values before all are done": (
        lambda group: sort_values(group.it, group.shared("values/1"), is_done=True, by=group.ben),
        False,
    ),
    "trust cards before all are done": (
        lambda group: choose_trust_cards(
            group.it, group.shared("trust/1"), is_done=True, by=group.ben
        ),
        False,
    ),
    "pulse answers before all are in": (
        lambda group: answer_pulse(group.it, 1, group.shared("pulse/1"), by=group.ben),
        False,
    ),
    "a look at herself": (
        lambda group: view_competencies(
            group.it,
            Look(group.ben, Phase.RAPPORT, Moment.START),
            group.own("competencies/1"),
            by=group.ben,
        ),
        False,
    ),
    "a goal of the thread": (
        lambda group: propose_goal(
            group.thread, group.between_two("goal/1"), Figures(None, 8, Level.LESS),
            owner=group.ben, by=group.ben,
        ),
        True,
    ),
    "a step of the thread": (
        lambda group: plan_step(
            group.thread, group.between_two("step/1"), Plan(owner=group.ben), by=group.ben
        ),
        True,
    ),
    "a decision before all have chosen": (decide_while_winding_up, False),
}  # fmt: skip


@pytest.fixture
def group(here: Relationship, cast: Cast) -> Group:
    return Group(cast)


def test_nobody_of_the_group_finds_what_is_private_on_any_page(group: Group) -> None:
    made: dict[str, str] = {}
    for name, (act, _mentor) in PRIVATE.items():
        before = set(Envelope.objects.values_list("pk", flat=True))
        act(group)
        (new,) = Envelope.objects.exclude(pk__in=before)
        made[name] = new.base64
    places = [*group.pages_with_words(group.it), *group.pages_with_words(group.thread)]
    mine, mentor = (group.seen_by(each, places) for each in (group.ben, group.cast.ada))
    other = group.seen_by(group.cast.sam, group.pages(group.it))
    assert [name for name, words in made.items() if words not in mine] == []
    assert [name for name, words in made.items() if words in other] == []
    for name, (_act, is_for_mentor) in PRIVATE.items():
        assert (made[name] in mentor) is is_for_mentor, name


def test_the_doors_of_a_thread_are_shut_for_the_others(group: Group) -> None:
    with browser_of(group.cast.sam, group.cast.organisation) as sam:
        for address in group.pages(group.thread):
            path = address.removeprefix(group.mount)
            assert sam.get(path).status_code in {404, 405}
            assert sam.post(path).status_code in {404, 405}


def test_the_other_mentee_is_no_member_of_the_space_of_a_thread(group: Group) -> None:
    members = set(group.thread.space.members.values_list("person", flat=True))
    assert members == {group.cast.ada.pk, group.ben.pk}
    assert read_sealed(b64decode(group.two.seal(group.ben, "goal/1", {}))).header.sid == str(
        group.thread.space_id
    )
