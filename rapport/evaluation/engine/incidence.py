"""How many have left for each of several reasons, where one reason rules out the others.

Knows competing exits: somebody who left cannot be promoted any more. One minus Kaplan-Meier would
count them as if they still might.

Sources: Aalen & Johansen 1978; variance by the infinitesimal jackknife (as R's survfit).
"""

import math
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Numbers, Whole, Yes, whole
from .estimate import LEVEL, Estimate, NotEstimable
from .spells import Spells, Table, table
from .survival import limits, variance


@dataclass(frozen=True, slots=True)
class Incidence:
    """The share that has left for each cause (1, 2, …) through each ``day`` of the table."""

    spells: Spells
    cause: Whole
    days: Table
    share: Floats
    before: Floats

    def at(self, cause: int, day: int, *, level: float = LEVEL) -> Estimate:
        """The share that left for ``cause`` by ``day``.

        Nobody left for it: 0 with the exact interval. Raises NotEstimable when nobody was watched
        so long, ValueError for a cause below 1.
        """
        if cause < 1:
            raise ValueError("causes are numbered from 1")
        place = self.days.place(day)
        if self.days.watched[place] <= 0 and day > self.spells.leave.max():
            raise NotEstimable("beyond_follow_up")
        value = float(self.curve(cause)[place])
        se = math.sqrt(variance(self.influence(cause, day)))
        people = float(self.days.watched[place]) or len(self.spells)
        low, high = limits(1 - value, se, people, level=level)
        hit = (self.cause == cause) & (self.spells.leave <= day)
        return Estimate(
            value, 1 - high, 1 - low, n=len(self.spells), events=int(hit.sum()), se=se,
            level=level, method="aalen_johansen",
        )  # fmt: skip

    def curve(self, cause: int) -> Floats:
        """The share that left for a cause, day by day of the table."""
        return self.share[cause - 1] if cause <= len(self.share) else np.zeros_like(self.before)

    def influence(self, cause: int, day: int) -> Floats:
        """How much each row moves the share that left for ``cause`` by ``day``."""
        days, place = self.days, self.days.place(day)
        share = self.curve(cause)
        staying = days.watched - days.leaving
        later = np.where(np.arange(len(share)) <= place, share[place] - share, 0.0)
        lost = np.divide(later, staying, where=staying > 0, out=np.zeros_like(later))
        gained = np.divide(
            self.before, days.watched, where=days.watched > 0, out=np.zeros_like(later)
        )
        gained[place + 1 :] = 0.0
        hits, exits = (
            rate(self.spells, one, days) for one in (self.cause == cause, self.cause > 0)
        )
        expected = np.cumsum(gained * hits - lost * exits)
        left = self.spells.leave - days.start
        inside = (self.spells.leave <= day) & (self.spells.leave > self.spells.entry)
        moved = np.where(inside & (self.cause == cause), gained[left], 0.0)
        moved -= np.where(inside & (self.cause > 0), lost[left], 0.0)
        first = self.spells.entry - days.start
        return moved - (expected[left] - expected[first])


def rate(of: Spells, leaving: Yes, days: Table) -> Floats:
    """The share of those watched that left on each day."""
    gone = table(of, leaving=leaving).leaving
    return np.divide(gone, days.watched, where=days.watched > 0, out=np.zeros_like(gone))


def incidence(of: Spells, cause: Numbers) -> Incidence:
    """Cumulative incidence of each cause; 0 stands for still there (or no longer watched).

    Raises NotEstimable when nobody was watched.
    """
    causes = whole(cause)
    days = table(of, leaving=causes > 0)
    stay = 1 - rate(of, causes > 0, days)
    before = np.concatenate([[1.0], np.cumprod(stay)[:-1]])
    shares = [
        np.cumsum(before * rate(of, causes == one, days)) for one in range(1, causes.max() + 1)
    ]
    return Incidence(of, causes, days, np.array(shares).reshape(-1, len(before)), before)
