"""The kinds of numpy array the engine speaks of."""

import numpy as np
import numpy.typing as npt

type Floats = npt.NDArray[np.float64]
type Weights = npt.NDArray[np.uint8]
type Whole = npt.NDArray[np.int64]
type Points = npt.NDArray[np.int32]
type Yes = npt.NDArray[np.bool_]
type Ints = npt.NDArray[np.signedinteger]
