"""Every sentence the engine may say, as a key with named parameters.

Knows which keys there are and what each one fills in. It does not know any language: the words
are found and translated by whoever shows them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

type Word = str | int | float | tuple[str, ...]

REFUSALS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "capacity_impossible": frozenset({"least", "most"}),
        "person_twice": frozenset({"person", "role"}),
        "person_unknown": frozenset({"person"}),
        "too_many_locked": frozenset({"person", "most"}),
        "locked_against_rule": frozenset({"mentee", "mentor", "rule"}),
        "criteria_unreadable": frozenset({"line"}),
        "kind_unknown": frozenset({"kind", "known"}),
        "setting_unknown": frozenset({"kind", "setting"}),
        "setting_missing": frozenset({"kind", "setting"}),
        "setting_wrong": frozenset({"kind", "setting"}),
        "key_twice": frozenset({"name"}),
        "protected_question": frozenset({"kind", "question"}),
        "answer_of_other_kind": frozenset({"person", "question"}),
        "arrays_disagree": frozenset({"what"}),
        "price_impossible": frozenset({"price", "most"}),
        "pool_too_large": frozenset({"people"}),
        "model_unknown": frozenset({"name"}),
    }
)

UNMATCHED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "no_place_wanted": frozenset(),
        "nobody_there": frozenset(),
        "rule_in_the_way": frozenset({"rule", "stopped", "everybody"}),
        "rules_together": frozenset({"rules", "everybody"}),
        "seats_too_few": frozenset({"people", "seats", "mentors"}),
        "not_needed": frozenset({"permitted"}),
    }
)

NOTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "same_manager": frozenset(),
        "set_by_hand": frozenset(),
        "set_despite": frozenset({"rule"}),
        "not_checked": frozenset({"rule"}),
    }
)

REASONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "in_common": frozenset({"question", "shared"}),
        "close": frozenset({"question"}),
        "about_the_same": frozenset({"question"}),
        "different": frozenset({"question"}),
        "steps_ahead": frozenset({"question", "steps"}),
        "mentee_wished": frozenset({"rank"}),
        "mentor_wished": frozenset({"rank"}),
        "as_mentee_wishes": frozenset({"question"}),
    }
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A key of one of the tables above, and what it fills in."""

    key: str
    words: Mapping[str, Word] = MappingProxyType({})


class UnusableError(ValueError):
    """The engine cannot work with what it was given; ``sentence`` says why."""

    def __init__(self, key: str, **words: Word) -> None:
        super().__init__(key, words)
        self.sentence = Sentence(key, words)
