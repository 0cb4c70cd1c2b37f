"""Questions that no file answers, and where their answers come from: the plan, or a person.

Without a person all open questions are gathered, so that they can be answered in one go.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rapport.evaluation.words import Note


class Kind(StrEnum):
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True)
class Question:
    """`name` is the key in the plan's [answers]; `until` is what reading goes on with meanwhile.

    `says` is the question; each of `options` has its own wording, `option_<name>`.
    """

    name: str
    kind: Kind
    says: Note
    until: str
    options: tuple[str, ...] = ()


class Unanswered(Exception):
    """The questions that a person has to answer before anything can be computed."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        super().__init__(", ".join(question.name for question in questions))
        self.questions = questions


class Unusable(Exception):
    """A file or plan that cannot be used at all, as notes."""

    def __init__(self, *notes: Note) -> None:
        super().__init__(", ".join(note.key for note in notes))
        self.notes = notes


type Asker = Callable[[Question], str]


@dataclass
class Answers:
    """What the plan says, then what a person says, then nothing: and that is remembered."""

    given: Mapping[str, str] = field(default_factory=dict)
    ask: Asker | None = None
    used: dict[str, str] = field(default_factory=dict)
    open: dict[str, Question] = field(default_factory=dict)

    def take(self, question: Question) -> str:
        """The answer; without plan and person the provisional one, and the question stays open."""
        if question.name in self.used:
            return self.used[question.name]
        answer = self.given.get(question.name)
        if answer is None and self.ask is not None:
            answer = self.ask(question)
        if answer is None:
            self.open[question.name] = question
            return question.until
        if question.options and answer not in question.options:
            raise Unusable(_not_an_option(question, answer))
        self.used[question.name] = answer
        return answer

    def settle(self) -> None:
        """Raises Unanswered when anything was only answered provisionally."""
        if self.open:
            raise Unanswered(tuple(self.open.values()))


def _not_an_option(question: Question, answer: str) -> Note:
    options = ", ".join(question.options)
    return Note.of("refused_answer", question=question.name, answer=answer, options=options)
