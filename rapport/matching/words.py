"""What the engine says, in words: a table for reasons, notes, rules and people left over.

The engine gives keys and values; nothing here decides anything.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext

from rapport.domain.sentences import _
from rapport.matching.engine import Sentence

REASONS = {
    "in_common": _("Both named %(shared)s."),
    "in_common:languages": _("Both speak %(shared)s."),
    "in_common:site": _("Both are at %(shared)s."),
    "close": _("Their answers are close to each other."),
    "about_the_same": _("What they wrote is about the same."),
    "different": _("Their answers differ, as the programme wishes."),
    "steps_ahead": _("The mentor is a few steps ahead."),
    "mentee_wished": _("The mentee wished for this mentor."),
    "mentor_wished": _("The mentor wished for this mentee."),
    "as_mentee_wishes": _("The mentor is as the mentee wishes."),
}
NOTES = {
    "same_manager": _("Both have the same manager or advisor."),
    "set_by_hand": _("Placed by hand."),
    "set_despite": _("Placed by hand although there is %(rule)s."),
    "not_checked": _("Somebody did not answer, so this was not checked: %(rule)s."),
}
RULES = {
    "oneself": _("nobody but the person herself"),
    "own_line": _("a line manager or advisor in between"),
    "veto": _("a wish never to be paired"),
    "forbidden": _("a pair that was before or was taken out by hand"),
    "shared:languages": _("no language in common"),
}
RULES_BY_KIND = {
    "shared": _("nothing in common under “%(question)s”"),
    "same": _("a different answer to “%(question)s”"),
    "different": _("the same answer to “%(question)s”"),
    "within": _("too great a distance in “%(question)s”"),
    "ahead": _("the wrong distance in “%(question)s”"),
    "different_manager": _("one manager or advisor of both"),
}
QUESTIONS = {
    "topics": _("Topics"),
    "languages": _("Languages"),
    "site": _("Place"),
    "experience": _("Stage or year"),
    "utc_offset": _("Time zone"),
    "availability": _("Free hours"),
}
UNMATCHED = {
    "no_place_wanted": _("Wants nobody at the moment."),
    "nobody_there": _("There is nobody on the other side with a free place."),
    "rule_in_the_way": _("Nobody is possible. What stands in the way everywhere: %(rule)s."),
    "rules_together": _("Nobody is possible. What stands in the way: %(rules)s."),
    "seats_too_few": _(
        "Too few places: %(people)s mentees could only go to the same %(seats)s places."
    ),
    "not_needed": _("Every mentee who would fit has somebody already."),
    "by_hand": _("Left out by hand."),
}
TABLES = {**REASONS, **NOTES, **UNMATCHED}

# From the strongest down: the least points of 1000, and the words.
FIT = [
    (600, _("Much in common")),
    (350, _("Good common ground")),
    (150, _("Some common ground")),
    (0, _("Little in common")),
]
NOT_JUDGED = _("Not judged")


def fit_in_words(score: int | None) -> str:
    """How well two people go together, in words; never a number and never stars."""
    if score is None:
        return gettext(NOT_JUDGED)
    return gettext(next(words for least, words in FIT if score >= least))


def kept(sentence: Sentence) -> dict[str, Any]:
    """A sentence of the engine as it is stored with a pair."""
    words = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in sentence.words.items()
    }
    return {"key": sentence.key, "words": words}


def said(sentences: Iterable[Mapping[str, Any]]) -> list[str]:
    """Stored sentences in the language of whoever reads them."""
    return [in_words(each["key"], each["words"]) for each in sentences]


def in_words(key: str, words: Mapping[str, Any]) -> str:
    wording = TABLES.get(f"{key}:{words.get('question')}") or TABLES[key]
    return gettext(wording) % {name: shown(name, value) for name, value in words.items()}


def shown(name: str, value: Any) -> str:
    if name == "rule":
        return rule_in_words(value)
    if name == "rules":
        return ", ".join(map(rule_in_words, value))
    return ", ".join(value) if isinstance(value, list) else str(value)


def rule_in_words(rule: str) -> str:
    """A hard rule by its key; a rule of a kind without words yet says its key."""
    if rule in RULES:
        return gettext(RULES[rule])
    kind, _colon, question = rule.partition(":")
    if kind not in RULES_BY_KIND:
        return rule
    return gettext(RULES_BY_KIND[kind]) % {"question": question_in_words(question)}


def question_in_words(question: str) -> str:
    """A question of the sign-up by its own name, or one of the fields in words."""
    return gettext(QUESTIONS[question]) if question in QUESTIONS else question
