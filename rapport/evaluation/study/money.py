"""What the programme was worth, as a distribution, or why there is no line of money.

Only where the evidence is of grade A or B, the interval excludes nil, at least 50 people took part
and ten left on each side; and only where the plan says what things cost.
"""

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.findings import Finding, Shown, Unit
from rapport.evaluation.engine.estimate import Estimate
from rapport.evaluation.engine.guards import Sizes, may_count_money
from rapport.evaluation.engine.money import Costs, pay_back
from rapport.evaluation.plan import Plan
from rapport.evaluation.study.retention import Horizon
from rapport.evaluation.verdicts import Claim, Grade

ENOUGH = frozenset({Grade.A, Grade.B})


class WhyNot(StrEnum):
    NO_COSTS = "no_costs"
    EVIDENCE = "evidence"
    NIL = "nil"
    TOO_SMALL = "too_small"


@dataclass(frozen=True)
class Worth:
    """`fewer`: of 100 people, how many fewer left. `net`: return on each unit spent.

    A `net` of 0 is money back, -1 all lost. `chance` is how many of the draws paid back.
    """

    fewer: Shown
    net: Finding
    chance: float


def worth_of(claim: Claim, horizon: Horizon, plan: Plan) -> Worth | WhyNot:
    """The worth of what the retention claim shows, or the first reason against saying it."""
    difference = claim.difference
    if claim.grade not in ENOUGH:
        return WhyNot.EVIDENCE
    if not isinstance(difference, Finding):
        return WhyNot.TOO_SMALL
    sizes = Sizes(claim.people, horizon.left_joined, horizon.left_others)
    guard = may_count_money(sizes, excludes_nil=claim.shows, grade=claim.grade.value)
    if guard.why.startswith("too_few"):
        return WhyNot.TOO_SMALL
    if not guard.open:
        return WhyNot.NIL
    if plan.money is None:
        return WhyNot.NO_COSTS
    costs = Costs(plan.money.salary, plan.money.programme, plan.money.leaver)
    effect = Estimate(difference.value, difference.low, difference.high, difference.n)
    found = pay_back(effect, claim.people, costs, seed=plan.seed)
    net = Finding(
        value=found.median, n=claim.people, low=found.low, high=found.high, unit=Unit.SHARE
    )
    return Worth(difference, net, found.chance)
