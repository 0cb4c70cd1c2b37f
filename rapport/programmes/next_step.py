"""The one thing a coordinator does next in an intake: a table, read from the top."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rapport.programmes.models import ImportRun, Intake
from rapport.programmes.queries import Figures


@dataclass(frozen=True)
class Situation:
    """What decides it: the figures, and an upload that nobody finished."""

    figures: Figures
    draft: ImportRun | None


@dataclass(frozen=True)
class NextStep:
    title: str | Promise
    why: str | Promise
    label: str | Promise
    url: str
    takes: str | Promise = ""


STEPS: list[tuple[Callable[[Situation], bool], NextStep]] = [
    (
        lambda now: now.draft is not None,
        NextStep(
            _("Finish your import"),
            _("A file is read and nothing of it is stored yet. Look at it once more."),
            _("Continue the import"),
            "people_import",
            _("2 minutes"),
        ),
    ),
    (
        lambda now: now.figures.signed_up == 0,
        NextStep(
            _("Bring in your sign-ups"),
            _("Choose the table that your form or HR system exports. You see every row first."),
            _("Import sign-ups"),
            "people_import",
            _("5 minutes"),
        ),
    ),
    (
        lambda now: not now.figures.has_both_sides,
        NextStep(
            _("Bring in the other side"),
            _("Pairs need mentors and mentees, and only one of the two has signed up so far."),
            _("Import sign-ups"),
            "people_import",
            _("5 minutes"),
        ),
    ),
    (
        lambda now: now.figures.mentees_waiting > 0,
        NextStep(
            _("Form pairs"),
            _("Everybody who waits is looked at together. You decide before anybody hears of it."),
            _("Form pairs"),
            "matching",
            _("10 minutes"),
        ),
    ),
    (
        lambda now: now.figures.not_joined > 0,
        NextStep(
            _("Let people arrive"),
            _("Everybody is invited; not everybody has joined yet. Look whom you might call."),
            _("See who has not joined"),
            "intake",
        ),
    ),
]
DONE = NextStep(
    _("Everybody has joined"),
    _("The pairs are on their way. The desk shows which phase each is in, and never a word."),
    _("Open the desk"),
    "desk",
)
QUERIES = {"intake": "?state=invited#people"}
WITHOUT_INTAKE = {"desk"}


def next_step(intake: Intake, situation: Situation) -> dict[str, object]:
    """The first step whose condition holds, with its address, as the part `next_step` takes it."""
    step = next((step for holds, step in STEPS if holds(situation)), DONE)
    arguments = [] if step.url in WITHOUT_INTAKE else [intake.programme.slug, intake.code]
    return {**vars(step), "url": reverse(step.url, args=arguments) + QUERIES.get(step.url, "")}
