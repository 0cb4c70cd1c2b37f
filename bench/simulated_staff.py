"""Invented organisations with a programme whose true effect is known. Nothing here is measured.

Knows how people are hired, join and leave; what a sceptic would plant (a trait that makes people
join and stay, recorded or not; a long wait before joining; leavers missing before a day; exits
that do not count; gaps in what was recorded).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from rapport.evaluation.engine.arrays import Floats, Whole, Yes
from rapport.evaluation.engine.staff import Rows
from rapport.evaluation.engine.timing import NEVER

YEAR = 365
LAST = 4 * YEAR
"""The day of the export."""

JOINS, STAYS = 0.8, 0.5
"""How strongly the trait raises the log odds of volunteering and lowers the log pace of leaving."""

OTHERWISE = 0.5
"""How fast people leave in ways that do not count, beside those that do."""

type Trait = Literal["none", "recorded", "unrecorded"]
type Missing = Literal["", "random", "not random"]


@dataclass(frozen=True, slots=True)
class World:
    """``participants`` and ``others`` are expected numbers, ``leaving`` the share a year.

    ``ratio`` is the true hazard ratio after joining, ``wait`` the mean number of days from hire to
    joining, ``truncated`` whether people were hired up to three years before the records begin.
    With ``otherwise`` people also leave in ways that do not count. ``missing``: gaps in the trait
    that depend on another fact, or on the trait itself.
    """

    participants: int
    others: int
    leaving: float = 0.15
    ratio: float = 1.0
    trait: Trait = "none"
    wait: int = 180
    truncated: bool = False
    otherwise: bool = False
    missing: Missing = ""

    @property
    def pace(self) -> float:
        """How fast people leave, a day."""
        return float(-np.log1p(-self.leaving)) / YEAR


@dataclass(frozen=True, slots=True)
class Made:
    """People by column; ``trait`` is nil throughout when there is none."""

    hired: Whole
    joined: Whole
    leave: Whole
    left: Yes
    trait: Floats
    pace: Floats


def people(world: World, random: np.random.Generator) -> Made:
    """Draw everybody who is seen in the records."""
    begin = -3 * YEAR if world.truncated else 0
    before = (1 / world.wait) / (1 / world.wait + world.pace)
    share = min(world.participants / (world.participants + world.others) / before, 0.97)
    size = round((world.participants + world.others) * (1.4 if world.truncated else 1))
    trait = random.normal(size=size) * (world.trait != "none")
    hired = random.integers(begin, 2 * YEAR, size)
    odds = np.exp(np.log(share / (1 - share)) + JOINS * trait)
    volunteers = random.random(size) < odds / (1 + odds)
    pace = world.pace * np.exp(-STAYS * trait)
    wait = np.where(volunteers, np.ceil(random.exponential(world.wait, size)), np.inf)
    stay = random.exponential(1 / pace)
    slow = stay > wait
    stay[slow] = wait[slow] + (stay[slow] - wait[slow]) / world.ratio
    other = random.exponential(1 / (OTHERWISE * pace)) if world.otherwise else np.inf
    counts, stay = stay <= other, np.minimum(stay, other)
    leave = hired + np.ceil(stay).astype(np.int64)
    slow &= stay > wait
    joined = np.where(slow & (hired + wait < LAST), hired + wait, NEVER).astype(np.int64)
    seen = leave > 0
    end = np.minimum(leave, LAST)
    joined = np.where(joined < end, joined, NEVER)
    made = Made(hired, joined, end, (leave <= LAST) & counts, trait, pace)
    return Made(*(getattr(made, name)[seen] for name in Made.__slots__))


def rows(made: Made, world: World, random: np.random.Generator) -> Rows:
    """The records as the engine reads them: the trait only where it was recorded, and two facts."""
    size = len(made.hired)
    other, group = random.normal(size=size), (random.random(size) < 0.5).astype(float)
    trait = made.trait
    if world.missing:
        odds = np.exp((other if world.missing == "random" else trait) - 1.6)
        trait = np.where(random.random(size) < odds / (1 + odds), np.nan, trait)
    facts = [*([trait] if world.trait == "recorded" else []), other, group]
    return Rows(
        person=np.arange(size),
        since=np.maximum(made.hired, 0),
        until=made.leave,
        left=made.left,
        joined=made.joined,
        group=random.integers(0, 2, size),
        facts=np.column_stack(facts),
        hired=made.hired,
    )


def truth(made: Made, world: World, horizon: int) -> float:
    """How many more of the joiners are still there at the horizon because of the programme."""
    pace = made.pace[(made.joined < NEVER) & (made.joined > 0)]
    return float((np.exp(-world.ratio * pace * horizon) - np.exp(-pace * horizon)).mean())
