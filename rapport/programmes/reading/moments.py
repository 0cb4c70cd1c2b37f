"""Reads when somebody signed up, from the many ways in which forms write a moment.

A moment is kept as the file writes it, without a time zone: it only orders answers.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

PARTS = re.compile(
    r"(?P<a>\d{1,4})[./-](?P<b>\d{1,2})[./-](?P<c>\d{2,4})"
    r"(?:[T,\s]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:[.,](?P<split>\d{1,9}))?"
    r"\s*(?P<half>[AaPp]\.?\s?[Mm]\.?)?)?(?:\s*(?:[A-Z]{1,5}|Z)?(?:[+-]\d{1,2}(?::?\d{2})?)?)?"
)


class Order(StrEnum):
    """Whether 3/4/2026 is the third of April or the fourth of March."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def order_of(texts: Sequence[str]) -> Order | None:
    """What a whole column says about its order; None when every date could be both."""
    places = [match for text in texts if (match := PARTS.fullmatch(text)) and len(match["a"]) < 3]
    if any("." in match[0][:3] or int(match["a"]) > 12 for match in places):
        return Order.DAY_FIRST
    if any(int(match["b"]) > 12 for match in places):
        return Order.MONTH_FIRST
    return _order_by_growth(texts) if places else Order.MONTH_FIRST


def _order_by_growth(texts: Sequence[str]) -> Order | None:
    """Forms write their answers in the order they came; one reading keeps that order."""
    growing = [order for order in Order if _grows([moment_of(text, order) for text in texts])]
    return growing[0] if len(growing) == 1 else None


def _grows(moments: Sequence[datetime | None]) -> bool:
    known = [moment for moment in moments if moment]
    return known == sorted(known)


def moment_of(text: str, order: Order) -> datetime | None:
    """The moment that a text says; None when it says none."""
    match = PARTS.fullmatch(text)
    if not match:
        return None
    year, month, day = _date(match, order)
    clock = f"{_hour(match):02}:{match['minute'] or '00'}:{match['second'] or '00'}"
    fraction = f".{match['split'][:6]:0<6}" if match["split"] else ""
    try:
        return datetime.fromisoformat(f"{year:04}-{month:02}-{day:02}T{clock}{fraction}")
    except ValueError:
        return None


def _date(match: re.Match[str], order: Order) -> tuple[int, int, int]:
    a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
    if len(match["a"]) > 2:
        return a, b, c
    year = c + 2000 if c < 100 else c
    day_first = order is Order.DAY_FIRST or "." in match[0][:3]
    return (year, b, a) if day_first else (year, a, b)


def _hour(match: re.Match[str]) -> int:
    hour, half = int(match["hour"] or 0), (match["half"] or "").lower()
    if half:
        return hour % 12 + (12 if half.startswith("p") else 0)
    return hour
