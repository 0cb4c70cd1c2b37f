"""Facts that are missing for some people: filled in many times, and added up honestly.

Knows columns of numbers with gaps. The outcome and the time must be among the columns that fill,
else the filled facts know nothing of them. Does not know dates or names. A fact that is missing
for those who left more often than for those who stayed is not filled but barred: an export that
blanks the fields of leavers would give the answer away.

Sources: van Buuren 2018 (chained equations, predictive mean matching); Rubin 1987; Barnard & Rubin
1999 (degrees of freedom).
"""

import math
from collections.abc import Sequence

import numpy as np

from .arrays import Floats, Names, Whole, Yes, numbered
from .distributions import t_p, t_quantile
from .estimate import LEVEL, Estimate, NotEstimable
from .proportions import pooled_p

DONORS = 5
ROUNDS = 10
FEW = 0.05
"""Below this share of gaps complete cases will do."""


def impute(
    facts: Floats, *, times: int = 20, seed: int = 0, fields: Names | None = None
) -> list[Floats]:
    """The columns with all gaps (nan) filled, ``times`` over, each time a little differently.

    Chained equations with predictive mean matching: a gap gets the value of somebody whose
    expected value is close, so that a yes-or-no stays one. Columns with the same name in
    ``fields`` are the words of one fact: their gaps are filled from one and the same person. Raises
    NotEstimable when a column has fewer known values than donors.
    """
    facts = np.asarray(facts, dtype=np.float64)
    gaps = np.isnan(facts)
    if ((~gaps).sum(axis=0) < DONORS).any():
        raise NotEstimable("too_few")
    names = np.arange(facts.shape[1]) if fields is None else numbered(fields)[0]
    open_ones = np.unique(names[gaps.any(axis=0)])
    together = [np.flatnonzero(names == name) for name in open_ones]
    random = np.random.default_rng(seed)
    return [filled(facts, gaps, together, random) for _ in range(times)]


def filled(
    facts: Floats, gaps: Yes, together: Sequence[Whole], random: np.random.Generator
) -> Floats:
    """One filling: start with draws from each fact, then go round the facts."""
    found = facts.copy()
    for columns in together:
        gap = gaps[:, columns].any(axis=1)
        donors = random.choice(np.flatnonzero(~gap), int(gap.sum()))
        found[np.ix_(gap, columns)] = facts[np.ix_(donors, columns)]
    for _ in range(ROUNDS if len(together) > 1 else 1):
        for columns in together:
            gap = gaps[:, columns].any(axis=1)
            others = np.delete(found, columns, axis=1)
            donors = alike(others, facts[:, columns[0]], gap, random)
            found[np.ix_(gap, columns)] = facts[np.ix_(donors, columns)]
    return found


def alike(others: Floats, column: Floats, gap: Yes, random: np.random.Generator) -> Whole:
    """For each gap one of the five people whose expected value is closest, by row."""
    design = np.column_stack([np.ones(len(others)), others])
    known, value = design[~gap], column[~gap]
    inner = known.T @ known
    inverse = np.linalg.pinv(inner + 1e-5 * np.diag(np.diag(inner)))
    beta = inverse @ known.T @ value
    freedom = max(len(value) - design.shape[1], 1)
    residual = float(((value - known @ beta) ** 2).sum())
    spread = residual / float(random.chisquare(freedom))
    drawn = beta + np.linalg.cholesky(inverse * spread + 1e-12 * np.eye(len(beta))) @ (
        random.standard_normal(len(beta))
    )
    expected = known @ beta
    order = np.argsort(expected, kind="stable")
    place = np.searchsorted(expected[order], design[gap] @ drawn)
    low = np.clip(place - DONORS // 2, 0, len(order) - DONORS)
    pick = low + random.integers(0, DONORS, int(gap.sum()))
    found: Whole = np.flatnonzero(~gap)[order[pick]]
    return found


def rubin(
    estimates: Sequence[float], errors: Sequence[float], n: int, *, level: float = LEVEL
) -> Estimate:
    """One estimate from those of the fillings; ``n`` counts people.

    The variance is the mean within fillings plus that between them; degrees of freedom after
    Barnard and Rubin. Raises NotEstimable below two fillings.
    """
    times = len(estimates)
    if times < 2:
        raise NotEstimable("too_few")
    value, between = float(np.mean(estimates)), float(np.var(estimates, ddof=1))
    within = float(np.mean(np.square(errors)))
    total = within + (1 + 1 / times) * between
    freedom = barnard(within, between, times, n)
    se = math.sqrt(total)
    margin = t_quantile(level, freedom) * se
    return Estimate(
        value, value - margin, value + margin, n=n, se=se,
        p=t_p(value / se, freedom) if se > 0 else None, level=level, method="rubin",
    )  # fmt: skip


def barnard(within: float, between: float, times: int, n: int) -> float:
    """Barnard and Rubin's degrees of freedom for a complete-data freedom of ``n`` - 1."""
    complete = max(n - 1, 1)
    total = within + (1 + 1 / times) * between
    if between <= 0 or total <= 0:
        return complete
    lost = (1 + 1 / times) * between / total
    old = (times - 1) / lost**2
    seen = (complete + 1) / (complete + 3) * complete * (1 - lost)
    return max(old * seen / (old + seen), 1.0)


def barred(missing: Yes, left: Yes, *, alpha: float = 0.01) -> tuple[int, ...]:
    """The columns that are missing in different shares among leavers and stayers.

    ``missing`` has one column a fact, ``left`` says who left. A column is barred when the shares
    differ by more than 10 points, or by more than 5 with a p-value below ``alpha``.
    """
    sides = int(left.sum()), int((~left).sum())
    if min(sides) == 0:
        return ()
    found = []
    for column in range(missing.shape[1]):
        gone, here = int(missing[left, column].sum()), int(missing[~left, column].sum())
        gap = abs(gone / sides[0] - here / sides[1])
        if gap > 0.10 or (gap > FEW and pooled_p((gone, sides[0]), (here, sides[1])) < alpha):
            found.append(column)
    return tuple(found)
