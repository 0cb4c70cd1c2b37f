"""How the odds of something depend on facts: logistic regression, plain and after Firth.

Knows yes-or-no outcomes, weights, and the separation that makes a plain estimate run away in small
groups. Gives odds ratios, which are to be read last: differences of shares say more.

Sources: Cox 1958; Firth 1993; Heinze & Schemper 2002 (profile penalised likelihood intervals).
"""

import math
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Numbers, Yes, floats
from .distributions import bisect, chi_square_p, normal_p, normal_quantile
from .estimate import LEVEL, Estimate, NotEstimable

ROUNDS = 100
FAR = 15.0


@dataclass(frozen=True, slots=True)
class Logistic:
    """Log odds ratios: the constant first, then one a fact; with their covariance.

    ``likelihood`` is penalised when ``firth`` is true.
    """

    beta: Floats
    covariance: Floats
    likelihood: float
    facts: Floats
    hit: Floats
    firth: bool

    def chance(self, facts: Floats) -> Floats:
        """The probability of a hit for each row of facts."""
        return expit(with_constant(facts) @ self.beta)

    def logit(self, facts: Floats) -> Floats:
        """The linear predictor of each row of facts."""
        found: Floats = with_constant(facts) @ self.beta
        return found

    def odds_ratio(self, fact: int, *, level: float = LEVEL) -> Estimate:
        """The odds ratio of one unit of a fact (numbered from 0).

        Firth's interval follows the profile of the penalised likelihood, the plain one is Wald's.
        """
        place, value = fact + 1, float(self.beta[fact + 1])
        se = math.sqrt(self.covariance[place, place])
        n, events = len(self.hit), int(self.hit.sum())
        if not self.firth:
            margin = normal_quantile(level) * se
            return Estimate(
                value, value - margin, value + margin, n=n, events=events, se=se,
                p=normal_p(value / se), level=level, method="logistic",
            ).exponential()  # fmt: skip
        low, high = (self.end(place, side * se, level) for side in (-1, 1))
        p = chi_square_p(2 * (self.likelihood - self.profile(place, 0.0)), 1)
        return Estimate(
            value, low, high, n=n, events=events, se=se, p=p, level=level, method="firth"
        ).exponential()

    def end(self, place: int, step: float, level: float) -> float:
        """Where the profile has fallen so far that the interval ends, going by ``step``."""
        least = self.likelihood - normal_quantile(level) ** 2 / 2
        start = float(self.beta[place])

        def fallen(steps: float) -> float:
            return least - self.profile(place, start + steps * step)

        reach = 2.0
        while fallen(reach) < 0 and reach < 64:
            reach *= 2
        return start + bisect(fallen, 0.0, reach) * step

    def profile(self, place: int, value: float) -> float:
        """The best likelihood with one coefficient held at a value."""
        beta = self.beta.copy()
        beta[place] = value
        free = np.arange(len(beta)) != place
        return climb(self.facts, self.hit, beta, free).likelihood


@dataclass(frozen=True, slots=True)
class Top:
    """Where the climb ended."""

    beta: Floats
    information: Floats
    likelihood: float


def with_constant(facts: Floats) -> Floats:
    """The facts with a first column of ones."""
    return np.column_stack([np.ones(len(facts)), facts])


def expit(x: Floats) -> Floats:
    """From log odds to probability."""
    found: Floats = 1 / (1 + np.exp(-np.clip(x, -700, 700)))
    return found


def firth(facts: Floats, hit: Numbers) -> Logistic:
    """Firth's logistic regression: finite also when a fact tells hits from misses.

    Raises NotEstimable when columns repeat each other.
    """
    columns, outcome = with_constant(facts), floats(hit)
    start, free = np.zeros(columns.shape[1]), np.ones(columns.shape[1], dtype=bool)
    top = climb(columns, outcome, start, free)
    return Logistic(
        top.beta, np.linalg.inv(top.information), top.likelihood, columns, outcome, firth=True
    )


def climb(facts: Floats, hit: Floats, beta: Floats, free: Yes) -> Top:
    """Fisher scoring up the penalised likelihood along the free coefficients."""
    here = penalised(facts, hit, beta)
    for _ in range(ROUNDS):
        chance = expit(facts @ here.beta)
        spread = chance * (1 - chance)
        hat = spread * np.einsum("ij,jk,ik->i", facts, np.linalg.inv(here.information), facts)
        score = facts.T @ (hit - chance + hat * (0.5 - chance))
        step = np.zeros(len(beta))
        step[free] = np.linalg.solve(here.information[np.ix_(free, free)], score[free])
        step *= min(1.0, 5.0 / max(float(np.abs(step).max()), 1e-300))
        there = penalised(facts, hit, here.beta + step)
        while there.likelihood < here.likelihood - 1e-12 and np.abs(step).max() > 1e-12:
            step = step / 2
            there = penalised(facts, hit, here.beta + step)
        here = there
        if np.abs(step).max() < 1e-9:
            break
    return here


def penalised(facts: Floats, hit: Floats, beta: Floats) -> Top:
    """The likelihood with Firth's penalty at one point. Raises NotEstimable without information."""
    linear = facts @ beta
    chance = expit(linear)
    information = (facts * (chance * (1 - chance))[:, None]).T @ facts
    sign, size = np.linalg.slogdet(information)
    if sign <= 0:
        raise NotEstimable("columns_repeat")
    likelihood = float(hit @ linear - np.logaddexp(0, linear).sum()) + float(size) / 2
    return Top(beta, information, likelihood)


def logistic(
    facts: Floats, hit: Numbers, *, weight: Floats | None = None, ridge: float = 0.0
) -> Logistic:
    """Plain logistic regression by maximum likelihood.

    ``ridge`` pulls the coefficients of the facts (not the constant) towards nil. Raises
    NotEstimable when a fact tells hits from misses (use `firth`) or columns repeat each other.
    """
    columns, outcome = with_constant(facts), floats(hit)
    weights = np.ones(len(outcome)) if weight is None else weight
    scale = np.maximum(columns.std(axis=0), 1e-12)
    scale[0] = 1.0
    penalty = ridge * np.diag(np.r_[0.0, scale[1:] ** 2])
    beta = np.zeros(columns.shape[1])
    for _ in range(ROUNDS):
        linear = columns @ beta
        chance = expit(linear)
        information = (columns * (weights * chance * (1 - chance))[:, None]).T @ columns + penalty
        if np.linalg.cond(information / np.outer(scale, scale)) > 1e13:
            raise NotEstimable("separated" if np.abs(beta * scale).max() > 5 else "columns_repeat")
        step = np.linalg.solve(
            information, columns.T @ (weights * (outcome - chance)) - penalty @ beta
        )
        beta = beta + step * min(1.0, 5.0 / max(float(np.abs(step * scale).max()), 1e-300))
        if np.abs(step * scale).max() < 1e-10:
            break
    covariance = np.linalg.inv(information)
    if (np.abs(beta * scale) > FAR).any() or (np.diag(covariance) * scale**2 > FAR**2).any():
        raise NotEstimable("separated")
    likelihood = float(weights @ (outcome * linear - np.logaddexp(0, linear)))
    return Logistic(beta, covariance, likelihood, columns, outcome, firth=False)
