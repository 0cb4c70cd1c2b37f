"""How many times faster some people leave than others: Cox's model.

Knows ties (Efron), strata, weights, delayed entry, facts that change with time (one row a stretch)
and clusters. Does not know whether the ratio is the same on all days: look with `early_and_late`.

Sources: Cox 1972; Efron 1977; Lin & Wei 1989 (robust errors from score residuals); Therneau &
Grambsch 2000 (weights, counting process).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Names, Whole, numbered
from .distributions import normal_p, normal_quantile
from .estimate import LEVEL, Estimate, NotEstimable
from .likelihood import Model, climbed
from .moments import moments
from .spells import Spells


@dataclass(frozen=True, slots=True)
class Design:
    """How a model is fitted: names of the facts, strata, weights (above nil), clusters.

    ``ridge`` pulls the standardised log ratios towards nil with that much penalty; 0 is plain.
    """

    names: Sequence[str] = ()
    strata: Names | None = None
    weight: Floats | None = None
    cluster: Names | None = None
    ridge: float = 0.0


@dataclass(frozen=True, slots=True)
class CoxFit:
    """Log hazard ratios ``beta`` with their errors; ``robust`` is used when rows are clustered.

    ``influence`` says how much each row moves each coefficient (dfbeta), for other clusterings.
    """

    names: tuple[str, ...]
    beta: Floats
    covariance: Floats
    robust: Floats
    influence: Floats
    log_likelihood: float
    nil_likelihood: float
    n: int
    events: int
    clustered: bool

    @property
    def se(self) -> Floats:
        """The errors from the information matrix."""
        return np.sqrt(np.diag(self.covariance))

    @property
    def robust_se(self) -> Floats:
        """The errors from the influence of rows or clusters."""
        return np.sqrt(np.diag(self.robust))

    def ratio(self, name: str | int, *, level: float = LEVEL) -> Estimate:
        """The hazard ratio of one unit of a fact; ``n`` counts rows or clusters."""
        place = self.names.index(name) if isinstance(name, str) else name
        se = float((self.robust_se if self.clustered else self.se)[place])
        value, margin = float(self.beta[place]), normal_quantile(level) * se
        method = "cox_clustered" if self.clustered else "cox"
        return Estimate(
            value, value - margin, value + margin, n=self.n, events=self.events, se=se,
            p=normal_p(value / se) if se > 0 else None, level=level, method=method,
        ).exponential()  # fmt: skip


def cox(of: Spells, facts: Floats, design: Design | None = None) -> CoxFit:
    """Fit the model: one row of ``facts`` a spell, one column a fact.

    Raises NotEstimable when nobody left, when columns repeat each other or say nothing, and when
    a fact tells everybody who left from everybody who stayed (then there is no finite ratio).
    """
    design = design or Design()
    facts = np.asarray(facts, dtype=np.float64).reshape(len(of), -1)
    weight = np.ones(len(of)) if design.weight is None else design.weight
    layers = np.zeros(len(of), np.int64) if design.strata is None else numbered(design.strata)[0]
    laid = moments(of, layers)
    scale = facts.std(axis=0)
    if laid.many == 0 or (scale == 0).any():
        raise NotEstimable("no_events" if laid.many == 0 else "columns_repeat")
    centred = (facts - facts.mean(axis=0)) / scale
    model = Model(laid, centred, weight, design.ridge)
    beta, slope = climbed(model)
    inverse = np.linalg.inv(slope.curvature)
    influence = model.residuals(beta) @ inverse / scale
    people, many = (None, len(of)) if design.cluster is None else numbered(design.cluster)
    return CoxFit(
        names=tuple(design.names) or tuple(str(n) for n in range(facts.shape[1])),
        beta=beta / scale,
        covariance=inverse / np.outer(scale, scale),
        robust=squares(influence, people, many),
        influence=influence,
        log_likelihood=slope.likelihood,
        nil_likelihood=model.slope(np.zeros(len(scale))).likelihood,
        n=many,
        events=int(of.left.sum()),
        clustered=design.cluster is not None,
    )


def squares(influence: Floats, groups: Whole | None, many: int) -> Floats:
    """The covariance from the influence of rows, or of the sums over clusters."""
    if groups is None:
        return influence.T @ influence
    by_group = [np.bincount(groups, weights=column, minlength=many) for column in influence.T]
    sums: Floats = np.array(by_group)
    return sums @ sums.T
