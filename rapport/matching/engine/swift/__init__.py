"""The optimum of a large market, in compiled code: an auction, and an exact repair after it.

Knows whole numbers in arrays. Loading it loads numba and, the first time on a machine, compiles;
``..swiftly`` decides when that is worth it. Nothing here is trusted: whoever calls checks the
prices that come back against every pair, with code that shares nothing with this.
"""

from .filling import most_seated, stops_at
from .mixing import mixed, twice
from .ordering import ordered
from .sheets import Parts, Sheets
from .solving import fullest, gap, lowered, mended, optimum, reached_from
from .sweeping import count_permitted, sweep

__all__ = [
    "Parts",
    "Sheets",
    "count_permitted",
    "fullest",
    "gap",
    "lowered",
    "mended",
    "mixed",
    "most_seated",
    "optimum",
    "ordered",
    "reached_from",
    "stops_at",
    "sweep",
    "twice",
]
