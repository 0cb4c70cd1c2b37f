"""The question after a silence as one member sees it: her choices, and, once all have answered,
everybody's."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from rapport.domain.ending import agreed
from rapport.domain.rhythm import ANSWER_LABELS, Answer
from rapport.domain.sentences import _
from rapport.relationships.access import Standing
from rapport.relationships.models import DriftQuestion, Participant
from rapport.relationships.queries import is_answered, members_of

REASONS: dict[Answer, str] = {
    Answer.CONTINUE: _("Choose a day to meet and go on where you were."),
    Answer.PAUSE: _("Rest with a day in mind. Nobody is asked anything meanwhile."),
    Answer.WIND_UP: _("Look back together at what you achieved, and end well."),
}

# Where the answer leads when all gave it: address, what the button says.
WAYS: dict[Answer, tuple[str, str]] = {
    Answer.CONTINUE: ("meeting_new", _("Choose a day to meet")),
    Answer.PAUSE: ("pause", _("Choose until when")),
    Answer.WIND_UP: ("moves", _("Look at the way there")),
}


@dataclass(frozen=True)
class Answers:
    """What every member said, oneself first, and where it leads when all said the same."""

    sides: tuple[tuple[Participant, str], ...]
    label: str
    url: str


def choices_for(question: DriftQuestion, standing: Standing) -> list[dict[str, object]]:
    """The three equal answers for the part `choices`; the one already given says so."""
    mine = question.answers.filter(person=standing.me.person_id).first()
    return [
        {
            "value": answer.value,
            "label": gettext(label),
            "why": gettext(REASONS[answer]),
            "is_mine": mine is not None and mine.answer == answer,
        }
        for answer, label in ANSWER_LABELS.items()
    ]


def answers_seen_by(question: DriftQuestion, standing: Standing) -> Answers | None:
    """Nobody sees the other's answer before all have given theirs."""
    members = members_of(standing.relationship)
    if not is_answered(question, members):
        return None
    given: dict[object, Answer] = {
        each.person_id: Answer(each.answer) for each in question.answers.all()
    }
    sides = tuple(
        (each, gettext(ANSWER_LABELS[given[each.person_id]]))
        for each in (standing.me, *standing.others)
    )
    together = agreed(given, members)
    if together is None:
        return Answers(sides, "", "")
    name, label = WAYS[together]
    url = reverse(name, args=[standing.relationship.code])
    return Answers(sides, gettext(label), url)
