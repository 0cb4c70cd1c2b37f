"""Reads numbers with points or commas as decimal marks; a whole column decides which is which."""

import re
from collections.abc import Iterable

from rapport.programmes.reading.cleaning import says_nothing

UNITS = re.compile(r"[\s\u00a0'’€$£%]|EUR|USD|CHF|GBP")
NUMBER = re.compile(r"[-+]?[\d.,]*\d")
ONLY_COMMA_IS_DECIMAL = re.compile(r"[-+]?\d+,(\d{1,2}|\d{4,})")
ONLY_POINT_IS_DECIMAL = re.compile(r"[-+]?\d+\.(\d{1,2}|\d{4,})")
POINTS_THEN_COMMA = re.compile(r"[-+]?\d{1,3}(\.\d{3})+,\d+|[-+]?\d{1,3}(\.\d{3}){2,}")
COMMAS_THEN_POINT = re.compile(r"[-+]?\d{1,3}(,\d{3})+\.\d+|[-+]?\d{1,3}(,\d{3}){2,}")


def bare(text: str) -> str:
    return UNITS.sub("", text)


def decimal_mark_of(texts: Iterable[str]) -> str:
    """The mark that most texts of a column speak for; a point where none of them does.

    A single comma before three digits (1,234) speaks for nothing by itself.
    """
    votes = 0
    for text in map(bare, texts):
        votes += bool(ONLY_COMMA_IS_DECIMAL.fullmatch(text) or POINTS_THEN_COMMA.fullmatch(text))
        votes -= bool(ONLY_POINT_IS_DECIMAL.fullmatch(text) or COMMAS_THEN_POINT.fullmatch(text))
    return "," if votes > 0 else "."


def number_of(text: str, mark: str) -> float | None:
    """The number a text says; None when it says none. Minus signs behind the number count."""
    if says_nothing(text):
        return None
    plain = bare(text).replace("\u2212", "-")
    if plain.endswith("-"):
        plain = f"-{plain[:-1]}"
    if not NUMBER.fullmatch(plain):
        return None
    other = "." if mark == "," else ","
    plain = plain.replace(other, "").replace(mark, ".")
    return float(plain) if plain.count(".") < 2 else None
