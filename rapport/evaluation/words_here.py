"""The voice of the evaluation in the language of whoever reads a page."""

from collections.abc import Iterable

from django.utils.translation import get_language

from rapport.domain.refusals import NotAcceptable
from rapport.evaluation.reading.questions import Unusable
from rapport.evaluation.words import Note, Voice, voice_of


def voice_here() -> Voice:
    return voice_of(get_language() or "en")


def refused(unusable: Unusable) -> NotAcceptable:
    """What is wrong with a file or plan, as a refusal a form can show."""
    return NotAcceptable("%(why)s", why=" ".join(said(unusable.notes)))


def said(notes: Iterable[Note]) -> list[str]:
    voice = voice_here()
    return [voice.note(note) for note in notes]
