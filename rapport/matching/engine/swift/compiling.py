"""How functions are compiled, and how rows are shared out among cores. Knows no market."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any, cast

import numba
import numpy as np

ROWS_ALONE = 20_000
"""Below so many rows one core is as fast as several."""


def compiled[F: Callable[..., Any]](function: F) -> F:
    """The function as machine code, kept on disk, free of the interpreter's lock while it runs.

    Where nothing may be written it is compiled anew in every process.
    """
    try:
        return cast("F", numba.njit(cache=True, nogil=True, error_model="numpy")(function))
    except RuntimeError:
        return cast("F", numba.njit(nogil=True, error_model="numpy")(function))


def cores() -> int:
    """The cores this process may use."""
    return os.process_cpu_count() or 1


def in_parts(work: Callable[[int, int], Any], rows: int) -> None:
    """Call ``work(first, last)`` for portions of the rows, side by side; compiled code only."""
    if rows < ROWS_ALONE or cores() == 1:
        work(0, rows)
        return
    edges = np.linspace(0, rows, 8 * cores() + 1).astype(int).tolist()
    with ThreadPoolExecutor(cores()) as threads:
        list(threads.map(lambda part: work(*part), pairwise(edges)))
