"""When a method is offered at all: the sizes below which it would not keep its promise.

Knows one table of sizes. They were moved until every offered method kept its error where
`docs/calibration.md` shows it; move them only together with that page. Does not know words.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """Whether a method is offered, and if not, the one word that says why."""

    open: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Rails:
    """The sizes.

    A comparison needs ``participants`` with a match, ``events`` people who left on each side, so
    many participants that ``expected`` of them would leave if both sides left alike, and
    ``matched`` as the share of joiners with a match. ``expected`` is there because asking only for
    ``events`` among the joiners lets small programmes through exactly when they went badly. No more
    than ``later`` of the others may have joined themselves: those who stay out are not like them.

    Cox's model needs ``events_each`` events for each parameter. The doubly robust effect needs
    ``robust`` participants. Money needs ``money_participants``, and ``money_events`` on each side.
    """

    participants: int = 20
    events: int = 5
    expected: float = 8.0
    matched: float = 0.8
    later: float = 0.25
    events_each: int = 10
    robust: int = 50
    money_participants: int = 50
    money_events: int = 10


RAILS = Rails()


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a comparison stands on: joiners with a match, who left on each side, share matched.

    ``usual`` is the share of both sides together who left by the horizon, None when it is not
    known; ``later`` the share of the others who joined before it.
    """

    participants: int
    joined_left: int
    others_left: int
    matched: float = 1.0
    usual: float | None = None
    later: float = 0.0

    @property
    def expected(self) -> float:
        """How many participants would have left if both sides left alike."""
        return self.joined_left if self.usual is None else self.participants * self.usual


def may_compare(sizes: Sizes, rails: Rails = RAILS) -> Guard:
    """Whether leaving may be compared at all."""
    if sizes.participants < rails.participants:
        return Guard(open=False, why="too_few_participants")
    if min(sizes.joined_left, sizes.others_left) < rails.events:
        return Guard(open=False, why="too_few_events")
    if sizes.usual is not None and sizes.expected < rails.expected:
        return Guard(open=False, why="too_few_events")
    if sizes.matched < rails.matched:
        return Guard(open=False, why="too_few_matched")
    if sizes.later > rails.later:
        return Guard(open=False, why="too_many_joined_later")
    return Guard(open=True)


def may_adjust(events: int, parameters: int, rails: Rails = RAILS) -> Guard:
    """Whether a Cox model with so many parameters may be fitted."""
    enough = events >= rails.events_each * max(parameters, 1)
    return Guard(open=True) if enough else Guard(open=False, why="too_few_events")


def may_adjust_twice(sizes: Sizes, rails: Rails = RAILS) -> Guard:
    """Whether the doubly robust effect is offered; below it matched sets stand alone."""
    compared = may_compare(sizes, rails)
    if compared.open and sizes.participants < rails.robust:
        return Guard(open=False, why="too_few_participants")
    return compared


def may_count_money(sizes: Sizes, *, excludes_nil: bool, grade: str, rails: Rails = RAILS) -> Guard:
    """Whether a return may be shown: enough people, a grade above D, an effect that is not nil."""
    if sizes.participants < rails.money_participants:
        return Guard(open=False, why="too_few_participants")
    if min(sizes.joined_left, sizes.others_left) < rails.money_events:
        return Guard(open=False, why="too_few_events")
    if grade == "D" or not excludes_nil:
        return Guard(open=False, why="cannot_be_shown")
    return Guard(open=True)
