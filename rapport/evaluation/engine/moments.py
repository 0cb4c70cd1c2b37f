"""The sums over everybody at risk that a Cox model needs, in one pass over whole days.

Knows rows, the moments at which somebody left (a moment is a day within a stratum), and who was
watched then. Nothing here compares two people: the cost grows with the rows, not with their square.
Does not know what is being fitted.

A row is at risk at the moments ``first`` (included) to ``last`` (not included); sums over those at
risk are differences of two counts by moment, added up along the moments.
"""

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Whole
from .spells import Spells


@dataclass(frozen=True, slots=True)
class Moments:
    """Where each row begins and ends among the moments, and the ties of each moment.

    ``event`` are the rows that left, ``moment`` the moment of each; ``ties`` how many left
    together; ``step`` and ``share`` unfold each moment into its ties for Efron's way.
    """

    first: Whole
    last: Whole
    event: Whole
    moment: Whole
    ties: Whole
    step: Whole
    share: Floats

    @property
    def many(self) -> int:
        """How many moments there are."""
        return len(self.ties)

    def at_risk(self, values: Floats) -> Floats:
        """At each moment the sum of the values of all rows at risk."""
        size = self.many + 1
        change: Floats = np.bincount(self.first, weights=values, minlength=size)
        change -= np.bincount(self.last, weights=values, minlength=size)
        summed: Floats = np.cumsum(change)[: self.many]
        return summed

    def leaving(self, values: Floats) -> Floats:
        """At each moment the sum of the values (one a row that left) of those who left."""
        return np.bincount(self.moment, weights=values, minlength=self.many)

    def over_ties(self, values: Floats) -> Floats:
        """At each moment the sum of the values of its unfolded ties."""
        return np.bincount(self.step, weights=values, minlength=self.many)

    def along(self, values: Floats) -> Floats:
        """For each row the sum of the values of the moments at which it was at risk."""
        sums: Floats = np.concatenate([[0.0], np.cumsum(values)])
        return sums[self.last] - sums[self.first]


def moments(of: Spells, strata: Whole) -> Moments:
    """Lay the rows along the moments; ``strata`` numbers the strata from 0."""
    start = int(of.entry.min())
    width = int(of.leave.max()) - start + 2
    offset = strata * width - start
    ends = offset + of.leave
    left = np.flatnonzero(of.left & (of.leave > of.entry))
    keys, moment, ties = np.unique(ends[left], return_inverse=True, return_counts=True)
    steps = np.repeat(np.arange(len(keys)), ties)
    started = np.cumsum(ties) - ties
    return Moments(
        first=np.searchsorted(keys, offset + of.entry, side="right"),
        last=np.searchsorted(keys, ends, side="right"),
        event=left,
        moment=moment.astype(np.int64),
        ties=ties.astype(np.int64),
        step=steps,
        share=(np.arange(len(steps)) - started[steps]) / ties[steps],
    )
