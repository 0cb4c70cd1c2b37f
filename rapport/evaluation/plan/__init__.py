"""What will be looked at, decided and locked before the personnel file is opened."""

from rapport.evaluation.plan.lock import Lock, fingerprint, is_intact, locked_text
from rapport.evaluation.plan.plan import MOST_PRIMARY, OUTCOMES, Money, Outcome, Plan
from rapport.evaluation.plan.plan_file import read_plan

__all__ = [
    "MOST_PRIMARY",
    "OUTCOMES",
    "Lock",
    "Money",
    "Outcome",
    "Plan",
    "fingerprint",
    "is_intact",
    "locked_text",
    "read_plan",
]
