"""One claim: what is said about one outcome, how sure, and the figures it stands on."""

from dataclasses import dataclass, field

from rapport.domain.findings import Hidden, Shown
from rapport.evaluation.plan import Outcome
from rapport.evaluation.verdicts.grade import Check, Grade
from rapport.evaluation.verdicts.situation import Situation, Size


@dataclass(frozen=True)
class Claim:
    """`ours` and `theirs` are shares (or means), `difference` the first minus the second.

    `people` counts participants. `detectable` is the smallest change in the rate of leaving that
    would have shown (0.5 is a halving), nil when nothing would have. `scale` names an instrument.
    """

    outcome: Outcome
    months: int
    grade: Grade
    situation: Situation
    size: Size
    difference: Shown
    ours: Shown = field(default_factory=Hidden)
    theirs: Shown = field(default_factory=Hidden)
    people: int = 0
    items: int = 0
    share: float = 1.0
    detectable: float = 0.0
    primary: bool = False
    scale: str = ""
    checks: tuple[Check, ...] = ()

    @property
    def name(self) -> str:
        """By what a script finds this claim in the JSON."""
        parts = [self.outcome.value, *([str(self.months)] if self.months else []), self.scale]
        return "_".join(part for part in parts if part)

    @property
    def shows(self) -> bool:
        """Whether the claim says that there is a difference."""
        return self.situation in {Situation.BETTER, Situation.WORSE}
