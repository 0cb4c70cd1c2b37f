"""The formats a relationship may have, and what each changes: one table, read by everything.

A format never gets pages, acts or rules of its own. It says who takes part, which stations its way
has, what should stand ready at each, how much of agreement and pulse it wants, and who may leave
without ending it for the others. Whatever it does not say is as in one-to-one mentoring.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rapport.domain.permissions import MEMBERS, Role
from rapport.domain.phases import CONSENT, STATIONS, Consent, Move, Phase, after
from rapport.domain.sentences import _

MENTORS = frozenset({Role.MENTOR, Role.CO_MENTOR})
MANY = 12
"""A circle with more people than this is a class, and has other needs."""


class Format(StrEnum):
    ONE_TO_ONE = "one_to_one"
    TEAM = "team"
    GROUP = "group"
    THREAD = "thread"
    PEER = "peer"
    REVERSE = "reverse"
    FLASH = "flash"


class Outcome(StrEnum):
    """What comes of one member's move."""

    IMPOSSIBLE = "impossible"
    ONCE_ALL_WISH = "once_all_wish"
    ENDS = "ends"
    STEPS_OUT = "steps_out"


class Agreement(StrEnum):
    """How much of an agreement a format wants."""

    FULL = "full"
    SHORT = "short"
    NONE = "none"


class Pulse(StrEnum):
    """How a format looks after its own foundations."""

    REGULAR = "regular"
    ONCE = "once"
    NONE = "none"


@dataclass(frozen=True)
class Gathering:
    """How pairs become one relationship: those around the same person in this role.

    Of the others there are `least` to `most`; `usual` when that person has not said how many.
    """

    around: Role
    least: int
    most: int
    usual: int


CONDITIONS_OF_A_PAIR: Mapping[Phase, tuple[str, ...]] = {
    Phase.RAPPORT: ("met", "values", "agreement"),
    Phase.DIRECTION: ("goal", "scale", "commitment", "step"),
    Phase.PROGRESSION: ("reached",),
    Phase.WINDING_UP: ("reviewed", "closing", "decided"),
    Phase.CLOSED: (),
}
# A circle works on what its members share; what is one mentee's own has its place in a thread.
CONDITIONS_OF_A_GROUP = {**CONDITIONS_OF_A_PAIR, Phase.DIRECTION: ("goal", "step")}
CONDITIONS_OF_A_THREAD = {**CONDITIONS_OF_A_PAIR, Phase.RAPPORT: ("met",)}
CONDITIONS_OF_A_FLASH: Mapping[Phase, tuple[str, ...]] = {
    Phase.RAPPORT: ("met",),
    Phase.WINDING_UP: ("thanked",),
    Phase.CLOSED: (),
}


@dataclass(frozen=True)
class Shape:
    """What one format changes.

    `seats` says for each role how few and how many people (inclusive) it has. `leaves_alone` are
    the roles whose members step out while the others go on, as long as the seats are still filled.
    `said_of_phases` are sentences in the place of the usual ones. `first_to_look` are those to
    whom the view of readiness is shown before the others. Peers have no sides: neither of them
    could lead as the mentor or as the mentee. `gathering` makes one relationship of several pairs
    of a round; without it each pair is one.
    """

    label: str
    sentence: str
    seats: Mapping[Role, tuple[int, int]]
    stations: tuple[Phase, ...] = STATIONS
    conditions: Mapping[Phase, tuple[str, ...]] = field(
        default_factory=lambda: CONDITIONS_OF_A_PAIR
    )
    agreement: Agreement = Agreement.FULL
    pulse: Pulse = Pulse.REGULAR
    leaves_alone: frozenset[Role] = frozenset()
    first_to_look: frozenset[Role] = MENTORS
    said_of_phases: Mapping[Phase, str] = field(default_factory=dict)
    has_rhythm: bool = True
    has_sides: bool = True
    has_threads: bool = False
    gathering: Gathering | None = None

    def usual(self, side: Role) -> int:
        """How many partners somebody on this side takes who has not said how many."""
        gathers = self.gathering
        return gathers.usual if gathers and gathers.around is side else 1


PAIR_SEATS = {Role.MENTOR: (1, 1), Role.MENTEE: (1, 1)}

SHAPES: Mapping[Format, Shape] = {
    Format.ONE_TO_ONE: Shape(
        _("One to one"), _("One mentor and one mentee, for as long as you agree."), PAIR_SEATS
    ),
    Format.TEAM: Shape(
        _("Team"),
        _("One mentee, one mentor and co-mentors who each bring something else."),
        {Role.MENTOR: (1, 1), Role.CO_MENTOR: (1, 4), Role.MENTEE: (1, 1)},
        leaves_alone=frozenset({Role.CO_MENTOR}),
        gathering=Gathering(Role.MENTEE, least=2, most=5, usual=2),
    ),
    Format.GROUP: Shape(
        _("Group"),
        _(
            "One mentor and several mentees. What you share stands here; what is yours alone has "
            "its place in a thread between you and the mentor."
        ),
        {Role.MENTOR: (1, 1), Role.CO_MENTOR: (0, 2), Role.MENTEE: (2, MANY)},
        conditions=CONDITIONS_OF_A_GROUP,
        leaves_alone=frozenset({Role.MENTEE, Role.CO_MENTOR}),
        has_threads=True,
        gathering=Gathering(Role.MENTOR, least=2, most=MANY, usual=4),
    ),
    Format.THREAD: Shape(
        _("Thread in a group"),
        _("Between one mentee and the mentor of a group. The others of the group do not see it."),
        PAIR_SEATS,
        conditions=CONDITIONS_OF_A_THREAD,
        agreement=Agreement.NONE,
        pulse=Pulse.NONE,
        has_rhythm=False,
    ),
    Format.PEER: Shape(
        _("Peers"),
        _("Each of you is mentor and mentee, in turns."),
        {Role.PEER: (2, 6)},
        leaves_alone=frozenset({Role.PEER}),
        first_to_look=frozenset({Role.PEER}),
        has_sides=False,
    ),
    Format.REVERSE: Shape(
        _("Reverse"),
        _("Whoever has been here for a shorter time is the mentor."),
        PAIR_SEATS,
    ),
    Format.FLASH: Shape(
        _("Flash"),
        _("One question, one meeting, one thank-you."),
        PAIR_SEATS,
        stations=(Phase.RAPPORT, Phase.WINDING_UP, Phase.CLOSED),
        conditions=CONDITIONS_OF_A_FLASH,
        agreement=Agreement.SHORT,
        pulse=Pulse.ONCE,
        said_of_phases={
            Phase.RAPPORT: _("You meet once, with one question in mind."),
            Phase.WINDING_UP: _("You say thank you, and what you take along."),
        },
        has_rhythm=False,
    ),
}

# Threads are made with their group, never by themselves.
FOUNDED = tuple(each for each in Format if each is not Format.THREAD)


def roles_in(shape: Shape, mentors: int, mentees: int) -> list[Role]:
    """The roles of people from a round: mentors first, best first, then mentees.

    Where there are no sides all are peers; of several mentors the first is the mentor.
    """
    if not shape.has_sides:
        return [Role.PEER] * (mentors + mentees)
    return [Role.MENTOR, *[Role.CO_MENTOR] * (mentors - 1), *[Role.MENTEE] * mentees]


def begun_as(wanted: Format, roles: list[Role]) -> Format:
    """The wanted format where its seats are filled; else the one that these people make."""
    return wanted if fits(SHAPES[wanted], roles) else format_for(roles)


def fits(shape: Shape, roles: list[Role]) -> bool:
    """Whether people with these roles fill the seats of a format, nobody too few or too many."""
    counted = {role: roles.count(role) for role in set(roles) | set(shape.seats)}
    return all(
        shape.seats.get(role, (0, 0))[0] <= count <= shape.seats.get(role, (0, 0))[1]
        for role, count in counted.items()
    )


def format_for(roles: list[Role]) -> Format:
    """The format that people with these roles make when nobody named one; ValueError if none."""
    for each in (Format.ONE_TO_ONE, Format.TEAM, Format.GROUP, Format.PEER):
        if fits(SHAPES[each], roles):
            return each
    raise ValueError("No format has these seats.")


def leaves_alone(shape: Shape, role: Role, others: list[Role]) -> bool:
    """Whether a member's leaving ends nothing for the others: they still fill the seats.

    A group goes on with one mentee left, and co-mentors may all go: they only ever add to it.
    """
    if role not in shape.leaves_alone:
        return False
    counted = {each: others.count(each) for each in shape.seats}
    needed = {each: 1 for each in shape.seats if each not in {Role.CO_MENTOR, Role.PEER}}
    return len(others) >= 2 and all(counted[each] >= least for each, least in needed.items())


def outcome(shape: Shape, phase: Phase, move: Move, role: Role, others: list[Role]) -> Outcome:
    """What comes of a move by one member, beside others with these roles: all of the rules."""
    if role not in MEMBERS or after(phase, move, shape.stations) is None:
        return Outcome.IMPOSSIBLE
    if CONSENT[move] is Consent.ALL:
        return Outcome.ONCE_ALL_WISH
    return Outcome.STEPS_OUT if leaves_alone(shape, role, others) else Outcome.ENDS
