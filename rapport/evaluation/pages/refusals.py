"""Why a report could not be made, as sentences in every language we have."""

from django.utils import translation

from rapport.domain.refusals import NotNow, Refusal
from rapport.domain.sentences import _
from rapport.evaluation import vault
from rapport.evaluation.reading.questions import Unanswered, Unusable
from rapport.evaluation.words import LANGUAGES
from rapport.web.sentences import in_words

QUESTIONS = _("Some questions are still open. No report was made; answer them below the file.")
SECRET = _(
    "The file was stored with an older secret of this installation and cannot be opened any more. "
    "No report was made; erase it and choose it again."
)
NO_NUMBER = _("The records do not allow a single comparison. No report was made; look at the file.")
FAULT = _(
    "A fault of ours stopped the work, and it is in the log of the server. The file and your "
    "answers are kept; try again, and tell whoever runs this server if it happens again."
)


def sentences_of(why: Exception) -> dict[str, list[str]]:
    """Language -> sentences."""
    return {language: _said(why, language) for language in LANGUAGES}


def _said(why: Exception, language: str) -> list[str]:
    if isinstance(why, Unusable):
        return [LANGUAGES[language].note(note) for note in why.notes]
    with translation.override(language):
        return [in_words(_refusal(why))]


def _refusal(why: Exception) -> Refusal:
    if isinstance(why, Refusal):
        return why
    if isinstance(why, Unanswered):
        return NotNow(QUESTIONS)
    if isinstance(why, vault.Unopenable):
        return NotNow(SECRET)
    return NotNow(NO_NUMBER if type(why).__name__ == "NotEstimable" else FAULT)
