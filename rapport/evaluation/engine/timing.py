"""When somebody joined: spells cut at the day of joining, and ratios before and after a day.

Knows that nobody has joined before they did: the days before joining belong to those who have not.
Counting them for the joiners is the mistake that makes every programme look good (immortal time).

Source: Suissa 2008 (Am. J. Epidemiology 167:492); van Walraven et al. 2004.
"""

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Numbers, Whole, Yes, whole
from .cox import CoxFit, Design, cox
from .estimate import LEVEL, Estimate
from .spells import Spells

NEVER = int(np.iinfo(np.int64).max // 4)
"""The day of joining of those who never joined."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """Spells cut at joining: ``row`` points back to the spell, ``joined`` is true from then on."""

    spells: Spells
    row: Whole
    joined: Yes


def treatment_in_time(of: Spells, joined: Numbers) -> Stretches:
    """Cut each spell on the day of joining (`NEVER` for those who did not).

    Raises ValueError when somebody joins after the end of their spell: the dates are wrong.
    """
    day = whole(joined)
    if ((day > of.leave) & (day < NEVER)).any():
        raise ValueError("nobody joins after leaving")
    cut = np.flatnonzero((day > of.entry) & (day < of.leave))
    leave, left = of.leave.copy(), of.left.copy()
    leave[cut], left[cut] = day[cut], False
    row = np.concatenate([np.arange(len(of)), cut])
    return Stretches(
        Spells(
            np.concatenate([of.entry, day[cut]]),
            np.concatenate([leave, of.leave[cut]]),
            np.concatenate([left, of.left[cut]]),
        ),
        row,
        np.concatenate([day <= of.entry, np.ones(len(cut), dtype=bool)]),
    )


def treatment_ratio(
    of: Spells, joined: Numbers, facts: Floats | None = None, design: Design | None = None
) -> CoxFit:
    """The Cox model with joining as a fact that changes with time; its ratio is called "joined".

    ``facts``, strata, weights and clusters have one entry a spell and are carried to both parts;
    without clusters the parts of one spell are a cluster.
    """
    cut, design = treatment_in_time(of, joined), design or Design()
    columns = [cut.joined] if facts is None else [cut.joined, *np.asarray(facts)[cut.row].T]
    own = design.cluster if design.cluster is not None else np.arange(len(of))
    many = len(columns) - 1
    return cox(
        cut.spells,
        np.column_stack(columns),
        Design(
            names=("joined", *(design.names or [str(n) for n in range(many)])),
            strata=None if design.strata is None else np.asarray(design.strata)[cut.row],
            weight=None if design.weight is None else design.weight[cut.row],
            cluster=np.asarray(own)[cut.row],
            ridge=design.ridge,
        ),
    )


def early_and_late(
    of: Spells, treated: Yes, day: int, design: Design | None = None, *, level: float = LEVEL
) -> tuple[Estimate, Estimate]:
    """The hazard ratio through ``day`` and after it: do the two tell the same story?

    A look at whether one ratio sums up all days; it says more than a bare p-value.
    """
    early = Spells(of.entry, np.minimum(of.leave, day), of.left & (of.leave <= day))
    begun, late = of.entry < day, of.leave > day
    after = Spells(np.maximum(of.entry, day), of.leave, of.left)
    return (
        ratio_of(early, treated, begun, design, level),
        ratio_of(after, treated, late, design, level),
    )


def ratio_of(of: Spells, treated: Yes, rows: Yes, design: Design | None, level: float) -> Estimate:
    """The ratio among some of the rows."""
    design = design or Design()
    part = Design(
        strata=None if design.strata is None else np.asarray(design.strata)[rows],
        weight=None if design.weight is None else design.weight[rows],
        cluster=None if design.cluster is None else np.asarray(design.cluster)[rows],
        ridge=design.ridge,
    )
    return cox(of.taken(rows), treated[rows].astype(np.float64), part).ratio(0, level=level)
