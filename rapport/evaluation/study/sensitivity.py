"""What would have to be true, and nobody recorded, for a difference to be none.

Knows pairs of one joiner and the most similar of her colleagues, and what became of them at a
horizon: Rosenbaum's gamma for a hidden trait, the tipping point for those nobody watched so long.
"""

from dataclasses import dataclass

import numpy as np

from rapport.domain.findings import Finding, Shown, counted
from rapport.evaluation.engine.arrays import Whole, Yes
from rapport.evaluation.engine.riskset import Matched
from rapport.evaluation.engine.sensitivity import Missing, rosenbaum, tipping_missing
from rapport.evaluation.study.retention import Horizon
from rapport.evaluation.study.shown import estimated

DISCORDANT = 10
"""Fewer pairs in which only one of two left say nothing about a hidden trait."""


@dataclass(frozen=True)
class Sensitivity:
    """`gamma`: so many times likelier to join a hidden trait may make one of two alike people.

    `silent` participants were not watched so long; `tip` is the share of them still there at which
    the difference is none any more, None when it stays whatever became of them.
    """

    gamma: float | None
    silent: Shown
    tip: float | None


@dataclass(frozen=True)
class Paired:
    """One entry a pair: whether each of the two left by the horizon, and whether that is known."""

    joiner_left: Yes
    other_left: Yes
    joiner_known: Yes
    other_known: Yes


def sensitivity_of(matched: Matched, horizon: Horizon) -> Sensitivity | None:
    """None where no difference is shown: there is nothing to be sensitive."""
    difference = horizon.difference
    if not isinstance(difference, Finding) or difference.low <= 0 <= difference.high:
        return None
    pairs = paired(matched, horizon.days)
    both = pairs.joiner_known & pairs.other_known
    first = int((both & pairs.joiner_left & ~pairs.other_left).sum())
    second = int((both & ~pairs.joiner_left & pairs.other_left).sum())
    alpha = 1 - difference.level
    enough = first + second >= DISCORDANT
    gamma = estimated(lambda: rosenbaum(first, second, alpha=alpha)) if enough else None
    joined = missing(pairs.joiner_left, pairs.joiner_known)
    tip = tipping_missing(joined, missing(pairs.other_left, pairs.other_known))
    return Sensitivity(gamma, counted(joined.silent), tip.joined)


def missing(left: Yes, known: Yes) -> Missing:
    """Hits are people still there."""
    return Missing(int((known & ~left).sum()), int(known.sum()), int((~known).sum()))


def paired(matched: Matched, days: int) -> Paired:
    """Each joiner with the nearest of those matched to her."""
    joiner, other = nearest_pairs(matched)
    left = matched.spells.left & (matched.spells.leave <= days)
    known = left | (matched.spells.leave >= days)
    return Paired(left[joiner], left[other], known[joiner], known[other])


def nearest_pairs(matched: Matched) -> tuple[Whole, Whole]:
    """The row of each joiner, and of the other nearest to her, in the order of the sets.

    Nearest by the score, then by number: rows of a set lie in the order of leaving, which must not
    choose.
    """
    joiners = np.flatnonzero(matched.treated)
    score = np.full(int(matched.set.max()) + 1, np.nan)
    score[matched.set[joiners]] = matched.score[joiners]
    others = np.flatnonzero(~matched.treated)
    away = np.abs(matched.score[others] - score[matched.set[others]])
    others = others[np.lexsort((matched.person[others], away, matched.set[others]))]
    sets, place = np.unique(matched.set[others], return_index=True)
    ours, first = np.unique(matched.set[joiners], return_index=True)
    _shared, at, there = np.intersect1d(ours, sets, return_indices=True)
    return joiners[first[at]], others[place[there]]
