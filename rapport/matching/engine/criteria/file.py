"""Criteria as a programme writes them down, in TOML. Knows the file, not what it leads to."""

import re
import tomllib
from collections.abc import Collection, Mapping
from typing import Any

from rapport.matching.engine.sentences import UnusableError

from .kinds import CRITERION_NEEDS, RULE_NEEDS, Criteria, Criterion, Rule

type Written = Mapping[str, object]

NUMBERS = frozenset({"least", "most", "low", "high", "weight"})
TEXTS = frozenset({"kind", "question", "wanted", "side", "model"})
RULE_SETTINGS = frozenset({"kind", "question", "least", "most"})
CRITERION_SETTINGS = NUMBERS | TEXTS
SIDES = ("mentee", "mentor")


def read_criteria(text: str) -> Criteria:
    """Criteria from TOML: ``[[rule]]`` and ``[[criterion]]`` tables and a list ``protected``.

    Raises UnusableError, naming the line or the setting, when anything is not understood.
    """
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnusableError("criteria_unreadable", line=line_of(error)) from error
    for name in sorted(written.keys() - {"rule", "criterion", "protected"}):
        raise UnusableError("setting_unknown", kind="criteria", setting=name)
    return Criteria(
        tuple(rule_from(one) for one in tables(written, "rule")),
        tuple(criterion_from(one) for one in tables(written, "criterion")),
        frozenset(names(written.get("protected", []))),
    )


def line_of(error: tomllib.TOMLDecodeError) -> int:
    """The line the error speaks of; 0 when it is the end of the file."""
    found = re.search(r"line (\d+)", str(error))
    return int(found[1]) if found else 0


def rule_from(written: Written) -> Rule:
    return Rule(**settings(written, RULE_NEEDS, RULE_SETTINGS))


def criterion_from(written: Written) -> Criterion:
    found = settings(written, CRITERION_NEEDS, CRITERION_SETTINGS)
    if "weight" not in found:
        raise UnusableError("setting_missing", kind=found["kind"], setting="weight")
    if found.get("side", "mentee") not in SIDES:
        raise UnusableError("setting_wrong", kind=found["kind"], setting="side")
    return Criterion(**found)


def settings(written: Written, kinds: Collection[str], known: frozenset[str]) -> dict[str, Any]:
    """The settings of one table, each of the right type, of a kind that exists."""
    kind = written.get("kind", "")
    if not isinstance(kind, str) or kind not in kinds:
        raise UnusableError("kind_unknown", kind=str(kind), known=tuple(sorted(kinds)))
    for setting, value in written.items():
        if setting not in known:
            raise UnusableError("setting_unknown", kind=kind, setting=setting)
        if not right_type(setting, value):
            raise UnusableError("setting_wrong", kind=kind, setting=setting)
    return dict(written)


def right_type(setting: str, value: object) -> bool:
    if setting in TEXTS:
        return isinstance(value, str)
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value  # noqa: PLR0124 - only NaN differs from itself


def tables(written: Written, name: str) -> list[Written]:
    found = written.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise UnusableError("setting_wrong", kind="criteria", setting=name)
    return found


def names(found: object) -> list[str]:
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise UnusableError("setting_wrong", kind="criteria", setting="protected")
    return found
