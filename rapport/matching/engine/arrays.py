"""The kinds of numpy array the engine speaks of, and what is asked of all of them."""

import numpy as np
import numpy.typing as npt

type Floats = npt.NDArray[np.float64]
type Weights = npt.NDArray[np.uint8]
type Whole = npt.NDArray[np.int64]
type Points = npt.NDArray[np.int32]
type Yes = npt.NDArray[np.bool_]
type Ints = npt.NDArray[np.signedinteger]


def distinct(values: Whole) -> Whole:
    """Each of these numbers once, in order.

    By sorting: numpy's own `unique` hashes whole numbers, which took forty times as long.
    """
    ordered = np.sort(values)
    is_new = np.ones(ordered.size, np.bool_)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_new]
