"""Reads plan.toml: one table says which keys there are and what each may hold.

Anything the table does not know is refused, so that a misspelt decision is never a silent one.
"""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rapport.evaluation.plan.lock import Lock, fingerprint, is_intact
from rapport.evaluation.plan.plan import MOST_PRIMARY, Money, Outcome, Plan
from rapport.evaluation.reading.exits import Counted
from rapport.evaluation.reading.fields import FILES
from rapport.evaluation.reading.questions import Unusable
from rapport.evaluation.words import Note

type Check = Callable[[Any], Any]


def read_plan(path: Path) -> Plan:
    """The plan in a file. Raises Unusable, with a sentence for what is wrong in it."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Unusable(Note.of("refused_no_file", file=str(path))) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unusable(Note.of("refused_toml", file=str(path), why=str(error))) from error
    return plan_of(document)


def plan_of(document: Mapping[str, Any]) -> Plan:
    """Raises Unusable for unknown keys, impossible values, and a lock that no longer fits."""
    known = _checked(document)
    lock = Lock(**known.pop("lock")) if "lock" in known else None
    if lock and not is_intact(document, lock):
        raise Unusable(Note.of("refused_lock", at=lock.at))
    return Plan(**known, lock=lock, hash=fingerprint(document), given=True)


def _checked(document: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for section, value in document.items():
        if section in TOP:
            found[section] = _check(section, value, TOP[section])
        elif section in SECTIONS and isinstance(value, dict):
            for key, inner in value.items():
                name, check = _known(section, key)
                found[name] = _check(f"{section}.{key}", inner, check)
        else:
            raise Unusable(_unknown(section, [*TOP, *SECTIONS]))
    return found


def _known(section: str, key: str) -> tuple[str, Check]:
    if key not in SECTIONS[section]:
        raise Unusable(_unknown(f"{section}.{key}", SECTIONS[section]))
    return SECTIONS[section][key]


def _unknown(key: str, known: Mapping[str, Any] | list[str]) -> Note:
    return Note.of("refused_plan_key", entry=key, known=", ".join(known))


def _check(key: str, value: Any, check: Check) -> Any:
    try:
        return check(value)
    except (ValueError, TypeError, KeyError) as error:
        raise Unusable(Note.of("refused_plan_value", entry=key, value=str(value))) from error


def _whole(low: int, high: int) -> Check:
    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError
        return value

    return check


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _one_of(*options: str) -> Check:
    def check(value: Any) -> str:
        if value not in options:
            raise ValueError
        return str(value)

    return check


def _primary(value: Any) -> tuple[Outcome, ...]:
    found = tuple(dict.fromkeys(map(Outcome, value)))
    if not 1 <= len(found) <= MOST_PRIMARY:
        raise ValueError
    return found


def _months(value: Any) -> tuple[int, ...]:
    months = tuple(map(_whole(1, 120), value))
    if not 1 <= len(months) <= 3 or list(months) != sorted(set(months)):
        raise ValueError
    return months


def _facts(value: Any) -> tuple[str, ...]:
    known = {field.name for field in FILES["workforce"] if field.fact}
    if not set(value) <= known | {"tenure"}:
        raise ValueError
    return tuple(value)


def _words(value: Any) -> dict[str, tuple[str, ...]]:
    return {_facts([name])[0]: tuple(map(_text, words)) for name, words in value.items()}


def _days(value: Any) -> tuple[date, ...]:
    """Days of a TOML file, or as text: what a page decided is kept as JSON, which has no days."""
    days = (date.fromisoformat(day) if isinstance(day, str) else day for day in value)
    return tuple(map(_day, days))


def _day(value: Any) -> date:
    if not isinstance(value, date):
        raise TypeError
    return value


def _number(low: float, high: float) -> Check:
    def check(value: Any) -> float:
        number = float(value)
        if isinstance(value, str) or not low <= number <= high:
            raise ValueError
        return number

    return check


def _money(value: Any) -> Money:
    amount = _number(0, 1e12)
    low, likely, high = value.get("leaver", Money.leaver)
    if not 0 <= low <= likely <= high <= 10 or set(value) - MONEY_KEYS:
        raise ValueError
    return Money(
        salary=amount(value["salary"]),
        programme=amount(value["programme"]),
        leaver=(float(low), float(likely), float(high)),
        currency=_text(value.get("currency", Money.currency)),
    )


def _answers(value: Any) -> dict[str, str]:
    return {name: str(answer) for name, answer in value.items()}


def _columns(value: Any) -> dict[str, dict[str, str]]:
    for file, columns in value.items():
        names = {field.name for field in FILES[file]}
        if not set(columns) <= names:
            raise ValueError
    return {
        file: {name: _text(text) for name, text in said.items()} for file, said in value.items()
    }


def _lock(value: Any) -> dict[str, str]:
    return {"at": str(value["at"]), "hash": _text(value["hash"])}


MONEY_KEYS = frozenset({"salary", "programme", "leaver", "currency"})
TOP: Mapping[str, Check] = {
    "title": _text,
    "language": _one_of("en", "de"),
    "role": _one_of("mentee", "mentor"),
    "seed": _whole(0, 2**31),
    "read_on": _days,
    "money": _money,
    "answers": _answers,
    "columns": _columns,
    "lock": _lock,
}
SECTIONS: Mapping[str, Mapping[str, tuple[str, Check]]] = {
    "outcomes": {"primary": ("primary", _primary)},
    "retention": {"months": ("months", _months), "counted": ("counted", Counted)},
    "comparison": {
        "exact": ("exact", _facts),
        "colleagues": ("colleagues", _whole(1, 10)),
        "caliper": ("caliper", _number(0.01, 1.0)),
    },
    "competence": {"reliability": ("reliability", _number(0.01, 0.99))},
    "eligible": {
        "least_tenure_days": ("least_tenure_days", _whole(0, 20_000)),
        "facts": ("eligible", _words),
    },
}
