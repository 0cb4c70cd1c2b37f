"""What sign-ups answered, as the engine compares it: numbers, or sets of choices.

A question counts as numbers only when everybody answered it with one number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rapport.matching.engine.criteria.person import Answer
from rapport.programmes.models import Enrolment

MOST_CHOICES = 12
"""A question with more different answers than this, and than a third of all, is free text."""

type Given = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Question:
    """A question of the sign-up: how many answered, and how it can be compared."""

    name: str
    answered: int
    numbers: tuple[float, ...]
    choices: frozenset[str]

    @property
    def is_number(self) -> bool:
        return bool(self.numbers)

    @property
    def is_free_text(self) -> bool:
        return not self.numbers and len(self.choices) > max(MOST_CHOICES, self.answered / 3)


def given_by(enrolment: Enrolment) -> Given:
    """Everything one sign-up answered, by question; a row of a grid is a question of its own."""
    found: dict[str, set[str]] = {}
    for each in enrolment.answers:
        if each["text"].strip():
            found.setdefault(question_name(each), set()).add(each["text"].strip())
    return {name: frozenset(texts) for name, texts in found.items()}


def question_name(answer: Mapping[str, str]) -> str:
    item = answer.get("item", "")
    return f"{answer['question']}: {item}" if item else answer["question"]


def questions_in(people: Iterable[Enrolment]) -> dict[str, Question]:
    """All questions that anybody answered, the most answered first."""
    heard: dict[str, list[frozenset[str]]] = {}
    for given in map(given_by, people):
        for name, texts in given.items():
            heard.setdefault(name, []).append(texts)
    ranked = sorted(heard.items(), key=lambda each: (-len(each[1]), each[0]))
    return {name: question_of(name, all_texts) for name, all_texts in ranked}


def question_of(name: str, all_texts: list[frozenset[str]]) -> Question:
    numbers = [number_in(next(iter(texts))) for texts in all_texts if len(texts) == 1]
    known = tuple(number for number in numbers if number is not None)
    is_number = len(known) == len(all_texts) and len(set(known)) > 1
    return Question(name, len(all_texts), known if is_number else (), frozenset().union(*all_texts))


def typed(given: Given, questions: Mapping[str, Question]) -> dict[str, Answer]:
    """One sign-up's answers as the engine takes them."""
    return {
        name: float(number_in(next(iter(texts))) or 0) if questions[name].is_number else texts
        for name, texts in given.items()
    }


def number_in(text: str) -> float | None:
    """The number a text is, with a comma or a point; None for any other text."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def leading_number(text: str) -> float | None:
    """The first number in a text, such as 3 in “3rd year”."""
    digits = "".join(sign if sign.isdigit() else " " for sign in text).split()
    return float(digits[0]) if digits else None


def utc_offset(zone: str, day: date) -> float | None:
    """Hours from UTC at noon of a day; None for a zone nobody knows."""
    try:
        moment = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return None
    offset = moment.utcoffset()
    return offset.total_seconds() / 3600 if offset is not None else None
