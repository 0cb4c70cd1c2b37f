"""How strong the evidence for a claim is: one letter, from checks that passed or did not.

| grade | it takes |
|---|---|
| A | a lottery decided who took part |
| B | similar colleagues, and every check passed |
| C | similar colleagues, and some check failed or could not be made |
| D | a description; there is nobody to compare with |
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True)
class Check:
    """`passed` is None when the records do not allow the check."""

    name: str
    passed: bool | None


LOTTERY = "lottery"
COMPARED = "compared"
FOR_B = ("dated", "before", "balance", "control", "agreement", "locked")
"""What B takes: facts dated before joining, among them how people felt or were judged before;
likeness after matching; controls that find nothing; methods that agree; a plan locked before."""


def graded(checks: Sequence[Check]) -> Grade:
    """The grade that these checks carry; a check that is not there has not passed."""
    passed = {check.name for check in checks if check.passed}
    if LOTTERY in passed:
        return Grade.A
    if COMPARED not in passed:
        return Grade.D
    return Grade.B if passed.issuperset(FOR_B) else Grade.C
