"""Why we say no: a tree of sentences. They know nothing of HTTP.

Refusal
├── WrongPhase        the phase does not allow this move
├── NotNow            the moment is not right (a question of when)
├── Incomplete        something is missing; says what
├── AlreadyDone       somebody did it before
├── StaleWords        the words were changed meanwhile; nothing is lost
└── NotAcceptable     what came in cannot be right
"""

from rapport.domain.phases import Move, Phase
from rapport.domain.sentences import _


class Refusal(Exception):
    """We say no, in a sentence that says what happened and what to do."""

    template = _("This cannot be done now. Nothing was changed.")

    def __init__(self, template: str = "", /, **values: object) -> None:
        self.template = template or self.template
        self.values = values
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """In English; the pages translate the template before they fill in the values."""
        return self.template % self.values if self.values else self.template


class WrongPhase(Refusal):
    template = _(
        "This is not possible in the phase “%(phase)s”. Nothing was changed; "
        "look at the journey to see what comes next."
    )

    def __init__(self, move: Move, phase: Phase) -> None:
        self.move, self.phase = move, phase
        super().__init__(phase=phase.value.replace("_", " "))


class NotNow(Refusal):
    """The sentence says since when or from when."""


class Incomplete(Refusal):
    template = _("Something is still missing. What you wrote is kept; complete it and try again.")


class AlreadyDone(Refusal):
    template = _("This was already done. Nothing was changed.")


class StaleWords(Refusal):
    template = _(
        "These words were changed meanwhile, perhaps in another window. Both versions are kept: "
        "compare them below and save again."
    )


class NotAcceptable(Refusal):
    template = _("What was sent cannot be right. Nothing was changed; go back and try again.")
