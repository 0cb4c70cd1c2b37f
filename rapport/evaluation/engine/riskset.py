"""For each person who joined, the people most like them who had not joined on that day.

Knows the day of joining as time zero for both sides, exact groups, bands of tenure, a score of how
likely each was to join from facts dated before, and a caliper beyond which nobody is similar. A
comparison person who joins later is followed until then. Does not know outcomes: they are only
carried along.

Sources: Li, Propert & Rosenbaum 2001 (risk-set matching); Lu 2005 (the score is a Cox model of
joining); Austin 2011 (caliper of 0.2 standard deviations); Hernán et al. 2008 (sequential trials).
"""

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Whole, Yes
from .cox import Design, cox
from .estimate import NotEstimable
from .neighbours import Search, Terms
from .spells import Spells
from .staff import Staff, lots
from .timing import NEVER

__all__ = ["Matched", "Terms", "match"]


@dataclass(frozen=True, slots=True)
class Matched:
    """Joiners with those they are compared with, one row each; time zero is the day of joining.

    ``set`` numbers the joiner a row belongs to, ``person`` the person (in the order of the staff),
    ``treated`` marks joiners, ``weight`` shares a joiner's 1 among the comparison people,
    ``spells`` counts days from time zero, ``facts`` are those dated before it with the days of
    tenure as the last column. ``joiners`` counts all who joined while they were watched,
    ``unseen`` those of them nobody saw on the day before or for a day after. ``later`` marks
    comparison people who joined themselves and were followed until then.
    """

    set: Whole
    person: Whole
    treated: Yes
    day: Whole
    weight: Floats
    spells: Spells
    facts: Floats
    score: Floats
    later: Yes
    joiners: int
    unseen: int

    @property
    def matched(self) -> int:
        """How many joiners have somebody to be compared with."""
        return int(self.treated.sum())

    @property
    def censored(self) -> int:
        """How many of the others joined later."""
        return int(self.later.sum())

    @property
    def share(self) -> float:
        """Which share of all joiners that is."""
        return self.matched / self.joiners if self.joiners else 0.0

    def taken(self, rows: Yes) -> "Matched":
        """Only the given rows."""
        return Matched(
            self.set[rows], self.person[rows], self.treated[rows], self.day[rows],
            self.weight[rows], self.spells.taken(rows), self.facts[rows], self.score[rows],
            self.later[rows], self.joiners, self.unseen,
        )  # fmt: skip


def match(of: Staff, terms: Terms | None = None) -> Matched:
    """Find the comparison people of everybody who joined.

    Raises NotEstimable when nobody joined, or nobody has somebody similar. The same staff and seed
    always give the same matches, in whatever order the rows came.
    """
    terms = terms or Terms()
    drawn = lots(of, terms.seed)
    score = drawn.astype(np.float64) if terms.by_lot else leaning(of)
    rows = joining_rows(of)
    if joined_while_watched(of) == 0:
        raise NotEstimable("nobody_joined")
    caliper = np.inf if terms.by_lot else terms.caliper * deviation(score, rows)
    order = np.lexsort((drawn, score, of.group))
    found = Search(of, terms, order, score, rows).neighbours(caliper)
    if len(found[0]) == 0:
        raise NotEstimable("nobody_similar")
    return laid_out(of, rows, found, score)


def joining_rows(of: Staff) -> Whole:
    """The row of each joiner that held on the day before joining, in the order of the staff.

    Nobody is taken who was not watched for at least a day after joining.
    """
    inside = (of.opened < of.joined) & (of.joined <= of.until)
    return np.flatnonzero(inside & (of.end[of.person] > of.joined))


def joined_while_watched(of: Staff) -> int:
    """How many people joined after they were first seen; who joined before has no time zero."""
    return int(((of.joined < NEVER) & of.first & (of.joined > of.opened)).sum())


def leaning(of: Staff) -> Floats:
    """How likely each row was to join: the linear predictor of a Cox model of joining.

    Calendar days are the time axis, so that a season of invitations plays no part; the exact
    groups are strata. A little ridge keeps it finite where a fact tells all.
    """
    joins = (of.opened < of.joined) & (of.joined <= of.until)
    watched = Spells(of.opened, np.where(joins, of.joined, of.until), joins)
    usable = of.joined > of.opened
    facts = np.column_stack([of.facts, of.hired - of.hired.mean()])
    varies = facts[usable].std(axis=0) > 0
    if not varies.any():
        return np.zeros(len(of))
    part = facts[usable][:, varies]
    try:
        fit = cox(watched.taken(usable), part, Design(strata=of.group[usable], ridge=1.0))
    except NotEstimable:
        return np.zeros(len(of))
    found: Floats = (facts[:, varies] - part.mean(axis=0)) @ fit.beta
    return found


def deviation(score: Floats, rows: Whole) -> float:
    """The pooled standard deviation of the score among joiners and everybody."""
    spread = (score[rows].var() if len(rows) else 0.0) + score.var()
    return float(np.sqrt(spread / 2))


def laid_out(of: Staff, rows: Whole, found: tuple[Whole, Whole], score: Floats) -> Matched:
    """Joiners with a match and their matches as rows with time zero, follow-up and weight."""
    which, row = found
    joiners = joined_while_watched(of)
    numbers, set_of = np.unique(which, return_inverse=True)
    every = np.concatenate([rows[numbers], row])
    sets = np.concatenate([np.arange(len(numbers)), set_of])
    treated = np.arange(len(every)) < len(numbers)
    day = of.joined[rows[numbers]][sets]
    person = of.person[every]
    later = np.where(treated, NEVER, of.joined[every])
    stop = np.minimum(of.end[person], later)
    share = 1 / np.bincount(set_of)[sets]
    facts = np.column_stack([of.facts[every], day - of.hired[every]])
    order = np.lexsort((stop, ~treated, sets))
    left = of.gone[person] & (later > of.end[person])
    spells = Spells(np.zeros(len(every), dtype=np.int64), stop - day, left)
    return Matched(
        set=sets[order], person=person[order], treated=treated[order], day=day[order],
        weight=np.where(treated, 1.0, share)[order], spells=spells.taken(order),
        facts=facts[order], score=score[every][order], joiners=joiners,
        later=(later < NEVER)[order], unseen=joiners - len(rows),
    )  # fmt: skip
