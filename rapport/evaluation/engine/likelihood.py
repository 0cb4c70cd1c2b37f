"""The partial likelihood of a Cox model: its slope, its top, and the residuals of its rows.

Knows standardised facts, weights and Efron's ties, and nothing of names or clusters. Newton's
method with halved steps; every sum goes over `moments`.

Sources: Efron 1977; Therneau & Grambsch 2000, chapters 3 and 7.
"""

import math
from dataclasses import dataclass

import numpy as np

from .arrays import Floats
from .estimate import NotEstimable
from .moments import Moments

ROUNDS = 50
CLOSE = 1e-10
FAR = 12.0
"""A log ratio, or an error of one, so many standard deviations wide: a fact tells all."""


TINY = 1e-150
"""What a step far too long may leave of those at risk; its square is still a number."""


@dataclass(frozen=True, slots=True)
class Slope:
    """The likelihood at one point, its gradient and its curvature, and what residuals need."""

    likelihood: float
    gradient: Floats
    curvature: Floats


@dataclass(frozen=True, slots=True)
class Model:
    """The partial likelihood of standardised facts, as a function of the coefficients."""

    laid: Moments
    facts: Floats
    weight: Floats
    ridge: float

    def pace(self, beta: Floats) -> tuple[Floats, Floats]:
        """The linear predictor of each row, and its weighted pace of leaving."""
        linear = self.facts @ beta
        return linear, self.weight * np.exp(np.clip(linear, -500, 500))

    def sums(self, pace: Floats) -> tuple[Floats, Floats, Floats]:
        """Unfolded sums of those at risk; per moment the mean weight and the leavers' pace."""
        laid = self.laid
        leaving = laid.leaving(pace[laid.event])
        below = laid.at_risk(pace)[laid.step] - laid.share * leaving[laid.step]
        mean = laid.leaving(self.weight[laid.event]) / laid.ties
        return np.maximum(below, TINY), mean, leaving

    def slope(self, beta: Floats) -> Slope:
        """Likelihood, gradient and curvature at one point, ties by Efron."""
        laid, facts = self.laid, self.facts
        linear, pace = self.pace(beta)
        below, mean, _ = self.sums(pace)
        own = self.weight[laid.event]
        likelihood = own @ linear[laid.event] - mean[laid.step] @ np.log(below)
        plain, shared = (mean * laid.over_ties(x) for x in (1 / below, laid.share / below))
        first, leaving = self.by_fact(pace)
        gradient = own @ facts[laid.event] - first @ plain + leaving @ shared
        curvature = self.spread(pace, plain, shared) - self.squared(below, mean, first, leaving)
        return Slope(
            float(likelihood) - self.ridge / 2 * float(beta @ beta),
            gradient - self.ridge * beta,
            curvature + self.ridge * np.eye(len(beta)),
        )

    def by_fact(self, pace: Floats) -> tuple[Floats, Floats]:
        """Per fact and moment: pace times fact of those at risk, and of those leaving."""
        moving = [pace * column for column in self.facts.T]
        watched = np.array([self.laid.at_risk(one) for one in moving])
        return watched, np.array([self.laid.leaving(one[self.laid.event]) for one in moving])

    def spread(self, pace: Floats, plain: Floats, shared: Floats) -> Floats:
        """The sum over moments of the mean product of each pair of facts."""
        laid = self.laid
        worth = pace * laid.along(plain)
        worth[laid.event] -= pace[laid.event] * shared[laid.moment]
        return (self.facts * worth[:, None]).T @ self.facts

    def squared(self, below: Floats, mean: Floats, first: Floats, leaving: Floats) -> Floats:
        """The sum over moments of the product of the means."""
        laid = self.laid
        none, one, two = (
            mean * laid.over_ties(laid.share**power / below**2) for power in (0, 1, 2)
        )
        crossed = (first * one) @ leaving.T
        return (first * none) @ first.T - crossed - crossed.T + (leaving * two) @ leaving.T

    def residuals(self, beta: Floats) -> Floats:
        """The weighted score residual of each row and fact."""
        laid, facts = self.laid, self.facts
        _, pace = self.pace(beta)
        below, mean, _ = self.sums(pace)
        first, leaving = self.by_fact(pace)
        plain, shared = (mean * laid.over_ties(x) for x in (1 / below, laid.share / below))
        none, one, two = (
            mean * laid.over_ties(laid.share**power / below**2) for power in (0, 1, 2)
        )
        event, at = laid.event, laid.moment
        found = np.empty_like(facts)
        for n, column in enumerate(facts.T):
            waited = column * laid.along(plain) - laid.along(first[n] * none - leaving[n] * one)
            found[:, n] = -pace * waited
            mean_fact = (first[n] * plain - leaving[n] * shared) / (mean * laid.ties)
            gained = self.weight[event] * (column[event] - mean_fact[at])
            back = column[event] * shared[at] - (first[n] * one - leaving[n] * two)[at]
            found[event, n] += gained + pace[event] * back
        return found


def climbed(model: Model) -> tuple[Floats, Slope]:
    """Newton's way to the top, with halved steps where it overshoots."""
    beta = np.zeros(model.facts.shape[1])
    slope = model.slope(beta)
    for _ in range(ROUNDS):
        if np.linalg.cond(slope.curvature) > 1e13:
            raise NotEstimable("columns_repeat")
        step = np.linalg.solve(slope.curvature, slope.gradient)
        found, better = halved(model, beta, step, slope.likelihood)
        gain, moved = better.likelihood - slope.likelihood, float(np.abs(found - beta).max())
        beta, slope = found, better
        if np.abs(beta).max() > FAR or np.diag(slope.curvature).min() < FAR**-2:
            break
        flat = abs(gain) <= CLOSE * 1e-4 * abs(slope.likelihood)
        if moved < CLOSE or (flat and moved < 1e-6):
            return beta, slope
    raise NotEstimable("separated")


def halved(model: Model, beta: Floats, step: Floats, best: float) -> tuple[Floats, Slope]:
    """The longest of the step's halvings that does not lead downhill."""
    for halving in range(30):
        found = beta + step * 0.5**halving
        slope = model.slope(found)
        if slope.likelihood >= best - 1e-9 * abs(best) and math.isfinite(slope.likelihood):
            break
    return found, slope
