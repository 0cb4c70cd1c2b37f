"""Arrays as callers have them, checked and brought into one shape. Knows no aim and no order."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rapport.matching.engine.arrays import Ints, Whole, distinct
from rapport.matching.engine.sentences import UnusableError
from rapport.matching.engine.swiftly import swift

from .lists import Lists
from .seats import Offer


@dataclass(frozen=True, slots=True)
class Arrays:
    """What ``assign`` was given, as it was given."""

    mentee: npt.ArrayLike
    mentor: npt.ArrayLike
    score: npt.ArrayLike
    wish: npt.ArrayLike | None
    mentors: int
    capacity: npt.ArrayLike
    minimum: npt.ArrayLike | None
    locked: npt.ArrayLike | None


@dataclass(frozen=True, slots=True)
class Checked:
    """The same as whole numbers that fit each other, all pairs different or not yet looked at."""

    mentees: int
    mentee: Ints
    mentor: Ints
    score: Ints
    wish: Ints | None
    capacity: Whole
    least: Whole
    locked: Whole


def checked(arrays: Arrays) -> Checked:
    """The arrays as whole numbers of equal length; raises UnusableError where they do not fit."""
    rows, columns = integers(arrays.mentee, "mentee"), integers(arrays.mentor, "mentor")
    worths, locked = integers(arrays.score, "score"), integers(arrays.locked, "locked")
    wishes = None if arrays.wish is None else integers(arrays.wish, "wish")
    seats, least = integers(arrays.capacity, "capacity"), integers(arrays.minimum, "minimum")
    many = int(rows.max(initial=-1)) + 1
    checks = (
        ("mentor", rows.size == columns.size and inside(columns, arrays.mentors)),
        ("mentee", inside(rows, many)),
        ("score", worths.size == rows.size),
        ("wish", wishes is None or (wishes.size in {1, rows.size} and not (wishes < 0).any())),
        ("capacity", seats.size in {1, arrays.mentors} and not (seats < 0).any()),
        ("minimum", least.size in {0, 1, arrays.mentors} and not (least < 0).any()),
        ("locked", inside(locked, rows.size)),
    )
    for what, fits in checks:
        if not fits:
            raise UnusableError("arrays_disagree", what=what)
    capacity = np.broadcast_to(seats.astype(np.int64), arrays.mentors)
    wanted = np.broadcast_to(least.astype(np.int64) if least.size else 0, arrays.mentors)
    if wishes is not None:
        wishes = np.broadcast_to(wishes, rows.shape)
    return Checked(
        many, rows, columns, worths, wishes, capacity, np.minimum(wanted, capacity), locked
    )


def offer_of(arrays: Arrays) -> tuple[Offer, Whole]:
    """The arrays as an offer, and the places of the locked pairs."""
    found = checked(arrays)
    rows, columns = found.mentee.astype(np.int64), found.mentor.astype(np.int64)
    if distinct(rows * max(arrays.mentors, 1) + columns).size < rows.size:
        raise UnusableError("arrays_disagree", what="pairs")
    wish = np.zeros(rows.size, np.int64) if found.wish is None else found.wish.astype(np.int64)
    offer = Offer(
        found.mentees, rows, columns, found.score.astype(np.int64), wish,
        found.capacity, found.least,
    )  # fmt: skip
    return offer, found.locked


def lists_from(arrays: Arrays) -> tuple[Lists, Whole, Whole | None]:
    """The arrays as lists, the locked mentor of each mentee or -1, and the order of the pairs.

    The order is None where the pairs came by mentee.
    """
    found = checked(arrays)
    order = None
    if (np.diff(found.mentee) < 0).any():
        order = np.argsort(found.mentee, kind="stable")
    mentee = found.mentee if order is None else found.mentee[order]
    lists = Lists(
        np.searchsorted(mentee, np.arange(found.mentees + 1)),
        narrow(found.mentor, order),
        narrow(found.score, order),
        None if found.wish is None or not found.wish.any() else narrow(found.wish, order),
        found.capacity,
        found.least,
    )
    if swift().twice(lists.start, lists.mentor, arrays.mentors):
        raise UnusableError("arrays_disagree", what="pairs")
    locked = np.full(found.mentees, -1, dtype=np.int64)
    locked[found.mentee[found.locked]] = found.mentor[found.locked]
    if np.count_nonzero(locked >= 0) < found.locked.size:
        raise UnusableError("arrays_disagree", what="locked")
    return lists, locked, order


def narrow(numbers: Ints, order: Whole | None) -> Ints:
    """The numbers in order, in 32 bits where they fit with room for sums of two."""
    least, most = int(numbers.min(initial=0)), int(numbers.max(initial=0))
    kind = np.int32 if max(-least, most) < 2**29 else np.int64
    return (numbers if order is None else numbers[order]).astype(kind, copy=False)


def inside(places: Ints, many: int) -> bool:
    return not ((places < 0) | (places >= many)).any()


def integers(given: npt.ArrayLike | None, what: str) -> Ints:
    """The given numbers as a row of whole ones; raises UnusableError when they are not whole."""
    found = np.atleast_1d(np.asarray(() if given is None else given))
    if found.size and not np.issubdtype(found.dtype, np.integer):
        raise UnusableError("arrays_disagree", what=what)
    narrow_already = found.dtype in {np.dtype(np.int32), np.dtype(np.int64)}
    return found.ravel() if narrow_already else found.astype(np.int64).ravel()
