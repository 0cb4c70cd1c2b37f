"""What may leave the evaluation: a value with its n and its interval, or that it is hidden.

Knows from how many people on a figure may be seen, and how one small cell is kept from being worked
out from the others. Does not know how a value was found, nor who is looking.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.sentences import _

LEAST = 5
"""So many people stand behind every figure."""

LEAST_FOR_COMMENTS = 10
"""So many people stand behind every collection of comments."""


class Why(StrEnum):
    """Why a figure is not shown.

    ``FEW`` stands for every reason of confidentiality, also for a cell that is hidden only because
    another could be worked out from it: the reason must not leak what it protects. The others say
    something about the method, and nothing about a person.
    """

    FEW = "few"
    TOO_SMALL = "too_small"
    NOT_ESTIMABLE = "not_estimable"
    NOT_RECORDED = "not_recorded"
    CANNOT_BE_SHOWN = "cannot_be_shown"


SENTENCES = {
    Why.FEW: _("fewer than 5"),
    Why.TOO_SMALL: _("too few people to say"),
    Why.NOT_ESTIMABLE: _("the records do not allow a number here"),
    Why.NOT_RECORDED: _("nobody recorded this"),
    Why.CANNOT_BE_SHOWN: _("cannot be shown from these records"),
}


class Unit(StrEnum):
    """What a value counts. Shares lie between 0 and 1, their differences between -1 and 1."""

    SHARE = "share"
    DIFFERENCE = "difference"
    DAYS = "days"
    SCORE = "score"
    RATIO = "ratio"
    MONEY = "money"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Finding:
    """A value in its unit on ``n`` people, with the interval ``low`` to ``high`` at ``level``.

    Where a method gives no interval (a plain count), ``low`` and ``high`` are the value itself.
    Raises ValueError when fewer than five people stand behind it, or when the interval is upside
    down: ask `may_be_shown` first, and give `Hidden` instead.
    """

    value: float
    n: int
    low: float
    high: float
    unit: Unit = Unit.SHARE
    level: float = 0.95
    method: str = ""

    def __post_init__(self) -> None:
        if self.n < LEAST:
            raise ValueError("a figure stands on at least five people")
        if not self.low <= self.high:
            raise ValueError("an interval begins with its lower end")


@dataclass(frozen=True, slots=True)
class Hidden:
    """A figure that is not shown, and the only thing that may be said about it."""

    why: Why = Why.FEW

    @property
    def sentence(self) -> str:
        """In English; the pages translate it."""
        return SENTENCES[self.why]


type Shown = Finding | Hidden


def may_be_shown(n: int, cells: Sequence[int] = ()) -> bool:
    """Whether a figure on ``n`` people may be a Finding, or must be Hidden.

    ``cells`` are the counts a reader could work out from it (who stayed and who left, say): one of
    1 to 4 hides the figure. Nobody at all is not a person, so 0 hides nothing.
    """
    return n >= LEAST and not any(is_small(cell) for cell in cells)


def is_small(count: int, least: int = LEAST) -> bool:
    """Whether a count of people would point at somebody: 1 to 4 do, 0 does not."""
    return 0 < count < least


def counted(count: int, least: int = LEAST) -> Shown:
    """A number of people, or "fewer than 5"; nobody at all is hidden too, as fewer than five."""
    if count < least:
        return Hidden()
    return Finding(value=count, n=count, low=count, high=count, unit=Unit.PEOPLE)


def coarse(count: float) -> int:
    """A number of people as it leaves: to the nearest five, and never below five.

    Groups in a report lie inside each other (listed, joined, found, compared). Exact numbers of two
    of them would give away the few who are in one only.
    """
    return max(round(count / LEAST), 1) * LEAST


def comments_may_be_read(people: int) -> bool:
    """Whether a collection of comments stands on enough people."""
    return people >= LEAST_FOR_COMMENTS


def shown_parts(counts: Sequence[int], least: int = LEAST) -> tuple[bool, ...]:
    """Which parts of a published total may be seen: True is shown.

    Small parts are hidden; what is hidden together must be nobody or ``least`` people or more, and
    never a single part, else the smallest shown part with anybody in it is hidden too.
    """
    shown = [not is_small(count, least) for count in counts]
    while can_be_worked_out(counts, shown, least):
        seen = [n for n, visible in enumerate(shown) if visible]
        if not seen:
            break
        shown[min(seen, key=lambda n: (counts[n] == 0, counts[n], n))] = False
    return tuple(shown)


def can_be_worked_out(counts: Sequence[int], shown: Sequence[bool], least: int) -> bool:
    """Whether the total minus the shown parts gives a small group away."""
    hidden = [count for count, visible in zip(counts, shown, strict=True) if not visible]
    return bool(hidden) and (len(hidden) == 1 or sum(hidden) < least)


def shown_counts(counts: Sequence[int], least: int = LEAST) -> tuple[Shown, ...]:
    """The parts of a published total, each as a number or "fewer than 5"."""
    visible = shown_parts(counts, least)
    return tuple(
        counted(count) if seen else Hidden() for count, seen in zip(counts, visible, strict=True)
    )


def may_be_published_again(before: frozenset[str], now: frozenset[str], least: int = LEAST) -> bool:
    """Whether a group may be shown again: the same people, or at least five others.

    ``before`` and ``now`` are the contributors of the last published figure and of the next one.
    Who came and who went count together, as the design of the pulse asks for.
    """
    return not is_small(len(before ^ now), least)
