"""Effects that cannot exist: if the method finds one, it would find one anywhere.

Knows a pretend day of joining, earlier than the real one, and outcomes that were settled before the
programme began. Both sides must have been employed through the real day, so leaving itself can
never be such an outcome: joiners cannot have left before they joined. Use a promotion, a rating, or
days of absence.

Sources: Lipsitch, Tchetgen Tchetgen & Cohen 2010 (negative controls).
"""

import math

import numpy as np

from .arrays import Floats, Whole, Yes
from .distributions import t_p, t_quantile
from .estimate import LEVEL, Estimate, NotEstimable
from .riskset import Matched
from .staff import Staff
from .survival import variance
from .timing import NEVER

EARLIER = 365


def pretend_earlier(of: Staff, days: int = EARLIER) -> Staff:
    """The same staff, everybody joining so many days before they did.

    Who was not there yet on that day takes no part, on neither side.
    """
    first = of.opened[of.first][of.person]
    return of.shifted(np.where(of.joined < NEVER, np.maximum(of.joined - days, first), NEVER))


def negative_control(
    matched: Matched, outcome: Floats, *, days: int = EARLIER, level: float = LEVEL
) -> Estimate:
    """How far joiners and others were apart in something the programme cannot have caused.

    ``matched`` comes from the pretend day, ``outcome`` has one entry a row of it (nan where not
    known), settled within ``days`` of that day; only people still there then are compared. With
    ``days`` 0 and the real match it compares an outcome from before the programme. Raises
    NotEstimable below two sets.
    """
    rows = matched.treated | (matched.spells.leave >= days)
    rows &= ~np.isnan(outcome)
    rows &= whole_sets(matched, rows)
    kept, values = matched.taken(rows), outcome[rows]
    sets = int(kept.treated.sum())
    if sets < 2:
        raise NotEstimable("too_few")
    total = np.bincount(kept.set, weights=np.where(kept.treated, 0.0, kept.weight))
    share = np.where(kept.treated, 1.0, -kept.weight / total[kept.set]) / sets
    value = float(share @ values)
    usual = -float(share[~kept.treated] @ values[~kept.treated])
    centre = np.where(kept.treated, value + usual, usual)
    se = math.sqrt(variance(share * (values - centre), [kept.set, kept.person]))
    margin = t_quantile(level, sets - 1) * se
    return Estimate(
        value, value - margin, value + margin, n=len(np.unique(kept.person)), se=se,
        p=t_p(value / se, sets - 1) if se > 0 else None, level=level, method="negative_control",
    )  # fmt: skip


def whole_sets(matched: Matched, rows: Yes) -> Yes:
    """Rows of sets in which the joiner and somebody else are left."""
    many = int(matched.set.max()) + 1
    joiners = np.bincount(matched.set[rows & matched.treated], minlength=many)
    others = np.bincount(matched.set[rows & ~matched.treated], minlength=many)
    found: Yes = ((joiners > 0) & (others > 0))[matched.set]
    return found


def happened(matched: Matched, day: Whole, within: int = EARLIER) -> Floats:
    """1 for each row whose person had the event within so many days of time zero, else 0.

    ``day`` has one entry a person of the staff, `NEVER` where it did not happen.
    """
    when = day[matched.person]
    return ((when > matched.day) & (when <= matched.day + within)).astype(np.float64)
