"""The search for the people nearest to each joiner, for all joiners at once.

Knows rows sorted by group and score. Each joiner looks outward in both directions, a block of rows
at a time, and keeps the nearest that stand the test of the day. Nothing is compared with
everything, so the cost grows with the rows looked at. Does not know how scores were made.
"""

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Whole, Yes
from .staff import Staff

BLOCK = 1_000_000
"""So many rows are looked at together: bounds the memory, not the result."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How people are compared.

    ``each`` is how many comparison people a joiner gets at most, ``caliper`` how far their scores
    may lie apart in standard deviations, ``bands`` the days of tenure at which a new band begins,
    ``by_lot`` draws them at random within group and band instead (for `att`), ``seed`` breaks ties.
    """

    each: int = 5
    caliper: float = 0.2
    bands: tuple[int, ...] = (182, 365, 730, 1825)
    by_lot: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Search:
    """All joiners (``rows`` of the staff) look along ``order``, the rows by group and score."""

    of: Staff
    terms: Terms
    order: Whole
    score: Floats
    rows: Whole

    def neighbours(self, caliper: float) -> tuple[Whole, Whole]:
        """For each match which joiner (a place in ``rows``) and which row, within the caliper."""
        place = np.empty(len(self.order), dtype=np.int64)
        place[self.order] = np.arange(len(self.order))
        own = place[self.rows]
        left, right = own - 1, own + 1
        needed = np.full(len(own), self.terms.each)
        found: list[tuple[Whole, Whole]] = [(own[:0], own[:0])]
        going = np.arange(len(own))
        while len(going):
            width = int(np.clip(BLOCK // len(going), 8, 256))
            seen, away, radius = self.block(going, left[going], right[going], width)
            near = away <= np.minimum(radius, caliper)[:, None]
            near &= np.isfinite(away)
            left[going] -= near[:, 0::2].sum(axis=1)
            right[going] += near[:, 1::2].sum(axis=1)
            which, row = self.nearest(going, seen, np.where(near, away, np.inf), needed)
            found.append((which, row))
            needed -= np.bincount(which, minlength=len(own))
            over = (radius >= caliper) | np.isinf(radius)
            going = going[~over & (needed[going] > 0)]
        which, row = (np.concatenate(side) for side in zip(*found, strict=True))
        return which, row

    def block(
        self, going: Whole, left: Whole, right: Whole, width: int
    ) -> tuple[Whole, Floats, Floats]:
        """The next rows to the left and right of each joiner in turns, how far away they are.

        The third is how far each joiner has seen on both sides: what lies further may be hidden
        behind something nearer on the other side, and waits.
        """
        mine = self.score[self.rows[going]][:, None]
        group = self.of.group[self.rows[going]][:, None]
        steps = np.arange(width)
        last = len(self.order) - 1
        sides = []
        for places, sign in ((left[:, None] - steps, 1.0), (right[:, None] + steps, -1.0)):
            seen = self.order[np.clip(places, 0, last)]
            inside = (places >= 0) & (places <= last)
            inside &= self.of.group[seen] == group
            sides.append((seen, np.where(inside, sign * (mine - self.score[seen]), np.inf)))
        (under_row, under), (over_row, over) = sides
        seen = np.stack([under_row, over_row], axis=2).reshape(len(going), -1)
        away = np.stack([under, over], axis=2).reshape(len(going), -1)
        return seen, away, np.minimum(under[:, -1], over[:, -1])

    def nearest(
        self, going: Whole, seen: Whole, away: Floats, needed: Whole
    ) -> tuple[Whole, Whole]:
        """Of what was seen the nearest rows that fit, as many as each joiner still needs."""
        joiner, column = np.nonzero(np.isfinite(away))
        fits = self.fits(going[joiner], seen[joiner, column])
        joiner, column = joiner[fits], column[fits]
        order = np.lexsort((column, away[joiner, column], joiner))
        joiner, column = joiner[order], column[order]
        first = np.searchsorted(joiner, joiner, side="left")
        taken = np.arange(len(joiner)) - first < needed[going[joiner]]
        return going[joiner[taken]], seen[joiner[taken], column[taken]]

    def fits(self, joiner: Whole, row: Whole) -> Yes:
        """Whether a row may stand beside a joiner: there on that day, not joined, as long there."""
        of = self.of
        own = self.rows[joiner]
        day = of.joined[own]
        there = (of.opened[row] < day) & (day <= of.until[row]) & (of.end[of.person[row]] > day)
        apart = (of.joined[row] > day) & (of.person[row] != of.person[own])
        bands = np.array(self.terms.bands)
        mine = np.searchsorted(bands, day - of.hired[own], side="right")
        theirs = np.searchsorted(bands, day - of.hired[row], side="right")
        found: Yes = there & apart & (mine == theirs)
        return found
