"""Whether groups leave at the same pace over the whole time.

Knows any number of groups, strata and delayed entry. Gives a test, not a size: the size comes from
`survival`, `restricted` or `cox`.

Sources: Mantel 1966; Peto & Peto 1972; Harrington & Fleming 1982 (``rho`` 0 is the log-rank test,
1 weights early days more).
"""

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Names, Whole, numbered
from .distributions import chi_square_p
from .estimate import NotEstimable
from .spells import Spells


@dataclass(frozen=True, slots=True)
class Test:
    """A chi-square statistic, its degrees of freedom and its p-value."""

    __test__ = False  # pytest must not take it for a test

    statistic: float
    freedom: int
    p: float


def log_rank(of: Spells, group: Names, *, strata: Names | None = None, rho: float = 0.0) -> Test:
    """Compare groups of spells; within ``strata`` when given.

    Raises NotEstimable when there is one group or nobody left.
    """
    groups, many = numbered(group)
    layers = np.zeros(len(of), dtype=np.int64) if strata is None else numbered(strata)[0]
    if many < 2 or not of.left.any():
        raise NotEstimable("no_events")
    gap, spread = np.zeros(many), np.zeros((many, many))
    for layer in np.unique(layers):
        rows = np.flatnonzero(layers == layer)
        add, more = of_layer(of.taken(rows), groups[rows], many, rho)
        gap, spread = gap + add, spread + more
    statistic = float(gap[1:] @ np.linalg.pinv(spread[1:, 1:]) @ gap[1:])
    return Test(statistic, many - 1, chi_square_p(statistic, many - 1))


def of_layer(of: Spells, groups: Whole, many: int, rho: float) -> tuple[Floats, Floats]:
    """Observed minus expected of each group, and its covariance, in one stratum."""
    days, day = np.unique(of.leave[of.left], return_inverse=True)
    steps = len(days)
    if steps == 0:
        return np.zeros(many), np.zeros((many, many))
    first = np.searchsorted(days, of.entry, side="right")
    last = np.searchsorted(days, of.leave, side="right")
    came = np.bincount(groups * (steps + 1) + first, minlength=many * (steps + 1))
    went = np.bincount(groups * (steps + 1) + last, minlength=many * (steps + 1))
    watched = np.cumsum((came - went).reshape(many, -1), axis=1)[:, :steps].astype(np.float64)
    left = np.bincount(groups[of.left] * steps + day, minlength=many * steps).reshape(many, -1)
    everybody, leaving = watched.sum(axis=0), left.sum(axis=0)
    early = np.cumprod(np.concatenate([[1.0], 1 - leaving / everybody]))[:-1] ** rho
    share = watched / everybody
    gap = ((left - share * leaving) * early).sum(axis=1)
    chance = leaving * (everybody - leaving) / np.maximum(everybody - 1, 1) * early**2
    spread = np.diag((share * chance).sum(axis=1)) - (share * chance) @ share.T
    return gap, spread
