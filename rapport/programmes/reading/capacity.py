"""Reads how many people somebody wants, from numbers and from what people write instead."""

import re
from dataclasses import dataclass
from datetime import datetime

from rapport.domain.sentences import _
from rapport.programmes.reading.cleaning import words_of
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.vocabulary import NUMBER_WORDS, OPEN_ENDED_WORDS

DEFAULT = 1
MOST = 20
WHOLE = re.compile(r"(\d{1,9})(?:[.,]0+)?")
RANGE = re.compile(r"(\d{1,2})\s*(?:-|–|—|to|bis|or|oder|/)\s*(\d{1,2})\b.*", re.DOTALL)
DIGITS = re.compile(r"(?<![\d.,-])\d{1,9}(?![\d.,])")

RANGED = _("“%(text)s” is a range; the smaller number, %(number)s, counts.")
DATED = _("“%(text)s” is a date; a spreadsheet probably made it of a range, so %(number)s counts.")
WORDED = _("“%(text)s” was read as %(number)s.")
UNCLEAR = _(
    "“%(text)s” is not a number, so %(number)s counts. Change it by hand if you know better."
)
TOO_MANY = _(
    "%(text)s is more than %(most)s, so %(number)s counts. Change it by hand if it is right."
)


@dataclass(frozen=True)
class Capacity:
    number: int
    note: Sentence | None = None


def capacity_of(text: str) -> Capacity:
    """How many people a cell says, from 0 to 20; a note when that is not just what it says."""
    whole = WHOLE.fullmatch(text)
    if whole:
        return _within(text, int(whole[1]))
    ranged = RANGE.fullmatch(text)
    if ranged:
        return _noted(RANGED, text, min(int(ranged[1]), int(ranged[2])))
    dated = _date(text)
    if dated:
        return _noted(DATED, text, min(dated.day, dated.month))
    return _in_words(text)


def is_number_like(text: str) -> bool:
    """Whether a cell can be meant as a number of people."""
    found = capacity_of(text)
    return found.note is None or found.note.wording != UNCLEAR


def _in_words(text: str) -> Capacity:
    words = words_of(text)
    if any(open_ended in words for open_ended in OPEN_ENDED_WORDS):
        return _noted(UNCLEAR, text, DEFAULT)
    numbers = [int(digits) for digits in DIGITS.findall(text)]
    numbers = numbers or [NUMBER_WORDS[word] for word in words.split() if word in NUMBER_WORDS]
    if not numbers or numbers[0] > MOST or len(words.split()) > 8:
        return _noted(UNCLEAR, text, DEFAULT)
    return _noted(WORDED, text, numbers[0])


def _within(text: str, number: int) -> Capacity:
    if number <= MOST:
        return Capacity(number)
    return Capacity(DEFAULT, Sentence.of(TOO_MANY, text=text, most=MOST, number=DEFAULT))


def _noted(wording: str, text: str, number: int) -> Capacity:
    return Capacity(number, Sentence.of(wording, text=_short(text), number=number))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


def _date(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text[4:5] == "-" else None
    except ValueError:
        return None
