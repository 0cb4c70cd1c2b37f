"""When people of a programme come together beside their own meetings: to learn, or to be asked.

Trainings for each side and for both, follow-ups, check-ups, and a workshop in four small groups.
Most of what makes a relationship work is mutual; what one side alone has to learn stands here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rapport.domain.agenda import LIBRARY
from rapport.domain.agreement import CLAUSES
from rapport.domain.permissions import Role
from rapport.domain.sentences import _
from rapport.domain.trust import DECK, Effect

CHECK_UPS_A_YEAR = 3
"""How many a programme plans for; fewer than that and things go unnoticed."""


class AssemblyKind(StrEnum):
    MENTORS = "mentors"
    MENTEES = "mentees"
    JOINT = "joint"
    FOLLOW_UP = "follow_up"
    CHECK_UP = "check_up"
    WORKSHOP = "workshop"


BOTH = frozenset({Role.MENTOR, Role.MENTEE})


@dataclass(frozen=True)
class Purpose:
    """What a kind is called, what it is for, for which side, and what is practised there."""

    label: str
    lead: str
    sides: frozenset[Role]
    practises: tuple[str, ...]


PURPOSES: dict[AssemblyKind, Purpose] = {
    AssemblyKind.MENTORS: Purpose(
        _("Training for mentors"),
        _("What only mentors have to learn, because nobody else can do it."),
        frozenset({Role.MENTOR}),
        (
            _("Ask three questions before giving one piece of advice."),
            _("Speak for less than a fifth of the time, and bear the silence."),
            _("Tell a failure of your own, and stop before the moral."),
            _("Notice when the mentee can do without you, and say so first."),
        ),
    ),
    AssemblyKind.MENTEES: Purpose(
        _("Training for mentees"),
        _("What only mentees have to learn, because the relationship is there for them."),
        frozenset({Role.MENTEE}),
        (
            _("Come with one issue, the facts of it, and two ways you have thought of."),
            _("Take from advice what fits you, and say what does not."),
            _("Call the next meeting, and write its agenda."),
            _("Take an hour after each meeting to think about it."),
        ),
    ),
    AssemblyKind.JOINT: Purpose(
        _("Joint training"),
        _("What both sides do, practised with each other."),
        BOTH,
        (
            _("Say back what you heard before you answer."),
            _("Give feedback in one sentence: what I saw, and what it did."),
            _("Tell each other your goals until both could tell a third."),
            _("Challenge once, kindly, and thank for being challenged."),
        ),
    ),
    AssemblyKind.FOLLOW_UP: Purpose(
        _("Follow-up training"),
        _("Some months on: what works, what does not, and one skill deepened."),
        BOTH,
        (
            _("Bring one situation that went well, and one that did not."),
            _("Choose the skill of your phase that most of you find hard."),
            _("Practise it in threes: one speaks, one listens, one watches."),
        ),
    ),
    AssemblyKind.CHECK_UP: Purpose(
        _("Check-up"),
        _(
            "How the programme is doing, from those who are in it. Nobody tells of her own "
            "relationship."
        ),
        BOTH,
        (
            _("What helps you to meet, and what gets in the way?"),
            _("What should the programme begin, stop, or go on with?"),
            _("Who would like to talk to somebody alone? It takes one click, and no reason."),
        ),
    ),
    AssemblyKind.WORKSHOP: Purpose(
        _("Workshop in four groups"),
        _("Twenty minutes in four small groups, then everybody together."),
        BOTH,
        (
            _("Each group has a task and a board, which everybody sees on the phone."),
            _("Nothing that anybody was told in confidence belongs on a board."),
        ),
    ),
}


class BoardGroup(StrEnum):
    AGREEMENT = "agreement"
    AGENDA = "agenda"
    BUILDS = "builds"
    DAMAGES = "damages"


@dataclass(frozen=True)
class Task:
    """What a group does, and what it may begin from: cards and clauses that the product has."""

    title: str
    question: str
    beginnings: tuple[str, ...]


MINUTES = 20
"""How long the groups work."""


def behaviours(effect: Effect) -> tuple[str, ...]:
    return tuple(each.text for each in DECK if each.effect is effect)


TASKS: dict[BoardGroup, Task] = {
    BoardGroup.AGREEMENT: Task(
        _("The agreement"),
        _("What must stand in an agreement that both sign gladly?"),
        tuple(each.heading for each in CLAUSES),
    ),
    BoardGroup.AGENDA: Task(
        _("The first meeting"),
        _("What belongs into the first hour, in which order, and for how long?"),
        tuple(each.title for part in LIBRARY.values() for each in part),
    ),
    BoardGroup.BUILDS: Task(
        _("What builds trust"),
        _("What does somebody do whom you come to trust?"),
        behaviours(Effect.BUILDS),
    ),
    BoardGroup.DAMAGES: Task(
        _("What damages trust"),
        _("What would make you tell less the next time?"),
        behaviours(Effect.DAMAGES),
    ),
}

LONGEST_CARD = 200


def check_ups_in(days: Iterable[date], year: int) -> int:
    """How many of these days lie in the year."""
    return sum(day.year == year for day in days)
