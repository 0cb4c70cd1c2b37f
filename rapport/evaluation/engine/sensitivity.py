"""How strong something nobody recorded would have to be to explain a result away.

Knows the E-value, Rosenbaum's gamma for matched pairs, and the tipping point for people whose
outcome is missing. Says nothing about how likely such a thing is: a large E-value has gone with
pure bias.

Sources: VanderWeele & Ding 2017; VanderWeele 2017 (hazard ratios of common outcomes); Rosenbaum
2002, chapter 4; Yan, Lee & Li 2009 (tipping points).
"""

import math
from dataclasses import dataclass

from .distributions import binomial_tail
from .estimate import Estimate, NotEstimable
from .proportions import newcombe

COMMON = 0.15
"""From this share of events on, a hazard or odds ratio overstates a ratio of shares."""

STRONGEST = 50.0
"""Gamma is not looked for beyond this."""


@dataclass(frozen=True, slots=True)
class EValue:
    """How strongly a hidden factor must go with joining and with the outcome, as risk ratios.

    ``point`` explains the estimate away, ``limit`` only the end of the interval nearer to nil; 1
    means that nothing is needed.
    """

    point: float
    limit: float


def e_value(ratio: Estimate, *, share: float = 0.0, hazard: bool = True) -> EValue:
    """The E-value of a ratio (risk, hazard or odds, above nil).

    ``share`` is how common the event is; from 15% on a hazard ratio (or, with ``hazard`` false, an
    odds ratio) is turned into the risk ratio it roughly stands for.
    """
    if min(ratio.value, ratio.low) <= 0:
        raise ValueError("a ratio is larger than nil")
    near = ratio.low if ratio.value > 1 else ratio.high
    crosses = ratio.low <= 1 <= ratio.high
    turned = [as_risk(x, share, hazard) for x in (ratio.value, near)]
    return EValue(strength(turned[0]), 1.0 if crosses else strength(turned[1]))


def as_risk(ratio: float, share: float, hazard: bool) -> float:
    """The risk ratio that a hazard or odds ratio roughly stands for when events are common."""
    if share < COMMON:
        return ratio
    if not hazard:
        return math.sqrt(ratio)
    return (1 - math.pow(0.5, math.sqrt(ratio))) / (1 - math.pow(0.5, math.sqrt(1 / ratio)))


def strength(ratio: float) -> float:
    """The E-value of one risk ratio."""
    above = max(ratio, 1 / ratio)
    return above + math.sqrt(above * (above - 1))


def rosenbaum(first: int, second: int, *, alpha: float = 0.05) -> float:
    """Gamma: how many times likelier a hidden trait may make one of a pair to join.

    ``first`` and ``second`` count the matched pairs in which only the joiner, or only the other,
    was hit. Up to gamma the one-sided test at ``alpha`` / 2 still says that they differ; 1 means
    that it never does. At most 50.
    """
    more, split = max(first, second), first + second
    if split == 0:
        raise NotEstimable("no_events")
    low, high = 1.0, STRONGEST
    if worst_p(more, split, low) > alpha / 2:
        return 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if worst_p(more, split, middle) <= alpha / 2 else (low, middle)
    return low


def worst_p(more: int, split: int, gamma: float) -> float:
    """The largest one-sided p-value that a hidden trait of strength gamma allows."""
    return binomial_tail(more, split, gamma / (1 + gamma))


@dataclass(frozen=True, slots=True)
class Missing:
    """One side of a comparison: hits, people whose outcome is known, people whose is not."""

    hits: int
    known: int
    silent: int


@dataclass(frozen=True, slots=True)
class Tip:
    """Where a result tips over.

    ``joined`` is the largest share of hits among the silent joiners, and ``usual`` the share among
    those who answered, at which the interval still reaches nil; None when no share does.
    """

    joined: float | None
    usual: float


def tipping_missing(joined: Missing, others: Missing) -> Tip:
    """How badly the silent joiners must have fared for the difference to be no difference.

    The silent others are taken to be like the others who answered. Looks at every possible count.
    """
    rate = others.hits / others.known if others.known else 0.0
    theirs = (others.hits + round(rate * others.silent), others.known + others.silent)
    usual = joined.hits / joined.known if joined.known else 0.0
    better = usual > rate
    tipped = [
        hits / joined.silent
        for hits in range(joined.silent + 1)
        if newcombe((joined.hits + hits, joined.known + joined.silent), theirs).low <= 0
        and newcombe((joined.hits + hits, joined.known + joined.silent), theirs).high >= 0
    ] if joined.silent else []  # fmt: skip
    if not tipped:
        return Tip(None, usual)
    return Tip(max(tipped) if better else min(tipped), usual)
