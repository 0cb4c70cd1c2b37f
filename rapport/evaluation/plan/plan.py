"""The analysis plan as a value: what was decided, and not where it was written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rapport.evaluation.plan.lock import Lock
from rapport.evaluation.reading.exits import Counted

MOST_PRIMARY = 2


class Outcome(StrEnum):
    GOALS = "goals"
    COMPETENCE = "competence"
    RETENTION = "retention"
    PROMOTION = "promotion"


OUTCOMES = tuple(Outcome)
COMPARED = frozenset({Outcome.COMPETENCE, Outcome.RETENTION, Outcome.PROMOTION})


@dataclass(frozen=True)
class Money:
    """Costs in one currency. `leaver` is low, likely and high, as shares of a year's salary.

    The shares are those of 30 case studies (Boushey & Glynn 2012: median 21 %) and a cautious
    spread above them; they are editable because every firm differs.
    """

    salary: float
    programme: float
    leaver: tuple[float, float, float] = (0.21, 0.33, 0.75)
    currency: str = "EUR"


@dataclass(frozen=True)
class Plan:
    """Months count from joining. `months[0]` is the horizon of the retention that is judged.

    `exact` names facts on which colleagues must agree; None leaves the choice to what is there.
    `caliper` is in standard deviations of the logit of the propensity. `reliability` is that of the
    scores of competence, from whoever made the instrument.
    """

    title: str = ""
    language: str = "en"
    role: str = "mentee"
    seed: int = 20_260
    primary: tuple[Outcome, ...] = (Outcome.RETENTION,)
    months: tuple[int, ...] = (12, 24)
    counted: Counted | None = None
    exact: tuple[str, ...] | None = None
    colleagues: int = 5
    caliper: float = 0.2
    least_tenure_days: int = 0
    eligible: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    read_on: tuple[date, ...] = ()
    reliability: float | None = None
    money: Money | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lock: Lock | None = None
    hash: str = ""
    given: bool = False

    @property
    def level(self) -> float:
        """Of intervals: compared primary outcomes and planned looks share one error (Bonferroni).

        Three looks at 95 % would find something in ten of a hundred programmes without effect.
        """
        compared = COMPARED.intersection(self.primary)
        return 1 - 0.05 / (max(len(compared), 1) * max(len(self.read_on), 1))

    def opens_on(self, today: date) -> date | None:
        """The first day of reading, while it lies ahead."""
        first = min(self.read_on, default=today)
        return first if today < first else None

    def reading_of(self, today: date) -> date | None:
        """The planned day to which a look at this day belongs: the last that has come."""
        return max((day for day in self.read_on if day <= today), default=None)

    def next_after(self, today: date) -> date | None:
        """The next planned day of reading."""
        return min((day for day in self.read_on if day > today), default=None)

    @property
    def is_locked(self) -> bool:
        return self.lock is not None
