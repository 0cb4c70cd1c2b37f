"""Whatever the engine can say has words here, and every hard rule a refusal."""

from collections.abc import Mapping

import pytest

from rapport.matching import words
from rapport.matching.actions.proposal import BY_RULE
from rapport.matching.engine import NOTES, REASONS, UNMATCHED
from rapport.matching.engine.criteria.kinds import RULE_NEEDS, STANDING_RULES
from rapport.matching.queries.criteria import COMMON_LANGUAGE

RULES = {*STANDING_RULES, COMMON_LANGUAGE.key}
SAID: dict[str, frozenset[str]] = {**REASONS, **NOTES, **UNMATCHED}
TEXTS: Mapping[str, object] = {"shared": ["Law", "Art"], "rule": "own_line", "rules": ["veto"]}


@pytest.mark.parametrize(("key", "places"), SAID.items(), ids=SAID)
def test_every_sentence_of_the_engine_has_words(key: str, places: frozenset[str]) -> None:
    sentence = words.in_words(key, {place: TEXTS.get(place, 3) for place in places})
    assert sentence.endswith(".")
    assert "%(" not in sentence


def test_every_hard_rule_has_words_and_a_refusal() -> None:
    assert set(words.RULES) == set(BY_RULE) == RULES


@pytest.mark.parametrize(
    ("score", "said"),
    [(1000, "Much in common"), (600, "Much in common"), (0, "Little in common"), (None, "Not j")],
)
def test_how_two_fit_is_said_in_words(score: int | None, said: str) -> None:
    assert words.fit_in_words(score).startswith(said)


def test_a_rule_without_words_says_its_key_rather_than_nothing() -> None:
    assert words.rule_in_words("new:utc_offset") == "new:utc_offset"


def test_a_rule_of_the_programme_names_its_question() -> None:
    assert words.rule_in_words("within:utc_offset") == "too great a distance in “Time zone”"
    assert words.rule_in_words("same:Faculty") == "a different answer to “Faculty”"
    kinds = {f"{kind}:Faculty" for kind in RULE_NEEDS}
    assert all(words.rule_in_words(kind) != kind for kind in kinds)
