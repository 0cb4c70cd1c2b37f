"""The pages of a personnel file: its columns, what it still asks, what reading it would do."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from rapport.domain.sentences import _
from rapport.evaluation.models import PersonnelFile
from rapport.evaluation.queries.reading import inputs_of
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.questions import Question, Unanswered, Unusable
from rapport.evaluation.report.pages.figures import count_of
from rapport.evaluation.report.pages.method import reason_said
from rapport.evaluation.words_here import said, voice_here

STEPS = [_("Plan"), _("File"), _("Columns"), _("Questions"), _("Report")]


@dataclass(frozen=True)
class Look:
    """What reading a file came to: open questions, a refusal, or the ledger of its rows."""

    questions: tuple[Question, ...] = ()
    refusal: tuple[str, ...] = ()
    ledger: Ledger | None = None
    participants: int = 0


def look_at(file: PersonnelFile) -> Look:
    """Read it as far as answers go; nothing is kept of it."""
    try:
        sources = inputs_of(file).read()
    except Unanswered as unanswered:
        return Look(questions=unanswered.questions)
    except Unusable as unusable:
        return Look(refusal=tuple(said(unusable.notes)))
    return Look(ledger=sources.ledger, participants=sources.participants.joined.height)


def stepper(here: int) -> list[dict[str, str]]:
    """The five steps, with the one (from 1) where we are."""
    states = ["done"] * (here - 1) + ["here"] + ["ahead"] * (len(STEPS) - here)
    return [
        {"label": gettext(label), "state": state}
        for label, state in zip(STEPS, states, strict=True)
    ]


def ledger_rows(ledger: Ledger) -> list[dict[str, Any]]:
    """Each file: rows read, and how many were set aside for which reason, as a report counts."""
    voice = voice_here()
    return [
        {
            "file": voice.say(f"file_{file}"),
            "read": count_of(read, voice),
            "aside": count_of(ledger.total(file), voice),
            "reasons": [
                {"why": reason_said(reason, voice), "count": count_of(count, voice)}
                for reason, count in sorted(ledger.reasons(file).items())
            ],
        }
        for file, read in ledger.read.items()
    ]
