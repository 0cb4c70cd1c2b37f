"""Figures of a whole programme, pooled in waves so that nobody can be told from them.

A wave is of the pulse of a month, or of what changed in the skills of one phase in half a year.
Knows from how many people of how many pairs on a group is shown, when a group is too near to an
earlier one, and how coarsely its figures are said. Does not know how an attacker would calculate;
the auditor of the evaluation does, and has the last word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from rapport.domain.competencies import COMPETENCIES
from rapport.domain.findings import LEAST, is_small, may_be_published_again
from rapport.domain.permissions import Role
from rapport.domain.phases import Phase
from rapport.domain.pulse import HIGH, LOW, Side
from rapport.domain.sentences import _

POOLED: dict[str, Side] = {
    "respect": Side.OTHER,
    "expression": Side.SELF,
    "confidentiality": Side.OTHER,
}
"""What a member may lend to the pool: themes that every pulse asks, and of whom they speak."""

STATEMENTS: dict[str, str] = {
    "respect": _("People feel taken seriously."),
    "expression": _("People say what they think, without being afraid."),
    "confidentiality": _("What people say here stays safe."),
}


class Subject(StrEnum):
    """What is pooled: three figures of the pulse, or the change in the skills of one phase."""

    PULSE = "pulse"
    RAPPORT = "rapport"
    DIRECTION = "direction"
    PROGRESSION = "progression"
    WINDING_UP = "winding_up"


SKILLS: dict[Subject, Phase] = {
    subject: Phase(subject) for subject in Subject if subject is not Subject.PULSE
}

THEMES: dict[Subject, dict[str, str]] = {
    Subject.PULSE: STATEMENTS,
    **{
        subject: {skill.key: skill.name for skill in COMPETENCIES[phase]}
        for subject, phase in SKILLS.items()
    },
}
"""What whoever lends has to give whole, and the sentence for each."""

MONTHS: dict[Subject, int] = {subject: 6 if subject in SKILLS else 1 for subject in Subject}
"""How long a wave takes. A phase is looked back at once, so a month of it would never be enough."""

NO_CHANGE = 3
"""The change in a skill is said on the scale from 1 to 5 like everything else: 3 is as before."""

FINE_FROM = 20
"""From so many people on a mean is said in tenths, below in halves."""

BANDS: tuple[tuple[int, str], ...] = ((50, "50+"), (20, "20–49"), (10, "10–19"), (5, "5–9"))
TENS = 10


class Group(StrEnum):
    """The only dimension there is: everybody, and the two sides."""

    EVERYBODY = "everybody"
    MENTORS = "mentors"
    MENTEES = "mentees"


GROUP_LABELS: dict[Group, str] = {
    Group.EVERYBODY: _("Everybody"),
    Group.MENTORS: _("Mentors"),
    Group.MENTEES: _("Mentees"),
}

SIDES: dict[Group, frozenset[Role]] = {
    Group.MENTORS: frozenset({Role.MENTOR, Role.CO_MENTOR}),
    Group.MENTEES: frozenset({Role.MENTEE}),
}


@dataclass(frozen=True, slots=True)
class Giver:
    """Who lent figures to a wave: a person, her pair and her side. Never which figures."""

    person: str
    pair: str
    role: Role


type People = frozenset[Giver]


def groups_of(givers: Iterable[Giver]) -> dict[Group, People]:
    """Everybody, and those on each side; whoever is on neither counts in the whole alone."""
    everybody = frozenset(givers)
    sides = {
        group: frozenset(each for each in everybody if each.role in roles)
        for group, roles in SIDES.items()
    }
    return {Group.EVERYBODY: everybody, **sides}


def is_enough(people: People) -> bool:
    """At least five people, from at least five different pairs."""
    return len(people) >= LEAST and len({each.pair for each in people}) >= LEAST


def leaves_nobody_over(rest: People) -> bool:
    """What is left when parts are taken from a whole: nobody, or enough."""
    return not rest or is_enough(rest)


def shown_groups(
    now: Mapping[Group, People], before: Mapping[Group, frozenset[str]]
) -> frozenset[Group]:
    """Which groups may be shown; `before` are the people of each group when it was last shown."""
    shown = {
        group
        for group, people in now.items()
        if is_enough(people) and is_far_from(people, before.get(group))
    }
    while weak := told_by_what_is_left(now, shown):
        shown.remove(min(weak, key=lambda group: (len(now[group]), group)))
    return frozenset(shown)


def is_far_from(people: People, before: frozenset[str] | None) -> bool:
    names = frozenset(each.person for each in people)
    return before is None or may_be_published_again(before, names)


def told_by_what_is_left(now: Mapping[Group, People], shown: set[Group]) -> list[Group]:
    """Shown parts that, taken from the shown whole, leave a small rest; none without a whole."""
    if Group.EVERYBODY not in shown:
        return []
    parts = sorted(shown - {Group.EVERYBODY})
    for many in range(1, len(parts) + 1):
        for chosen in combinations(parts, many):
            taken = frozenset().union(*(now[group] for group in chosen))
            if not leaves_nobody_over(now[Group.EVERYBODY] - taken):
                return list(chosen)
    return []


def step_of(people: int) -> float:
    """How coarsely a mean of so many answers is said."""
    return 0.1 if people >= FINE_FROM else 0.5


def coarse(mean: float, people: int) -> float:
    """The mean as it is said, on the scale from 1 to 5."""
    step = step_of(people)
    return min(max(round(round(mean / step) * step, 1), float(LOW)), float(HIGH))


def band(people: int) -> str:
    """How many people there are, as a band; "" for fewer than five."""
    return next((label for least, label in BANDS if people >= least), "")


def share_in_tens(given: int, asked: int) -> int:
    """How many of those asked gave something, in steps of ten per cent; 0 where it would tell."""
    if is_small(given) or not asked:
        return 0
    return min(round(given / asked * TENS) * TENS, 100)


def change_of(start: int, end: int) -> int:
    """The figure for what changed between two looks; more than two steps count as two."""
    return NO_CHANGE + max(-2, min(end - start, 2))


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def first_of_wave(day: date, subject: Subject) -> date:
    """The first day of the wave that a day falls into; it names the wave."""
    months = MONTHS[subject]
    return day.replace(month=(day.month - 1) // months * months + 1, day=1)


def month_before(month: date) -> date:
    return first_of_month(first_of_month(month) - timedelta(days=1))


def are_figures(figures: Mapping[str, object], subject: Subject = Subject.PULSE) -> bool:
    """Whether they are exactly what the pool takes: one whole answer for each theme."""
    return set(figures) == set(THEMES[subject]) and all(
        type(value) is int and LOW <= value <= HIGH for value in figures.values()
    )
