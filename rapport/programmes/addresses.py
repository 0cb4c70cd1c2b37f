"""Addresses made of names: short, readable, not taken, and never one of our own words."""

from collections.abc import Collection
from itertools import count

from django.utils.text import slugify

RESERVED = frozenset({"new", "duties", "settings", "intakes"})
LONGEST = 50


def address_for(name: str, taken: Collection[str], fallback: str) -> str:
    """The name as an address; with a number behind it when the address is taken or reserved."""
    stem = slugify(name)[:LONGEST].strip("-") or fallback
    return next(
        address
        for number in count(1)
        if (address := stem if number == 1 else f"{stem}-{number}") not in RESERVED
        and address not in taken
    )
