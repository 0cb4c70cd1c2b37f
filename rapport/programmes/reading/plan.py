"""What an import would do, row by row, as a value to be looked at, kept and applied by others.

Nothing is stored here. Applying a plan and planning the same file again finds nothing to do.
"""

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.sentences import _
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.signups import SignUp
from rapport.programmes.reading.targets import Target


class Outcome(StrEnum):
    """What becomes of a row. FOLDED: a newer row of the same person carries its answers."""

    NEW = "new"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    FOLDED = "folded"
    SET_ASIDE = "set_aside"


OUTCOMES: dict[Outcome, str] = {
    Outcome.NEW: _("New"),
    Outcome.UPDATE: _("Changed"),
    Outcome.UNCHANGED: _("As before"),
    Outcome.FOLDED: _("Same person as another row"),
    Outcome.SET_ASIDE: _("Set aside"),
}


@dataclass(frozen=True)
class Change:
    """`question` names the answer that changes when `field` is Target.ANSWER."""

    field: Target
    before: str
    after: str
    question: str = ""


@dataclass(frozen=True)
class RowPlan:
    """`number` as in the spreadsheet. `sign_up` is all that holds once the plan is applied; it is
    there for NEW, UPDATE and UNCHANGED. `person` is the key of the known person."""

    number: int
    outcome: Outcome
    sign_up: SignUp | None = None
    person: str | None = None
    changes: tuple[Change, ...] = ()
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class RoleQuestion:
    """A word in the role column that nobody knows, as written, and the rows that use it."""

    word: str
    rows: tuple[int, ...]


@dataclass(frozen=True)
class ImportPlan:
    """`problems` ought to be solved first; `notes` ought to be read; neither forbids applying."""

    file_name: str
    rows: tuple[RowPlan, ...]
    role_questions: tuple[RoleQuestion, ...] = ()
    problems: tuple[Sentence, ...] = ()
    notes: tuple[Sentence, ...] = ()

    def of(self, outcome: Outcome) -> tuple[RowPlan, ...]:
        return tuple(row for row in self.rows if row.outcome is outcome)

    def counts(self) -> dict[Outcome, int]:
        """How many rows come to what; every outcome is there, also with 0."""
        return {outcome: len(self.of(outcome)) for outcome in Outcome}

    def to_store(self) -> tuple[RowPlan, ...]:
        """The rows that change something when the plan is applied: new people and updates."""
        return tuple(row for row in self.rows if row.outcome in {Outcome.NEW, Outcome.UPDATE})

    def is_clean(self) -> bool:
        """Whether every row can be taken, for a coordinator who wants all or nothing."""
        return not self.problems and not self.of(Outcome.SET_ASIDE)
