"""Says what differs between two sign-ups of the same person, in the words of the page."""

from dataclasses import fields
from datetime import datetime

from rapport.programmes.reading.plan import Change
from rapport.programmes.reading.signups import SignUp, clock
from rapport.programmes.reading.targets import Target

PLAIN_FIELDS: dict[str, Target] = {
    field.name: Target(field.name) for field in fields(SignUp) if field.name != "answers"
}


def changes_between(before: SignUp, after: SignUp) -> tuple[Change, ...]:
    """Every difference, plain fields first; () when applying `after` would change nothing."""
    plain = (
        Change(target, _shown(getattr(before, name)), _shown(getattr(after, name)))
        for name, target in PLAIN_FIELDS.items()
    )
    return (
        *(change for change in plain if change.before != change.after),
        *_answers(before, after),
    )


def _answers(before: SignUp, after: SignUp) -> list[Change]:
    known = {(answer.question, answer.item): answer.text for answer in before.answers}
    return [
        Change(Target.ANSWER, old, answer.text, _question(answer.question, answer.item))
        for answer in after.answers
        if (old := known.get((answer.question, answer.item), "")) != answer.text
    ]


def _question(question: str, item: str) -> str:
    return f"{question} [{item}]" if item else question


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return ", ".join(map(str, value))
        case datetime():
            return str(clock(value))
    return str(value)
