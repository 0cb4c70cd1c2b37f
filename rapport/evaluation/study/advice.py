"""What would let the next report say more: one word for each piece of advice, most useful first.

Knows how many participants a retention effect takes. It is said before a programme and after it.
"""

from rapport.domain.findings import Finding
from rapport.evaluation.engine.power import participants_needed
from rapport.evaluation.study.evaluation import Evaluation

NEEDED = tuple((ratio, participants_needed(ratio)) for ratio in (0.8, 0.7, 0.6, 0.5))
"""Hazard ratio and the participants it takes, for the usual outlook of the engine: power 80 %, five
colleagues each, 15 % leaving a year, two years watched."""


def advice_for(evaluation: Evaluation) -> tuple[str, ...]:
    """The keys of the sentences that apply."""
    plan, sources, found = evaluation.plan, evaluation.sources, evaluation.retention
    first = found.horizons[0] if found else None
    compares = first is not None and isinstance(first.difference, Finding)
    checks = {check.name: check.passed for claim in evaluation.claims for check in claim.checks}
    applies = {
        "lottery": not sources.participants.has_lottery,
        "survey": not checks.get("before"),
        "larger": not compares,
        "plan": not plan.is_locked,
        "dated": not sources.workforce.dated,
        "goals": evaluation.goals is None,
        "both_raters": evaluation.goals is not None and len(evaluation.goals.by_rater) < 2,
        "competence": not evaluation.changes,
        "later": True,
    }
    return tuple(name for name, happens in applies.items() if happens)
