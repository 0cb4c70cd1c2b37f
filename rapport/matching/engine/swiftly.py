"""When compiled code is worth loading, and the way to it. Knows no market.

numba takes half a second and some 150 MB to load, so a small pool never touches it; where it is
not installed scipy does the same work, more slowly.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

LARGE = 20_000
"""From so many permitted pairs on compiled code is faster even when it has to be loaded first."""


def worthwhile(pairs: int) -> bool:
    """Whether compiled code should solve a market of so many pairs."""
    return pairs >= LARGE and installed()


@cache
def installed() -> bool:
    """Whether numba is there."""
    return find_spec("numba") is not None


@cache
def swift() -> ModuleType:
    """The compiled part of the engine; raises ImportError without numba."""
    return import_module(".swift", __package__)
