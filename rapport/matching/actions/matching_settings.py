"""How a programme matches is decided, once for all rounds that come."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from rapport.domain.refusals import NotAcceptable
from rapport.domain.sentences import _
from rapport.matching.engine import UnusableError
from rapport.matching.models import MatchingRound, MatchingSettings, Mode
from rapport.matching.queries.criteria import from_data
from rapport.matching.words import question_in_words
from rapport.people.models import Person
from rapport.programmes.models import Programme

UNUSABLE = {
    "protected_question": _(
        "“%(question)s” is protected, so it counts only by the mentee’s own wish. What you chose "
        "is kept; choose “as the mentee wishes”, or lift the protection."
    ),
}
UNUSABLE_OTHERWISE = _(
    "These settings contradict each other, so nothing was saved. What you chose is kept; look at "
    "the least and the most of each line."
)
NOTHING_COUNTS = _(
    "Nothing would count, so all pairs would be alike. Nothing was saved; give at least one line "
    "a weight."
)


@dataclass(frozen=True)
class Decided:
    """What a coordinator decides; `criteria` as data, `answer_days` from 1 to 60."""

    criteria: dict[str, Any]
    shown: list[str]
    mode: Mode
    answer_days: int


@transaction.atomic
def change_matching(programme: Programme, decided: Decided, *, by: Person) -> MatchingSettings:
    """New settings. A round in which nobody was asked yet follows the new say."""
    programme.lock()
    require_usable(decided.criteria)
    saved, _is_new = MatchingSettings.objects.update_or_create(
        programme=programme, defaults={**vars(decided), "changed_by": by}
    )
    MatchingRound.objects.filter(
        intake__programme=programme, announced_at=None, asked_at=None
    ).update(mode=decided.mode)
    return saved


def require_usable(data: dict[str, Any]) -> None:
    """NotAcceptable, in a sentence, for what the engine cannot work with."""
    try:
        criteria = from_data(data)
    except UnusableError as error:
        question = question_in_words(str(error.sentence.words.get("question", "")))
        template = UNUSABLE.get(error.sentence.key, UNUSABLE_OTHERWISE)
        raise NotAcceptable(template, question=question) from error
    if not criteria.criteria:
        raise NotAcceptable(NOTHING_COUNTS)
