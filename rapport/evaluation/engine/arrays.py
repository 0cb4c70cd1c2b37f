"""The kinds of numpy array the engine speaks of, and the ways into them."""

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

type Floats = npt.NDArray[np.float64]
type Whole = npt.NDArray[np.int64]
type Bits = npt.NDArray[np.uint64]
type Yes = npt.NDArray[np.bool_]
type Numbers = Floats | Whole | Yes | Sequence[float] | Sequence[int] | Sequence[bool]
type Names = Whole | Sequence[Hashable]


def floats(values: Numbers) -> Floats:
    """The values as numbers with a point."""
    return np.asarray(values, dtype=np.float64)


def whole(values: Numbers) -> Whole:
    """The values as whole numbers; raises ValueError when one of them is not whole."""
    found = np.asarray(values)
    if found.dtype.kind == "f" and not np.array_equal(found, np.floor(found)):
        raise ValueError("days and counts are whole numbers")
    return found.astype(np.int64)


def yes(values: Numbers) -> Yes:
    """The values as yes and no."""
    return np.asarray(values, dtype=np.bool_)


def numbered(names: Names) -> tuple[Whole, int]:
    """Each name as a number from 0, and how many different names there are."""
    if isinstance(names, np.ndarray):
        found, numbers = np.unique(names, return_inverse=True)
        return numbers.astype(np.int64), len(found)
    seen: dict[Hashable, int] = {}
    given = [seen.setdefault(name, len(seen)) for name in names]
    return np.array(given, dtype=np.int64), len(seen)
