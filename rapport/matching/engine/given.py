"""Arrays as callers have them, checked and brought into one shape. Knows no aim and no order."""

import numpy as np
import numpy.typing as npt

from .arrays import Whole
from .seats import Offer
from .sentences import UnusableError


def offer_of(  # noqa: PLR0913, PLR0917 - the arrays of assign
    mentee: npt.ArrayLike,
    mentor: npt.ArrayLike,
    score: npt.ArrayLike,
    wish: npt.ArrayLike,
    mentors: int,
    capacity: npt.ArrayLike,
    minimum: npt.ArrayLike,
) -> Offer:
    """The arrays as whole numbers of equal length; raises UnusableError where they do not fit."""
    rows, columns = integers(mentee, "mentee"), integers(mentor, "mentor")
    worths, wishes = integers(score, "score"), integers(wish, "wish")
    seats, least = integers(capacity, "capacity"), integers(minimum, "minimum")
    checks = (
        ("mentor", rows.size == columns.size and inside(columns, mentors)),
        ("mentee", inside(rows, rows.size and int(rows.max()) + 1)),
        ("score", worths.size == rows.size),
        ("wish", wishes.size in {1, rows.size} and not (wishes < 0).any()),
        ("capacity", seats.size in {1, mentors} and not (seats < 0).any()),
        ("minimum", least.size in {1, mentors} and not (least < 0).any()),
    )
    for what, fits in checks:
        if not fits:
            raise UnusableError("arrays_disagree", what=what)
    if np.unique(rows * max(mentors, 1) + columns).size < rows.size:
        raise UnusableError("arrays_disagree", what="pairs")
    seats = np.broadcast_to(seats, mentors)
    return Offer(
        int(rows.max(initial=-1)) + 1, rows, columns, worths,
        np.broadcast_to(wishes, rows.shape), seats, np.minimum(least, seats),
    )  # fmt: skip


def inside(places: Whole, many: int) -> bool:
    return not ((places < 0) | (places >= many)).any()


def integers(given: npt.ArrayLike, what: str) -> Whole:
    """The given numbers as a row of whole ones; raises UnusableError when they are not whole."""
    found = np.atleast_1d(np.asarray(given))
    if found.size and not np.issubdtype(found.dtype, np.integer):
        raise UnusableError("arrays_disagree", what=what)
    return found.astype(np.int64).ravel()
