"""What an assignment is: the chosen pairs, and why there are none better."""

from dataclasses import dataclass
from typing import Literal

from rapport.matching.engine.arrays import Whole, Yes

from .prices import Proof
from .seats import Market
from .weighing import Weighed

type Objective = Literal["fair", "total", "leximin", "logs", "stable"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """The chosen pairs and why there are none better.

    ``pairs``: places in the given arrays, rising. ``total``: sum of scores. ``worst``: weakest
    score among them, locked pairs aside; None when the engine chose none. ``bound``: no
    assignment of as many people with as good a worst pair has a higher total. ``prices``: points
    that one more seat would add, for each mentor; ``opens``: whether one more seat there would
    give one more person a place. ``market`` and ``proof``: what a checker of one's own needs.
    ``taken``: the group of seats of each mentee, where solving again begins. ``solved``: what was
    solved; ``market`` is the same pair by pair.
    """

    pairs: Whole
    total: int
    worst: int | None
    bound: int
    prices: Whole
    opens: Yes
    solved: Market | Weighed
    taken: Whole
    proof: Proof

    @property
    def gap(self) -> int:
        """Points that any other assignment could be better; 0 is proof that none is."""
        return self.bound - self.total

    @property
    def market(self) -> Market:
        """Every pair that could be chosen, by itself; of a large pool this takes memory."""
        return self.solved if isinstance(self.solved, Market) else self.solved.market()
