"""Reads days from the many ways in which files write them; knows nothing of what a day means.

A column is read by its different texts: a million rows hold some thousand different days.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from rapport.programmes.reading.cleaning import says_nothing

NUMERIC = re.compile(
    r"(?P<a>\d{1,4})(?P<mark>[./-])\s?(?P<b>\d{1,2})[./-]\s?(?P<c>\d{1,4})\.?(?:[T ,]+[\d:.,]+.*)?"
)
COMPACT = re.compile(r"(?P<year>(?:19|20|99)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)")
SERIAL = re.compile(r"(?P<days>\d{4,7})(?:[.,]\d+)?")
NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})[.\s-]*(?P<month>[^\W\d]{3,9})\.?|(?P<month2>[^\W\d]{3,9})\.?\s(?P<day2>\d{1,2}))"
    r"[,\s-]*(?P<year>\d{4}|\d{2})(?:[T ,]+[\d:.,]+.*)?"
)
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "jan jän",
            "feb",
            "mar mär mrz",
            "apr",
            "may mai",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct okt",
            "nov",
            "dec dez",
        ),
        start=1,
    )
    for name in names.split()
}
EXCEL_BEGINS = date(1899, 12, 30)
OPEN_YEARS = frozenset({0, 1, 1753, 1800, 1900, 2099, 2999, 4712, 9999})
EARLIEST, LATEST = 1920, 2098
SERIALS = range(7_306, 73_051)  # 1920 to 2099, in days of a spreadsheet
OPEN_SERIALS = frozenset({0, 1, 73_050, 2_958_465})


class Order(StrEnum):
    """Whether 3/4/2026 is the third of April or the fourth of March."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Blank(StrEnum):
    """Why there is no day: nothing was written, a day meant as “never”, or no day at all."""

    EMPTY = "empty"
    NEVER = "never"
    UNREADABLE = "unreadable"


def order_of(texts: Iterable[str]) -> tuple[Order, ...]:
    """The orders that the texts speak for: none when all could be both, two when they quarrel."""
    found: set[Order] = set()
    for text in texts:
        match = NUMERIC.fullmatch(text)
        if match and len(match["a"]) < 3 and match["mark"] != ".":
            found |= {Order.DAY_FIRST} if int(match["a"]) > 12 else set()
            found |= {Order.MONTH_FIRST} if int(match["b"]) > 12 else set()
    return tuple(sorted(found))


def needs_order(texts: Iterable[str]) -> bool:
    """Whether any text can be read both ways; 03.04.2026 with points is day first everywhere."""
    matches = (NUMERIC.fullmatch(text) for text in texts)
    return any(
        len(m["a"]) < 3 and m["mark"] != "." and int(m["a"]) != int(m["b"]) and int(m["c"]) > 1
        for m in matches
        if m
    )


def day_of(text: str, order: Order, *, youngest: int = 49) -> date | Blank:
    """The day a text says. Two-digit years up to `youngest` belong to this century."""
    if says_nothing(text):
        return Blank.EMPTY
    parts = _parts(text, order, youngest)
    if parts is None:
        return _serial(text)
    year, month, day = parts
    if year in OPEN_YEARS:
        return Blank.NEVER
    try:
        found = date(year, month, day)
    except ValueError:
        return Blank.UNREADABLE
    return found if EARLIEST <= year <= LATEST else Blank.UNREADABLE


def _parts(text: str, order: Order, youngest: int) -> tuple[int, int, int] | None:
    if match := COMPACT.fullmatch(text):
        return int(match["year"]), int(match["month"]), int(match["day"])
    if match := NUMERIC.fullmatch(text):
        return _numeric(match, order, youngest)
    if match := NAMED.fullmatch(text):
        return _named(match, youngest)
    return None


def _numeric(match: re.Match[str], order: Order, youngest: int) -> tuple[int, int, int]:
    a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
    if len(match["a"]) > 2:
        return a, b, c
    day_first = order is Order.DAY_FIRST or match["mark"] == "."
    year = c if len(match["c"]) > 2 or c == 0 == a else _century(c, youngest)
    return (year, b, a) if day_first else (year, a, b)


def _named(match: re.Match[str], youngest: int) -> tuple[int, int, int] | None:
    month = MONTHS.get((match["month"] or match["month2"]).casefold()[:3])
    year = int(match["year"])
    day = int(match["day"] or match["day2"])
    return (year if year > 99 else _century(year, youngest), month, day) if month else None


def _century(year: int, youngest: int) -> int:
    return year + (2000 if year <= youngest else 1900)


def _serial(text: str) -> date | Blank:
    match = SERIAL.fullmatch(text)
    if text in {"0", "1"} or (match and int(match["days"]) in OPEN_SERIALS):
        return Blank.NEVER
    if match and int(match["days"]) in SERIALS:
        return EXCEL_BEGINS + timedelta(days=int(match["days"]))
    return Blank.UNREADABLE
