"""Least squares with standard errors that forgive unequal spread and few people.

Knows one linear model: weights, HC3 or clustered errors, Student's t. Does not know what the
columns mean.

Sources: MacKinnon & White 1985 (HC3); Cameron & Miller 2015 (clusters, by G / (G - 1)).
"""

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Names, numbered
from .distributions import t_p, t_quantile
from .estimate import LEVEL, Estimate, NotEstimable


@dataclass(frozen=True, slots=True)
class Fit:
    """The coefficients of a linear model with their covariance and degrees of freedom."""

    beta: Floats
    covariance: Floats
    freedom: int
    n: int
    leverage: Floats
    residual: Floats

    def estimate(self, column: int, *, level: float = LEVEL, method: str = "hc3") -> Estimate:
        """One coefficient with Student's interval and test."""
        value, se = float(self.beta[column]), float(np.sqrt(self.covariance[column, column]))
        margin = t_quantile(level, self.freedom) * se
        p = t_p(value / se, self.freedom) if se > 0 else float(value == 0)
        return Estimate(
            value, value - margin, value + margin, self.n, se=se, p=p, level=level, method=method
        )


def least_squares(
    facts: Floats, outcome: Floats, *, weight: Floats | None = None, cluster: Names | None = None
) -> Fit:
    """Fit ``outcome`` to the columns of ``facts`` (the constant is one of them).

    Raises NotEstimable when columns repeat each other or people are no more than columns.
    """
    weight = np.ones(len(outcome)) if weight is None else weight
    inner = facts.T @ (facts * weight[:, None])
    if len(outcome) <= facts.shape[1] or np.linalg.matrix_rank(inner) < facts.shape[1]:
        raise NotEstimable("columns_repeat")
    bread = np.linalg.inv(inner)
    beta = bread @ (facts.T @ (weight * outcome))
    residual = outcome - facts @ beta
    leverage = weight * np.einsum("ij,jk,ik->i", facts, bread, facts)
    if cluster is None:
        meat = facts * (weight * residual / np.maximum(1 - leverage, 1e-6))[:, None]
        freedom = len(outcome) - facts.shape[1]
    else:
        groups, many = numbered(cluster)
        scores = np.zeros((many, facts.shape[1]))
        np.add.at(scores, groups, facts * (weight * residual)[:, None])
        meat, freedom = scores * np.sqrt(many / max(many - 1, 1)), max(many - 1, 1)
    covariance = bread @ (meat.T @ meat) @ bread
    return Fit(beta, covariance, freedom, len(outcome), leverage, residual)
